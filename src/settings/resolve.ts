import { dirname, resolve } from 'node:path'
import { type ErrorDetails, WrongUsage } from '../errors/error.ts'
import { type Language, languageOf, type Message } from '../i18n/translate.ts'
import { knownFields } from '../itil/known-fields.ts'
import { chosenAccount, isRehearsal, onlyPlatform, wantedAccount } from './account/saved-account.ts'
import { defaultUrl } from './platform-address.ts'
import {
  type Setting,
  type SettingKey,
  settingKeys,
  settings as table,
  textUnder,
  type ValueOf,
  withSetting,
} from './setting.ts'
import { type Given, type SettingValue, switchKind, wrongValue } from './setting-value.ts'
import type { Folders, Settings } from './settings.ts'
import type { MachineSettings, SettingsData } from './settings-file.ts'

/** The options that every command takes, as the command line gives them. */
export interface GlobalFlags {
  account?: string
  profile?: string
  entity?: string
  url?: string
  sandbox?: boolean
  lang?: string
  /** False with `--no-input`. */
  input?: boolean
  color?: string
  plain?: boolean
  quiet?: boolean
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
  /** What is set for all people of this computer. */
  machine?: MachineSettings | undefined
}

/** Where a value comes from. `account`: of the platform that one logged in to; `locale`: of the system's language. */
export type Source = 'flag' | 'environment' | 'file' | 'account' | 'organisation' | 'machine' | 'locale' | 'default'

/** A value in force. */
export interface InForce<Value extends SettingValue = SettingValue> {
  value: Value | undefined
  source: Source
  /** `--lang`, `IPEOS_LANG`, `settings.json`; undefined where nothing said it. */
  origin?: string
}

/**
 * The settings of one call: flag > environment > settings file > organisation's file > this computer's settings > default. Throws `WrongUsage` for
 * a value that makes no sense, naming where it came from.
 */
export function resolveSettings(given: SettingsOrigin): Settings {
  const { flags, env, file, folders, machine } = given
  const value = <Key extends SettingKey>(key: Key) => inForce(key, given).value
  const url = inForce('url', given).value ?? defaultUrl
  const profile = first(['flag', '--profile', flags.profile], ['environment', 'IPEOS_PROFILE', env.IPEOS_PROFILE])
  const entity = first(['flag', '--entity', flags.entity], ['environment', 'IPEOS_ENTITY', env.IPEOS_ENTITY])
  const debug = flags.debug ?? isOn('IPEOS_DEBUG', env)
  return {
    url,
    usualUrl: usualUrl(given),
    sandbox: url === 'sandbox',
    language: languageOfCall(given).value,
    input: flags.input !== false && !isOn('IPEOS_NO_INPUT', env),
    color: value('color') ?? 'auto',
    plain: value('plain') ?? false,
    menu: value('menu') ?? true,
    quiet: (value('quiet') ?? false) && !debug,
    pager: flags.pager !== false,
    timeout: Math.ceil((value('timeout') ?? 0) * 1000),
    debug,
    allowHttp: value('allow-http') ?? false,
    insecureStorage: value('insecure-storage') ?? false,
    ...resolveAuthorities(given),
    pageLength: value('page-length') ?? 0,
    suggest: value('suggest') ?? true,
    notify: value('notify') ?? true,
    folders,
    ...knownFields({
      account: wantedAccount(flags.account, env),
      profile: profile?.value,
      entity: entity?.value,
      pagerCommand: textUnder(file, 'pager') ?? textUnder(machine?.data, 'pager'),
      columns: value('columns'),
      saveToken: value('save-token'),
      email: value('email'),
      recovery: together({ url: value('recovery.url'), email: value('recovery.email') }),
      organisation: file?.organisation,
    }),
  }
}

/** What a setting is in this call, and who says so. Throws `WrongUsage` for a value that makes no sense. */
export function inForce<Key extends SettingKey>(key: Key, given: SettingsOrigin): InForce<ValueOf<Key>> {
  const setting = table[key] as unknown as Setting<ValueOf<Key>>
  const said = key === 'url' ? saidUrl(given) : saidOf(key, given)
  if (!said) return { value: setting.usual, source: 'default' }
  const { source, origin, value } = said
  const read = setting.kind.read(value)
  if (read === undefined) throw wrongValue(setting.kind, said, repair(key, said))
  return { value: read, source, origin }
}

/** The language of this call: a setting like others, but that the system's own language is its default. */
export function languageOfCall(given: SettingsOrigin): InForce<Language> & { value: Language } {
  const { value, ...from } = inForce('language', given)
  if (value) return { value, ...from }
  const { LC_ALL, LC_MESSAGES, LANG } = given.env
  return { value: languageOf(LC_ALL || LC_MESSAGES || LANG), source: 'locale' }
}

/**
 * The settings file without the values that make no sense, its own and its organisation's: for the commands that put it
 * right.
 */
export function withoutWrong(file: SettingsData): SettingsData {
  const own = settingKeys.reduce((data, key) => withoutIfWrong(data, key), file)
  const { organisation } = own
  if (typeof organisation !== 'object' || organisation === null) return own
  return { ...own, organisation: settingKeys.reduce((data, key) => withoutIfWrong(data, key), { ...organisation }) }
}

/**
 * The same settings without the values that make no sense, each told why; but for the platform: none may take the place of
 * the one that is meant.
 */
