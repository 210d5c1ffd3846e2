import { join } from 'node:path'
import { readRegularNow } from '../files/regular-file.ts'
import { type Language, languageOf, languages } from '../i18n/translate.ts'
import { type FolderOrigin, foldersOf, machineSettingsPath } from './folders.ts'
import type { GlobalFlags } from './resolve.ts'

/**
 * The language to speak before the settings are known, and when they are wrong: never throws. Help needs no more, so
 * the settings file is only glanced at here.
 */
export function peekLanguage(origin: FolderOrigin, flags: Pick<GlobalFlags, 'lang'>): Language {
  const { env } = origin
  const chosen = [flags.lang, env.IPEOS_LANG, saved(origin).language].find(isLanguage)
  return chosen ?? languageOf(env.LC_ALL || env.LC_MESSAGES || env.LANG)
}

/** Whether to speak in plain lines; never throws either. */
export function peekPlain(origin: FolderOrigin, { plain }: Pick<GlobalFlags, 'plain'>): boolean {
  const said = plain ?? (origin.env.IPEOS_PLAIN || saved(origin).plain)
  return ['1', 'true', 'yes', 'on', 'oui'].includes(String(said).toLowerCase())
}

interface Glance {
  language?: unknown
  plain?: unknown
}

function saved(origin: FolderOrigin): Glance {
  const machine = machineSettingsPath(origin)
  return { ...(machine && glance(() => machine)), ...glance(() => join(foldersOf(origin).config, 'settings.json')) }
}

function glance(path: () => string): Glance {
  try {
    const file: unknown = JSON.parse(readRegularNow(path()).replace(/^\ufeff/, ''))
    return file && typeof file === 'object' ? file : {}
  } catch (error) {
    // Absent, unreadable or broken: whoever reads it in earnest says so.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code) return {}
    throw error
  }
}

function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}
