import { resolve } from 'node:path'
import { WrongUsage } from '../errors.ts'
import { type Language, languageOf, languages } from '../i18n/translate.ts'
import { defaultUrl, platformAddress } from './platform-address.ts'
import { chosenAccount, onlyPlatform } from './saved-account.ts'
import type { Folders, Settings } from './settings.ts'
import type { SettingsData } from './settings-file.ts'

/** The options that every command takes, as the command line gives them. */
export interface GlobalFlags {
  account?: string
  url?: string
  sandbox?: boolean
  lang?: string
  /** False with `--no-input`. */
  input?: boolean
  color?: string
  plain?: boolean
  /** False with `--no-pager`. */
  pager?: boolean
  /** Seconds. */
  timeout?: string | number
  debug?: boolean
  insecureStorage?: boolean
}

export interface SettingsOrigin {
  flags: GlobalFlags
  env: Record<string, string | undefined>
  /** What settings.json says; undefined when there is none. */
  file: SettingsData | undefined
  folders: Folders
}

const colors = ['auto', 'always', 'never'] as const
const longestTimeout = 3600
const usualTimeout = 30

/**
 * The settings of one call: flag > environment > settings file > default. Throws `WrongUsage` for a value that makes
 * no sense, naming where it came from.
 */
export function resolveSettings({ flags, env, file, folders }: SettingsOrigin): Settings {
  if (flags.sandbox && flags.url !== undefined && flags.url !== 'sandbox') {
    throw new WrongUsage('settings.sandbox-and-url', { url: flags.url })
  }
  const account = first(['--account', flags.account], ['IPEOS_ACCOUNT', env.IPEOS_ACCOUNT])?.value
  const url = resolveUrl({ flags, env, file })
  return {
    url,
    sandbox: url === 'sandbox',
    ...(account === undefined ? {} : { account }),
    language: resolveLanguage(flags, env, file),
    input: flags.input !== false && !isOn('IPEOS_NO_INPUT', env),
    color: resolveColor(flags, env, file),
    plain: resolvePlain(flags, env, file),
    pager: flags.pager !== false,
    timeout: resolveTimeout(flags, env, file),
    debug: flags.debug ?? isOn('IPEOS_DEBUG', env),
    insecureStorage: flags.insecureStorage ?? isOn('IPEOS_INSECURE_STORAGE', env),
    ...resolveAuthorities(env, file, folders),
    folders,
  }
}

/** A full name (`alice@host`) says the platform; a bare user does so only where no address is given. */
function resolveUrl({ flags, env, file }: Omit<SettingsOrigin, 'folders'>): string {
  if (flags.sandbox) return 'sandbox'
  const saved = (account: string | undefined) => (account ? chosenAccount(file, account)?.url : undefined)
  const given =
    first(['--url', flags.url], ['settings.json', flags.account?.includes('@') ? saved(flags.account) : undefined]) ??
    first(['IPEOS_URL', env.IPEOS_URL], ['settings.json', saved(flags.account ?? env.IPEOS_ACCOUNT)]) ??
    first(['settings.json', file?.url], ['settings.json', onlyPlatform(file)])
  if (!given) return defaultUrl
  if (!platformAddress(given.value))
    throw new WrongUsage('settings.wrong-url', withoutPassword(given), { hint: { key: 'platform.wrong-url.hint' } })
  return given.value.trim()
}

/** An address with a password in it is refused, and must not be told with it. */
function withoutPassword({ origin, value }: Given): { origin: string; value: string } {
  return { origin, value: value.replace(/\/\/[^/]*@/, '//…@') }
}

function resolveLanguage(flags: GlobalFlags, env: SettingsOrigin['env'], file: SettingsData | undefined): Language {
  const given = first(['--lang', flags.lang], ['IPEOS_LANG', env.IPEOS_LANG], ['settings.json', file?.language])
  return given ? oneOf(given, languages) : languageOf(env.LC_ALL || env.LC_MESSAGES || env.LANG)
}

function resolveColor(
  flags: GlobalFlags,
  env: SettingsOrigin['env'],
  file: SettingsData | undefined,
): Settings['color'] {
  const given = first(['--color', flags.color], ['IPEOS_COLOR', env.IPEOS_COLOR], ['settings.json', file?.color])
  return given ? oneOf(given, colors) : 'auto'
}

function resolvePlain({ plain }: GlobalFlags, env: SettingsOrigin['env'], file: SettingsData | undefined): boolean {
  return plain ?? (env.IPEOS_PLAIN ? isOn('IPEOS_PLAIN', env) : saidOn('settings.json', file?.plain?.toString()))
}

/** Milliseconds. */
function resolveTimeout(flags: GlobalFlags, env: SettingsOrigin['env'], file: SettingsData | undefined): number {
  const given = first(
    ['--timeout', flags.timeout?.toString()],
    ['IPEOS_TIMEOUT', env.IPEOS_TIMEOUT],
    ['settings.json', file?.timeout?.toString()],
  )
  if (!given) return usualTimeout * 1000
  const seconds = /^\d+(\.\d+)?$/.test(given.value) ? Number(given.value) : 0
  if (seconds <= 0 || seconds > longestTimeout) {
    throw new WrongUsage('settings.wrong-timeout', { ...given, longest: longestTimeout })
  }
  return Math.ceil(seconds * 1000)
}

/** A path in settings.json means the same wherever one is. */
function resolveAuthorities(
  { IPEOS_CA_FILE: given }: SettingsOrigin['env'],
  file: SettingsData | undefined,
  folders: Folders,
): { caFile?: string } {
  if (given) return { caFile: given }
  return file?.ca ? { caFile: resolve(folders.config, file.ca) } : {}
}

function isOn(name: string, env: SettingsOrigin['env']): boolean {
  return saidOn(name, env[name])
}

function saidOn(origin: string, value: string | undefined): boolean {
  if (!value) return false
  const said = oneOf({ origin, value: value.toLowerCase() }, [...on, ...off])
  return on.some((word) => word === said)
}

const on = ['1', 'true', 'yes', 'on'] as const
const off = ['0', 'false', 'no', 'off'] as const

interface Given {
  origin: string
  value: string
}

/** The first that says something; an empty value says nothing, as an empty variable does in a shell. */
function first(...candidates: Array<[origin: string, value: string | undefined]>): Given | undefined {
  for (const [origin, value] of candidates) if (value) return { origin, value }
  return undefined
}

function oneOf<Choice extends string>({ origin, value }: Given, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw new WrongUsage('settings.wrong-choice', { origin, value, choices: choices.join(', ') })
  return found
}
