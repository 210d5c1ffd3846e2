import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { LiveValue } from '../../commands/command-facts.ts'
import { parseJson } from '../../files/parse-json.ts'
import { readRegularNow } from '../../files/regular-file.ts'
import { accountFile } from '../../settings/account/account-file.ts'
import { nameInUse, wantedAccount } from '../../settings/account/saved-account.ts'
import { type FolderOrigin, foldersOf, machineSettingsPath } from '../../settings/folders.ts'
import { readSeen, type SeenValue } from '../../settings/read-seen.ts'
import { type GlobalFlags, inForce } from '../../settings/resolve.ts'
import { isSettingKey, settings } from '../../settings/setting.ts'
import type { ValueKind } from '../../settings/setting-value.ts'
import type { Folders } from '../../settings/settings.ts'
import type { MachineSettings, SettingsData } from '../../settings/settings-file.ts'
import { plain } from '../../terminal/sanitize.ts'

/**
 * What completion offers for a value that only the platform or this disk knows, as lines of a word, a tab, and what it
 * means. `asked` is the kind of value and what is typed of it (`category=Site w`), then the words of the command line.
 * Asks no platform, and writes nothing; by hand, since each Tab waits for it. Throws when something here is broken:
 * whoever completes then offers nothing.
 */
export function complete(asked: readonly string[], origin: FolderOrigin): string {
  const [question = '', ...words] = asked
  const [, kind = '', current = ''] = /^([a-z-]+)=(.*)$/s.exec(question) ?? []
  const path = machineSettingsPath(origin)
  const machine = path ? { path, data: readJson(path) as SettingsData } : undefined
  const place = { folders: foldersOf(origin), flags: flagsOf(words), env: origin.env, words, machine }
  const found = candidates(kind as LiveValue, current, place)
  return found.map(({ value, about }) => `${plain(value)}\t${plain(about)}\n`).join('')
}

interface WordPlace {
  folders: Folders
  flags: GlobalFlags
  env: FolderOrigin['env']
  words: readonly string[]
  machine: MachineSettings | undefined
}

function candidates(kind: LiveValue, current: string, place: WordPlace): SeenValue[] {
  if (kind === 'account') return accounts(place)
  if (kind === 'draft') return drafts(place)
  if (kind === 'setting-value') return settingValues(place)
  const seen = readSeen(place.folders.cache, accountOf(place))
  if (kind === 'category' || kind === 'equipment' || kind === 'location') return named(formValues(kind, place), current)
  if (kind === 'question') return questions(seen, current, place.words)
  if (kind === 'document') return documents(seen.document ?? [], place.words)
  return seen[kind] ?? []
}

/** The name by which the caches of this call's account go. */
function accountOf({ folders, flags, env, machine }: WordPlace): string {
  const file = settingsFile(folders)
  const url = inForce('url', { flags, env, file, folders, machine }).value ?? ''
  return nameInUse({ env, data: file, url, wanted: wantedAccount(flags.account, env) }) ?? url
}

/** Of the setting that the line names; none where anything may be written. */
function settingValues({ words }: WordPlace): SeenValue[] {
  const key = words.findLast(isSettingKey)
  const kind: ValueKind | undefined = key && settings[key].kind
  return (kind?.choices ?? []).map((value) => ({ value, about: '' }))
}

function accounts({ folders }: WordPlace): SeenValue[] {
  const saved = Object.entries(settingsFile(folders)?.accounts ?? {})
  return saved.map(([value, { url }]) => ({ value, about: String(url) }))
}

/** Read as it stands: whoever uses it in earnest checks it. */
function settingsFile({ config }: Folders): SettingsData | undefined {
  return readJson(join(config, 'settings.json')) as SettingsData | undefined
}

interface Titled {
  title?: string
}

function drafts({ folders }: WordPlace): SeenValue[] {
  const folder = join(folders.state, 'drafts')
  const found = filesOf(folder).flatMap((name) => {
    const draft = readJson(join(folder, name)) as
      | { kind?: string; changed?: string; ticketId?: number; text?: string; answers?: Titled; typing?: Titled }
      | undefined
    if (!draft) return []
    const about =
      draft.typing?.title ??
      draft.answers?.title ??
      (draft.ticketId === undefined ? draft.kind : `#${draft.ticketId} ${draft.text}`)
    return [{ value: name.slice(0, 8), about: String(about ?? '').slice(0, 80), changed: String(draft.changed) }]
  })
  return found.sort((one, other) => other.changed.localeCompare(one.changed))
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^[\w-]{8,}\.json$/.test(name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) return []
    throw error
  }
}

