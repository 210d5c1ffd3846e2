import { WrongUsage } from '../../../errors/error.ts'
import { parseJson } from '../../../files/parse-json.ts'
import type { Message, MessageKey } from '../../../i18n/translate.ts'
import { quoted } from '../../../terminal/quoted.ts'
import { jsonMistake } from './json-mistake.ts'
import { isAside } from './question-name.ts'
import type { Said } from './said-answer.ts'

/** What an answers file says of a question; null where it says nothing. */
export type FileAnswer = Said[] | null

/** The answers of a file, by the names of their questions. */
export type AnswersFile = ReadonlyMap<string, FileAnswer>

/**
 * Reads an answers file: one JSON object, with what a template brings (`//` comments, a comma before the end). A value is a
 * text, a number, true or false, `{"file": "path"}`, or a list of these; null says nothing. Throws `WrongUsage`,
 * with the form that it answers in its hint.
 */
export function readAnswersFile(text: string, path: string, form?: string): AnswersFile {
  const bare = withoutComments(text)
  const value = parseJson(bare)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new WrongUsage('answers-not-json', { path: placeIn(path, bare) }, { ...saysOf(bare), ...hintOf(form) })
  const answers = new Map<string, FileAnswer>()
  for (const [name, said] of Object.entries(value)) {
    if (isAside(name)) continue
    answers.set(
      name,
      said === null ? null : saidIn(said, () => new WrongUsage('answers-odd-value', { path, name }, hintOf(form))),
    )
  }
  return answers
}

function saidIn(value: unknown, problem: () => WrongUsage): Said[] {
  return (Array.isArray(value) ? value : [value]).map((one) => {
    const said = saidBy(one)
    if (!said) throw problem()
    return said
  })
}

/** What stands in quotes stays, and all stays where it is. A quote that nobody closed ends with its line. */
function withoutComments(text: string): string {
  const blank = (found: string): string => ' '.repeat(found.length)
  const bare = text
    .replace(/^\ufeff/, ' ')
    .replace(/"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*/g, (found) => (found.startsWith('/') ? blank(found) : found))
  return bare.replace(/"(?:[^"\\\n]|\\.)*"?|,(?=\s*[}\]])/g, (found) => (found === ',' ? ' ' : found))
}

/** `:4` after it, as compilers tell a line; nothing where the text is JSON, but no object. */
function placeIn(path: string, bare: string): string {
  return isJson(bare) ? path : `${path}:${jsonMistake(bare).line}`
}

function saysOf(bare: string): { says?: MessageKey } {
  const { what } = jsonMistake(bare)
  if (isJson(bare) || what === 'other') return {}
  return { says: what === 'comma' ? 'answer.file-no-comma' : 'answer.file-quotes' }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function hintOf(form: string | undefined): { hint?: Message } {
  return form === undefined ? {} : { hint: { key: 'answer.file-hint-of', parameters: { form: quoted(form) } } }
}

function saidBy(value: unknown): Said | undefined {
  if (typeof value === 'string') return { text: value }
  if (typeof value === 'number' || typeof value === 'boolean') return { text: String(value) }
  if (typeof value !== 'object' || value === null || !('file' in value)) return undefined
  return typeof value.file === 'string' ? { fileAt: value.file } : undefined
}