export function withoutWrongWords(given: SettingsOrigin, tell: (why: Message) => void): SettingsOrigin {
  const { folders } = given
  const [flags, env] = [{ ...given.flags }, { ...given.env }]
  let { file, machine } = given
  for (const key of settingKeys) {
    if (key === 'url') continue
    const { kind, flag = '', variable = '' } = table[key] as Setting
    const name = flagOf[key]
    const isWrong = (origin: string, value: string | undefined): boolean => {
      if (!value || kind.read(value) !== undefined) return false
      tell(wrongValue(kind, { origin, value }).text)
      return true
    }
    if (name && isWrong(flag, flags[name]?.toString())) delete flags[name]
    if (isWrong(variable, env[variable])) delete env[variable]
    if (file && isWrong('settings.json', textUnder(file, key))) file = withSetting(file, key, undefined)
    if (machine && isWrong(machine.path, textUnder(machine.data, key)))
      machine = { ...machine, data: withSetting(machine.data, key, undefined) }
  }
  for (const variable of ['IPEOS_NO_INPUT', 'IPEOS_DEBUG']) {
    const value = env[variable]
    if (!value || switchKind.read(value) !== undefined) continue
    tell(wrongValue(switchKind, { origin: variable, value }).text)
    delete env[variable]
  }
  return { flags, env, file, folders, machine }
}

function withoutIfWrong<Data extends Record<string, unknown>>(data: Data, key: SettingKey): Data {
  const text = textUnder(data, key)
  return !text || table[key].kind.read(text) !== undefined ? data : withSetting(data, key, undefined)
}

interface Said extends Given {
  source: Source
}

/** The options of all commands that say a setting. */
const flagOf: Partial<Record<SettingKey, keyof GlobalFlags>> = {
  url: 'url',
  language: 'lang',
  color: 'color',
  plain: 'plain',
  quiet: 'quiet',
  timeout: 'timeout',
  'insecure-storage': 'insecureStorage',
}

function saidOf(key: SettingKey, { flags, env, file, machine }: SettingsOrigin): Said | undefined {
  const { flag = '', variable = '', fromOrganisation } = table[key] as Setting
  const name = flagOf[key]
  return first(
    ['flag', flag, name && flags[name]?.toString()],
    ['environment', variable, env[variable]],
    ['file', 'settings.json', textUnder(file, key)],
    ['organisation', 'settings.json', fromOrganisation && textUnder(file?.organisation, key)],
    ['machine', machine?.path ?? '', textUnder(machine?.data, key)],
  )
}

/** A full name (`alice@host`) says the platform; a bare user does so only where no address is given. */
function saidUrl({ flags, env, file, machine }: SettingsOrigin): Said | undefined {
  if (flags.sandbox) {
    if (flags.url !== undefined && flags.url !== 'sandbox') throw new WrongUsage('sandbox-and-url', { url: flags.url })
    return { source: 'flag', origin: '--sandbox', value: 'sandbox' }
  }
  const saved = (account: string | undefined) => (account ? chosenAccount(file, account)?.url : undefined)
  return first(
    ['flag', '--url', flags.url],
    ['account', 'settings.json', flags.account?.includes('@') ? saved(flags.account) : undefined],
    ['environment', 'IPEOS_URL', env.IPEOS_URL],
    ['account', 'settings.json', saved(flags.account ?? env.IPEOS_ACCOUNT)],
    ['account', 'settings.json', isRehearsal(file, env) && 'sandbox'],
    ['file', 'settings.json', textUnder(file, 'url')],
    ['organisation', 'settings.json', textUnder(file?.organisation, 'url')],
    ['account', 'settings.json', onlyPlatform(file)],
    ['machine', machine?.path ?? '', textUnder(machine?.data, 'url')],
  )
}

function usualUrl({ file, machine }: SettingsOrigin): string {
  return textUnder(file?.organisation, 'url') ?? textUnder(machine?.data, 'url') ?? defaultUrl
}

/** A path in settings.json means the same wherever one is; an organisation gives the certificates themselves. */
function resolveAuthorities(given: SettingsOrigin): { caFile?: string; authority?: string } {
  const { value, source } = inForce('ca', given)
  if (value === undefined) return {}
  if (source === 'organisation') return { authority: value }
  const folder = { file: given.folders.config, machine: dirname(given.machine?.path ?? '') }[source as string]
  return { caFile: folder === undefined ? value : resolve(folder, value) }
}

/** How a wrong value of settings.json is put right. */
function repair(key: SettingKey, { source, origin }: Said): ErrorDetails['hint'] {
  if (source === 'machine') return { key: 'settings.wrong-in-machine.hint', parameters: { path: origin, key } }
  if (source === 'file') return { key: 'settings.wrong-in-file.hint', parameters: { key } }
  return source === 'organisation' ? { key: 'settings.wrong-in-organisation.hint' } : undefined
}

function isOn(name: string, env: SettingsOrigin['env']): boolean {
  const value = env[name]
  if (!value) return false
  const said = switchKind.read(value)
  if (said === undefined) throw wrongValue(switchKind, { origin: name, value })
  return said
}

/** The first that says something; an empty value says nothing, as an empty variable does in a shell. */
function first(
  ...candidates: Array<[source: Source, origin: string, value: string | false | undefined]>
): Said | undefined {
  for (const [source, origin, value] of candidates) if (value) return { source, origin, value }
  return undefined
}

function together(parts: { url: string | undefined; email: string | undefined }): Settings['recovery'] | undefined {
  const { url, email } = parts
  return url || email ? knownFields({ url, email }) : undefined
}
