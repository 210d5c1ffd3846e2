import { WrongUsage } from '../../errors/error.ts'

/** What `-f` and `-F` give: a key, which may be nested as in `input[name]`, and its value. */
export interface GivenField {
  key: string
  value: string
  /** `-F`: true, false, null and whole numbers are what they look like, and `@FILE` is what stands in a file. */
  typed: boolean
  /** On the command line, among those of both options: lists are built in this order. */
  place: number
}

/** Commander's parsers of `-f` and of `-F`: each adds one field to those before it. */
export function fieldOptions(): { raw: FieldParser; typed: FieldParser } {
  let place = 0
  const parser =
    (typed: boolean): FieldParser =>
    (text, before = []) => {
      place += 1
      const at = text.indexOf('=')
      const key = text.slice(0, Math.max(0, at))
      if (!/^[^[\]]+(\[[^[\]]*\])*$/.test(key)) throw new WrongUsage('wrong-assignment', { text })
      return [...before, { key, value: text.slice(at + 1), typed, place }]
    }
  return { raw: parser(false), typed: parser(true) }
}

type FieldParser = (text: string, before?: GivenField[]) => GivenField[]

/** The value of a typed field that names no file. */
export function typedValue(text: string): unknown {
  const words: Record<string, unknown> = { true: true, false: false, null: null }
  if (Object.hasOwn(words, text)) return words[text]
  return /^-?(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text
}

type Branch = unknown[] | { [name: string]: unknown }

/**
 * One object of all fields: `input[name]=x` is `{input: {name: 'x'}}`; `[]` adds to a list, and after it a key opens a
 * new thing as soon as the last one has it already. Throws `WrongUsage` for a key that is a value and a group at once.
 */
export function nested(fields: ReadonlyArray<{ key: string; value: unknown }>): Record<string, unknown> {
  const root: Record<string, unknown> = Object.create(null)
  for (const { key, value } of fields) put(root, key, value)
  return root
}

function put(root: Branch, key: string, value: unknown): void {
  const [first = '', ...rest] = key.split('[')
  const steps = [first, ...rest.map((step) => step.slice(0, -1))]
  let branch = root
  for (const [place, step] of steps.entries()) {
    const next = steps[place + 1]
    if (next === undefined) set(branch, step, value, key)
    else branch = below(branch, step, next, key)
  }
}

/** What stands at a step, made where it lacks: a list when the next step adds to one, else a group. */
function below(branch: Branch, step: string, next: string, key: string): Branch {
  const found = Array.isArray(branch) ? openThing(branch, next) : branch[step]
  if (Array.isArray(branch) && step !== '') throw conflict(key)
  if (found !== undefined && !isKind(found, next)) throw conflict(key)
  if (found !== undefined) return found
  const made: Branch = next === '' ? [] : Object.create(null)
  if (Array.isArray(branch)) branch.push(made)
  else branch[step] = made
  return made
}

/** The last thing of a list, as long as it does not have that key yet. */
function openThing(list: unknown[], next: string): unknown {
  const last = list.at(-1)
  return isKind(last, next) && !(next in last) ? last : undefined
}

function isKind(value: unknown, next: string): value is Branch {
  return typeof value === 'object' && value !== null && Array.isArray(value) === (next === '')
}

function set(branch: Branch, step: string, value: unknown, key: string): void {
  if (Array.isArray(branch)) {
    if (step !== '') throw conflict(key)
    branch.push(value)
  } else if (step in branch) throw conflict(key)
  else branch[step] = value
}

function conflict(key: string): WrongUsage {
  return new WrongUsage('field-twice', { key })
}
