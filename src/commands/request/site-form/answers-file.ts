import { WrongUsage } from '../../../errors/error.ts'
import { parseJson } from '../../../files/parse-json.ts'
import { isAside } from './question-name.ts'
import type { Said } from './said-answer.ts'

/** What an answers file says of a question; null where it says nothing. */
export type FileAnswer = Said[] | null

/** The answers of a file, by the names of their questions. */
export type AnswersFile = ReadonlyMap<string, FileAnswer>

/**
 * Reads an answers file: one JSON object, with what a template brings (`//` comments, a comma before the end). A value is a
 * text, a number, true or false, `{"file": "path"}`, or a list of these; null says nothing. Throws `WrongUsage`.
 */
export function readAnswersFile(text: string, path: string): AnswersFile {
  const bare = withoutComments(text)
  const value = parseJson(bare)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new WrongUsage('answers-not-json', { path: `${path}${lineOfMistake(bare)}` })
  const answers = new Map<string, FileAnswer>()
  for (const [name, said] of Object.entries(value)) {
    if (isAside(name)) continue
    answers.set(name, said === null ? null : saidIn(said, () => new WrongUsage('answers-odd-value', { path, name })))
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

/** `:4`, as compilers tell a line; '' where Node does not say it. */
function lineOfMistake(text: string): string {
  try {
    JSON.parse(text)
    return ''
  } catch (error) {
    const [, position] = /at position (\d+)/.exec(String(error)) ?? []
    return position === undefined ? '' : `:${text.slice(0, Number(position)).split('\n').length}`
  }
}

function saidBy(value: unknown): Said | undefined {
  if (typeof value === 'string') return { text: value }
  if (typeof value === 'number' || typeof value === 'boolean') return { text: String(value) }
  if (typeof value !== 'object' || value === null || !('file' in value)) return undefined
  return typeof value.file === 'string' ? { fileAt: value.file } : undefined
}