/** A category, a place or a piece of equipment of the form that was kept last: its number, and what it is called. */
function formValues(kind: 'category' | 'equipment' | 'location', place: WordPlace): SeenValue[] {
  const kept = readJson(accountFile(place.folders.cache, 'form', accountOf(place))) as
    | {
        value?: {
          form?: {
            categories?: Array<{ id: number; fullName: string }>
            locations?: Array<{ id: number; fullName: string }>
            equipment?: Array<{ key: string; name: string }>
          }
        }
      }
    | undefined
  const { categories = [], locations = [], equipment = [] } = kept?.value?.form ?? {}
  if (kind === 'equipment') return equipment.map(({ key, name }) => ({ value: key, about: name }))
  const tree = kind === 'category' ? categories : locations
  return tree.map(({ id, fullName }) => ({ value: String(id), about: fullName }))
}

/** Whoever has typed letters looks for a name; its number is what is shorter to take from a menu. */
function named(values: SeenValue[], current: string): SeenValue[] {
  const byNumber = values.filter(({ value }) => value.startsWith(current))
  if (byNumber.length > 0) return byNumber
  const wanted = current.toLowerCase()
  return values.flatMap(({ value, about }) => {
    const names = [about, about.split(' > ').at(-1) ?? about]
    const name = names.find((one) => one.toLowerCase().startsWith(wanted))
    return name === undefined ? [] : [{ value: name, about: value }]
  })
}

/** Documents are kept as `TICKET/NUMBER`; those of the ticket that the line names. */
function documents(seen: SeenValue[], words: readonly string[]): SeenValue[] {
  const numbers = words.flatMap((word) => /(?:^#?|[/=])(\d+)$/.exec(word)?.[1] ?? [])
  return seen.flatMap(({ value, about }) => {
    const [ticket = '', document = ''] = value.split('/')
    return numbers.includes(ticket) ? [{ value: document, about }] : []
  })
}

/** What the form that the line names asks, kept as `FORM/LABEL=`; once that is typed, its choices, as `FORM/LABEL=CHOICE`. */
function questions(seen: Record<string, SeenValue[]>, current: string, words: readonly string[]): SeenValue[] {
  const form = saidIn(words, '--form')?.toLowerCase()
  const forms = [...(seen['used-form'] ?? []), ...(seen.form ?? [])]
  const named = forms.find(({ value, about }) => form === about.toLowerCase() || form === value)
  const meant = named ?? forms.find(({ about }) => form !== undefined && about.toLowerCase().includes(form))
  const head = `${meant?.value ?? form}/`
  const own = (seen.question ?? [])
    .filter(({ value }) => value.startsWith(head))
    .map(({ value, about }) => ({ value: value.slice(head.length), about }))
  const label = own.find(({ value }) => value.endsWith('=') && current.startsWith(value))?.value
  if (label === undefined) return own.filter(({ value }) => value.endsWith('='))
  return own.filter(({ value }) => value !== label && value.startsWith(label))
}

/** What the line says by an option. */
function saidIn(words: readonly string[], option: string): string | undefined {
  const joined = words.find((word) => word.startsWith(`${option}=`))
  const at = words.indexOf(option)
  return joined?.slice(option.length + 1) ?? (at < 0 ? undefined : words[at + 1])
}

/** The options that choose whose values these are. */
function flagsOf(words: readonly string[]): GlobalFlags {
  const [account, url] = [saidIn(words, '--account'), saidIn(words, '--url')]
  return {
    ...(account ? { account } : {}),
    ...(url ? { url } : {}),
    ...(words.includes('--sandbox') ? { sandbox: true } : {}),
  }
}

function readJson(path: string): unknown {
  try {
    return parseJson(readRegularNow(path).replace(/^\ufeff/, ''))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) return undefined
    throw error
  }
}
