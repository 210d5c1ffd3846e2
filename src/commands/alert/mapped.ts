import { WrongUsage } from '../../errors/error.ts'
import type { Alert, AlertState } from './alert-form.ts'
import { digest, isObject, type Loose, wordOf } from './loose.ts'
import { urgencyOfSeverity } from './severity.ts'

/** What of an alert may be mapped. */
export const mapped = ['title', 'text', 'fingerprint', 'state', 'severity', 'recovered', 'alerts'] as const
type Mapped = (typeof mapped)[number]

/** Where each stands in a JSON of whatever form; `recovered` holds the words of `state` that say that it is over. */
export type AlertMap = Partial<Record<Exclude<Mapped, 'recovered'>, Path>> & { recovered?: string[] }

type Path = ReadonlyArray<string | number>

/** Where they stand when nothing else is said. */
export const plainMap: AlertMap = {
  ...{ title: ['title'], text: ['text'], fingerprint: ['fingerprint'], state: ['state'], severity: ['severity'] },
}

const usualWords = ['resolved', 'recovered', 'recovery', 'ok', 'up', 'closed', 'cleared', 'normal', 'inactive']

/**
 * `.a.b`, `.a[0]`, `."a name"`; `.` is the whole. Throws `WrongUsage` for what is none.
 */
export function pathOf(text: string): Path {
  const said = text.trim()
  if (said === '.') return []
  const steps = [...said.matchAll(/\.([\p{L}\p{N}_-]+)|\."([^"]*)"|\[(\d{1,6})\]/gu)]
  if (steps.length === 0 || steps.map(([step]) => step).join('') !== said) throw new WrongUsage('alert-path', { text })
  return steps.map(([, name, quoted, index]) => (index === undefined ? (name ?? quoted ?? '') : Number(index)))
}

/** The map that `--map` says: `title=.summary,state=.status,recovered=ok|closed`, in one or several. Throws `WrongUsage`. */
export function mapOf(words: readonly string[]): AlertMap {
  const parts = words.flatMap((word) => word.split(',')).filter((part) => part.trim() !== '')
  return Object.assign({}, ...parts.map(partOf)) as AlertMap
}

function partOf(part: string): AlertMap {
  const [, name = '', value = ''] = /^\s*([a-z]+)\s*=(.*)$/.exec(part) ?? []
  const field = mapped.find((one) => one === name)
  if (!field) throw new WrongUsage('alert-map', { text: part.trim(), names: mapped.join(', ') })
  if (field === 'recovered') return { recovered: value.split('|').map((word) => word.trim().toLowerCase()) }
  return { [field]: pathOf(value) }
}

/** The same of a file: a JSON object of the same names. Throws `WrongUsage`. */
export function mapOfFile(value: unknown): AlertMap {
  const fields = isObject(value) ? Object.entries(value) : []
  const words = fields.map(([name, path]) => `${name}=${Array.isArray(path) ? path.join('|') : String(path)}`)
  if (words.length === 0) throw new WrongUsage('alert-map', { text: '', names: mapped.join(', ') })
  return Object.assign({}, ...words.map(partOf)) as AlertMap
}

/** The things in a payload that are alerts of their own. */
export function itemsOf(payload: unknown, { alerts }: AlertMap): unknown[] {
  const found = alerts === undefined ? payload : at(payload, alerts)
  return Array.isArray(found) ? found : [found]
}

/** Undefined where it says nothing that is mapped: neither a title nor a text. */
export function alertOfMap(item: unknown, map: AlertMap): Alert | undefined {
  const said = (path: Path | undefined): string | undefined => (path === undefined ? undefined : textOf(at(item, path)))
  const title = said(map.title)
  const text = said(map.text)
  if (title === undefined && text === undefined) return undefined
  const severity = said(map.severity)
  const name = title ?? text?.split('\n')[0] ?? ''
  return {
    source: 'json',
    state: stateOf(said(map.state), map.recovered),
    fingerprint: said(map.fingerprint) ?? digest(name),
    title: name,
    text: text ?? JSON.stringify(item, null, 2),
    urgency: urgencyOfSeverity(severity),
    facts: { severity },
  }
}

function stateOf(state: string | undefined, words: string[] = usualWords): AlertState {
  return state !== undefined && words.includes(state.toLowerCase()) ? 'recovered' : 'firing'
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((found, step) => {
    if (typeof step === 'number') return Array.isArray(found) ? found[step] : undefined
    return isObject(found) && Object.hasOwn(found, step) ? (found as Loose)[step] : undefined
  }, value)
}

function textOf(value: unknown): string | undefined {
  return wordOf(value) ?? (typeof value === 'object' && value !== null ? JSON.stringify(value) : undefined)
}
