import type { Context } from '../../../app/context.ts'
import { asDraftFiles } from '../../../drafts/file/draft-files.ts'
import type { DraftForm } from '../../../drafts/form/form-draft.ts'
import { lineMark } from '../../../drafts/import/import-line.ts'
import { MissingInformation } from '../../../errors/error.ts'
import type { Message } from '../../../i18n/translate.ts'
import type { NewTicket } from '../../../itil/ticket.ts'
import { checkFiles } from '../file-option.ts'
import { importColumns } from './column.ts'
import { eitherLanguage } from './either-language.ts'
import type { GivenText } from './given-file.ts'
import type { FileForm, ImportRow } from './given-row.ts'
import type { FileLine, LineReader } from './line-reader.ts'
import { readRows } from './read-rows.ts'

/** The lines of a file, whatever the platform makes of them. */
export interface FileLines {
  form: FileForm
  lines: FileLine[]
  problems: Message[]
}

/** What a file asks for: every line understood against the form of the platform. */
export interface ImportFile extends GivenText {
  form: FileForm
  /** By which form of the site they go. */
  byForm?: number
  rows: Array<FileLine & { request: NewTicket; byForm?: DraftForm }>
}

/** Lines of which some cannot be sent. */
export interface WrongLines extends Pick<FileLines, 'form' | 'lines'> {
  /** What is wrong with each, by its place among them. */
  wrong: ReadonlyMap<number, string[]>
}

/** Reads the lines of a file, and names what is wrong with it as a whole. */
export async function linesOf(
  { text, key }: Pick<GivenText, 'text' | 'key'>,
  context: Context,
  { form: byForm, find, fileLimit }: Pick<LineReader, 'form' | 'find' | 'fileLimit'> = {},
): Promise<FileLines> {
  const { form, rows, problems } = readRows(text.replace(/^\ufeff/, ''), key, find)
  const inOurWords = await eitherLanguage()
  const lines: FileLine[] = []
  for (const row of rows) {
    const flags = inOurWords(row.flags)
    const checked = await checkFiles(row.attach, context, fileLimit)
    const files = await asDraftFiles(checked.files)
    // Files are known by what they hold, and in whatever order.
    const said = files.map(({ name, sha1 }) => `${name} ${sha1}`).sort()
    const fields = {
      ...flags,
      ...(byForm !== undefined && { form: String(byForm), ...answersIn(row) }),
      ...(said.length > 0 && { files: said.join('\n') }),
    }
    lines.push({
      ...row,
      flags,
      files,
      problems: [...row.problems, ...checked.problems],
      mark: lineMark(fields, row.key),
    })
  }
  return { form, lines, problems: [...problems, ...repeatedKeys(lines)] }
}

function answersIn({ answers = {} }: ImportRow): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).map(([question, texts]) => [`#${question}`, texts.join('\n')]))
}

function repeatedKeys(lines: FileLine[]): Message[] {
  const first = new Map<string, number>()
  return lines.flatMap(({ key, line }): Message[] => {
    if (key === undefined) return []
    const other = first.get(key)
    if (other === undefined) first.set(key, line)
    return other === undefined ? [] : [{ key: 'import.key-twice', parameters: { name: key, line, other } }]
  })
}

/**
 * Understands all of a file; one that holds only its head has no rows. Rejects with `MissingInformation` that names every line
 * that cannot be sent, and why, after `onWrong` was told; nothing is sent then.
 */
export async function understandFile(
  given: GivenText,
  reader: LineReader,
  context: Context,
  onWrong: (lines: WrongLines) => Promise<void>,
): Promise<ImportFile> {
  const { mostRows } = reader
  const { form: written, lines, problems: general } = await linesOf(given, context, reader)
  if (general.length === 0 && lines.length === 0 && !hasHead(written)) throw nothingSent([{ key: 'import.empty' }])
  if (general.length === 0 && lines.length > mostRows)
    throw nothingSent([{ key: 'import.too-many', parameters: { count: lines.length, most: mostRows } }])
  const problems: Message[] = [...general]
  const wrong = new Map(lines.map(({ line }, place) => [place, ofLine(line, general).map((one) => context.t(one))]))
  const understood = await reader.understand(lines)
  const rows = lines.flatMap((one, place): ImportFile['rows'] => {
    const row = understood[place] ?? { problems: [] }
    if ('request' in row) {
      const { request, form: byForm, files = one.files } = row
      return [{ ...one, files, request, ...(byForm && { byForm }) }]
    }
    const told = row.problems.map((problem) => context.t(problem))
    for (const problem of told) problems.push({ key: 'import.bad-line', parameters: { line: one.line, problem } })
    wrong.get(place)?.push(...told)
    return []
  })
  if (problems.length > 0) {
    await onWrong({ form: written, lines, wrong })
    throw nothingSent(problems, reader)
  }
  return { ...given, form: written, rows, ...(reader.form !== undefined && { byForm: reader.form }) }
}

/** An array has none, and is as clearly one that holds nothing; of an empty file nobody knows what it was to be. */
function hasHead(form: FileForm): boolean {
  return form.kind === 'array' || (form.kind === 'csv' && form.head.length > 0)
}

/** What is wrong with the file because of this line. */
function ofLine(line: number, general: Message[]): Message[] {
  return general.filter(({ parameters }) => parameters?.line === line)
}

function nothingSent(lines: Message[], { form }: Pick<LineReader, 'form'> = {}): MissingInformation {
  const hint: Message =
    form === undefined
      ? { key: 'import.put-right', parameters: { columns: importColumns.join(', ') } }
      : { key: 'import.put-right-by-form', parameters: { form } }
  return new MissingInformation('nothing-sent', undefined, { lines, hint })
}
