import { type Language, languages } from '../i18n/translate.ts'
import { defaultUrl } from './platform-address.ts'
import {
  choiceKind,
  commandKind,
  countKind,
  emailKind,
  fileKind,
  namesKind,
  pageKind,
  platformKind,
  type SettingValue,
  secondsKind,
  switchKind,
  type ValueKind,
} from './setting-value.ts'

/** One thing that a person may set for good. Its meaning is the sentence `setting.about.<key>`. */
export interface Setting<Value extends SettingValue = SettingValue> {
  readonly kind: ValueKind<Value>
  /** The option that says it for one call; of one command only where its name is not one of all commands. */
  readonly flag?: string
  /** The environment variable that says it. */
  readonly variable?: string
  /** When nothing says it; undefined where that depends: the sentence `setting.usual.<key>` tells. */
  readonly usual?: Value
  /** An organisation's file may say it. */
  readonly fromOrganisation?: true
}

function setting<Value extends SettingValue>(given: Setting<Value>): Setting<Value> {
  return given
}

const colors = ['auto', 'always', 'never'] as const

/**
 * Every setting, by its key in settings.json (`recovery.url`: `url` within `recovery`), in the order in which
 * `ipeos config list` names them. Whoever reads, writes, completes or explains settings does it from here.
 */
export const settings = {
  url: setting({
    kind: platformKind,
    flag: '--url',
    variable: 'IPEOS_URL',
    usual: defaultUrl,
    fromOrganisation: true,
  }),
  language: setting<Language>({ kind: choiceKind(languages), flag: '--lang', variable: 'IPEOS_LANG' }),
  color: setting<(typeof colors)[number]>({
    kind: choiceKind(colors),
    flag: '--color',
    variable: 'IPEOS_COLOR',
    usual: 'auto',
  }),
  plain: setting({ kind: switchKind, flag: '--plain', variable: 'IPEOS_PLAIN', usual: false }),
  menu: setting({ kind: switchKind, usual: true }),
  quiet: setting({ kind: switchKind, flag: '--quiet', variable: 'IPEOS_QUIET', usual: false }),
  pager: setting({ kind: commandKind, variable: 'IPEOS_PAGER' }),
  timeout: setting({ kind: secondsKind, flag: '--timeout', variable: 'IPEOS_TIMEOUT', usual: 30 }),
  ca: setting({ kind: fileKind, variable: 'IPEOS_CA_FILE', fromOrganisation: true }),
  'allow-http': setting({ kind: switchKind, flag: '--allow-http', variable: 'IPEOS_ALLOW_HTTP', usual: false }),
  'insecure-storage': setting({
    kind: switchKind,
    flag: '--insecure-storage',
    variable: 'IPEOS_INSECURE_STORAGE',
    usual: false,
  }),
  // Where nothing says it, a person is asked, once.
  'save-token': setting({ kind: switchKind, flag: '--save-token' }),
  'page-length': setting({ kind: countKind, flag: '--limit', usual: 30 }),
  columns: setting({ kind: namesKind, flag: '--columns' }),
  suggest: setting({ kind: switchKind, flag: '--no-suggest', usual: true }),
  notify: setting({ kind: switchKind, flag: '--notify', usual: true }),
  email: setting({ kind: emailKind, flag: '--email' }),
  'recovery.url': setting({ kind: pageKind, fromOrganisation: true }),
  'recovery.email': setting({ kind: emailKind, fromOrganisation: true }),
} satisfies Record<string, Setting>

export type SettingKey = keyof typeof settings
/** What a setting holds once it is read. */
export type ValueOf<Key extends SettingKey> = (typeof settings)[Key] extends Setting<infer Value> ? Value : never

/** In the order of the table. */
export const settingKeys = Object.keys(settings) as SettingKey[]

/** Whether there is such a setting. */
export function isSettingKey(text: string): text is SettingKey {
  return settingKeys.some((key) => key === text)
}

/** What settings.json holds besides settings. */
const besides = ['version', 'accounts', 'current', 'known', 'organisation']

/** The keys that no setting has, with a dot where they stand within another one: mistyped, or of a newer ipeos. */
export function unknownKeys(data: Readonly<Record<string, unknown>>): string[] {
  const names = Object.keys(data).filter((name) => !besides.includes(name))
  return names.flatMap((name) => {
    const isGroup = settingKeys.some((key) => key.startsWith(`${name}.`))
    if (isGroup)
      return Object.keys(asObject(data[name]))
        .map((within) => `${name}.${within}`)
        .filter(isUnknown)
    return isUnknown(name) || name.includes('.') ? [name] : []
  })
}

function isUnknown(key: string): boolean {
  return !isSettingKey(key)
}

/** The text under a key, within another one where it has a dot; undefined when nothing is said. */
export function textUnder(data: unknown, key: SettingKey): string | undefined {
  const found = key.split('.').reduce((within: unknown, part) => partOf(within, part), data)
  if (found === undefined || found === null) return undefined
  return typeof found === 'object' && !Array.isArray(found) ? JSON.stringify(found) : String(found)
}

/** The same settings with one value changed; gone where it is undefined. */
export function withSetting<Data extends Record<string, unknown>>(
  data: Data,
  key: SettingKey,
  value: SettingValue | undefined,
): Data {
  const [head = '', tail] = key.split('.')
  if (tail === undefined) return changed(data, head, value)
  const within = changed(asObject(data[head]), tail, value)
  return changed(data, head, Object.keys(within).length > 0 ? within : undefined)
}

function changed<Data extends Record<string, unknown>>(data: Data, name: string, value: unknown): Data {
  const { [name]: _former, ...others } = data
  return (value === undefined ? others : { ...data, [name]: value }) as Data
}

function partOf(data: unknown, name: string): unknown {
  return asObject(data)[name]
}

function asObject(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Record<string, unknown>) : {}
}
