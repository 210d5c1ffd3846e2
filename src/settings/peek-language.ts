import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IpeosError } from '../errors.ts'
import { type Language, languageOf, languages } from '../i18n/translate.ts'
import { type FolderOrigin, foldersOf } from './folders.ts'
import type { GlobalFlags } from './resolve.ts'

/**
 * The language to speak before the settings are known, and when they are wrong: never throws. Help needs no more, so
 * the settings file is only glanced at here.
 */
export function peekLanguage(origin: FolderOrigin, flags: Pick<GlobalFlags, 'lang'>): Language {
  const { env } = origin
  const chosen = [flags.lang, env.IPEOS_LANG].find(isLanguage) ?? savedLanguage(origin)
  return chosen ?? languageOf(env.LC_ALL || env.LC_MESSAGES || env.LANG)
}

function savedLanguage(origin: FolderOrigin): Language | undefined {
  try {
    const saved: unknown = JSON.parse(readFileSync(join(foldersOf(origin).config, 'settings.json'), 'utf8'))
    const language = saved && typeof saved === 'object' && 'language' in saved ? saved.language : undefined
    return isLanguage(language) ? language : undefined
  } catch (error) {
    // Absent, unreadable or broken: whoever reads it in earnest says so.
    if (error instanceof SyntaxError || error instanceof IpeosError || (error as NodeJS.ErrnoException).code)
      return undefined
    throw error
  }
}

function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}
