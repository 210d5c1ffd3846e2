import { named, type Page } from '../form/dom.ts'

/** What a page asks the site with; it dies with the session that the page was read in. */
export interface FormWiring {
  /** '' where the page holds none. */
  csrfToken: string
  /** What the list of a question is asked with, as a form sends it. */
  lists: ReadonlyMap<number, ListWiring>
  /** Bytes of the largest piece in which the files of a question are sent. */
  pieces: ReadonlyMap<number, number>
}

export interface ListWiring {
  of: 'objects' | 'people'
  fields: Field[]
}

/** A field of a form. */
export type Field = [name: string, value: string]

const mark = 'data-glpi-form-renderer'

/** What the scripts of a form's page hold; each stands in the question that began before it (GLPI-11-FORMS.md, 5 and 8). */
export function readWiring(page: Page): FormWiring {
  const token = named(page, 'meta').find(({ attributes }) => attributes.property === 'glpi:csrf_token')
  const lists = new Map<number, ListWiring>()
  const pieces = new Map<number, number>()
  let question: number | undefined
  for (const { name, attributes, text } of page.elements) {
    if (`${mark}-question` in attributes) question = Number(attributes[`${mark}-id`])
    if (name !== 'script' || question === undefined) continue
    const list = listIn(text)
    if (list) lists.set(question, list)
    const largest = Number(/\bmaxChunkSize\b["']?\s*:\s*(\d{1,15})/.exec(text)?.[1])
    if (largest > 0) pieces.set(question, largest)
  }
  return { csrfToken: token?.attributes.content ?? '', lists, pieces }
}

function listIn(script: string): ListWiring | undefined {
  const start = /\bparams["']?\s*:\s*(?=\{)/.exec(script)
  const parameters = start && objectAt(script, start.index + start[0].length)
  if (!parameters) return undefined
  const fields = Object.entries(parameters).flatMap(([name, value]) => fieldsOf(name, value))
  return { of: script.includes('ActorsDropdown') ? 'people' : 'objects', fields }
}

/** Characters; the parameters of a list take five hundred, more where things are left out of it. */
const longestObject = 200_000

/** The object of JSON that begins there; undefined where none does. */
function objectAt(text: string, start: number): Record<string, unknown> | undefined {
  let depth = 0
  let isQuoted = false
  const last = Math.min(text.length, start + longestObject)
  for (let at = start; at < last; at += 1) {
    const character = text[at]
    if (isQuoted && character === '\\') at += 1
    else if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && character === '{') depth += 1
    else if (!isQuoted && character === '}') depth -= 1
    if (depth === 0) return parsed(text.slice(start, at + 1))
  }
  return undefined
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** As jQuery sends a value of JSON: what is in a list by `name[]`, what is in an object by `name[key]`. */
function fieldsOf(name: string, value: unknown): Field[] {
  if (Array.isArray(value)) return value.flatMap((one) => fieldsOf(`${name}[]`, one))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) => fieldsOf(`${name}[${key}]`, one))
  return [[name, value === null || value === undefined ? '' : String(value)]]
}
