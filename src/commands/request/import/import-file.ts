import type { Context } from '../../../app/context.ts'
import type { DraftFile } from '../../../drafts/draft.ts'
import { asDraftFiles } from '../../../drafts/draft-files.ts'
import { type LineMark, lineMark } from '../../../drafts/import/import-line.ts'
import { newTicket } from '../../../drafts/send-ticket.ts'
import { MissingInformation, type Problem } from '../../../errors/error.ts'
import type { Message } from '../../../i18n/translate.ts'
import type { NewTicket } from '../../../itil/ticket.ts'
import type { TicketForm } from '../../../itil/ticket-form.ts'
import { checkFiles } from '../file-option.ts'
import { missingFields, understand, withDefaults } from '../request.ts'
import { machineFor, namingMachine } from '../this-machine.ts'
import { importColumns } from './column.ts'
import { eitherLanguage } from './either-language.ts'
import type { GivenText } from './given-file.ts'
import type { FileForm, ImportRow } from './given-row.ts'
import { readRows } from './read-rows.ts'

/** More than that in one go is a mistake, or somebody’s whole database. */
export const mostRows = 20_000

/** A line as it stands in the file, and what it is known by. */
export interface FileLine extends ImportRow {
  mark: LineMark
  files: DraftFile[]
}

/** The lines of a file, whatever the platform makes of them. */
export interface FileLines {
  form: FileForm
  lines: FileLine[]
  problems: Message[]
}

/** What a file asks for: every line understood against the form of the platform. */
export interface ImportFile extends GivenText {
  form: FileForm
  rows: Array<FileLine & { request: NewTicket }>
}

/** Lines of which some cannot be sent. */
export interface WrongLines extends Pick<FileLines, 'form' | 'lines'> {
  /** What is wrong with each, by its place among them. */
  wrong: ReadonlyMap<number, string[]>
}

/** Reads the lines of a file, and names what is wrong with it as a whole; `limit`: what a file of theirs may have (bytes). */
export async function linesOf(
  { text, key }: Pick<GivenText, 'text' | 'key'>,
  context: Context,
  limit?: number,
): Promise<FileLines> {
  const { form, rows, problems } = readRows(text.replace(/^\ufeff/, ''), key)
  const inOurWords = await eitherLanguage()
  const lines: FileLine[] = []
  for (const row of rows) {
    const flags = inOurWords(row.flags)
    const checked = await checkFiles(row.attach, context, limit)
    const files = await asDraftFiles(checked.files)
    // Files are known by what they hold, and in whatever order.
    const said = files.map(({ name, sha1 }) => `${name} ${sha1}`).sort()
    const fields = { ...flags, ...(said.length > 0 && { files: said.join('\n') }) }
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
  form: TicketForm,
  context: Context,
  onWrong: (lines: WrongLines) => Promise<void>,
): Promise<ImportFile> {
  const { form: written, lines, problems: general } = await linesOf(given, context, form.fileLimit)
  if (general.length === 0 && lines.length === 0 && !hasHead(written)) throw nothingSent([{ key: 'import.empty' }])
  if (general.length === 0 && lines.length > mostRows)
    throw nothingSent([{ key: 'import.too-many', parameters: { count: lines.length, most: mostRows } }])
  const machine = await machineFor(
    lines.map(({ flags }) => flags),
    context,
  )
  const problems: Message[] = [...general]
  const wrong = new Map(lines.map(({ line }, place) => [place, ofLine(line, general).map((one) => context.t(one))]))
  const rows = lines.flatMap((one, place): ImportFile['rows'] => {
    const named = namingMachine(one.flags, machine, form)
    const understood = understandRow(
      { ...one, flags: named.flags },
      [...one.problems, ...named.problems],
      form,
      context,
    )
    if ('request' in understood) return [{ ...one, request: understood.request }]
    const told = understood.problems.map((problem) => context.t(problem))
    for (const problem of told) problems.push({ key: 'import.bad-line', parameters: { line: one.line, problem } })
    wrong.get(place)?.push(...told)
    return []
  })
  if (problems.length > 0) {
    await onWrong({ form: written, lines, wrong })
    throw nothingSent(problems)
  }
  return { ...given, form: written, rows }
}

/** An array has none, and is as clearly one that holds nothing; of an empty file nobody knows what it was to be. */
function hasHead(form: FileForm): boolean {
  return form.kind === 'array' || (form.kind === 'csv' && form.head.length > 0)
}

/** What is wrong with the file because of this line. */
function ofLine(line: number, general: Message[]): Message[] {
  return general.filter(({ parameters }) => parameters?.line === line)
}

function nothingSent(lines: Message[]): MissingInformation {
  return new MissingInformation('nothing-sent', undefined, {
    lines,
    hint: { key: 'import.put-right', parameters: { columns: importColumns.join(', ') } },
  })
}

type Understood = { request: NewTicket } | { problems: Problem[] }

function understandRow(
  { flags, files }: Pick<FileLine, 'flags' | 'files'>,
  broken: Problem[],
  form: TicketForm,
  { t, settings }: Context,
): Understood {
  const { request, problems: choices } = understand(flags, form, t)
  const wrong = [...broken, ...choices.map(inWordsOfFiles)]
  const named = new Set<string | undefined>(wrong.map(({ field }) => field))
  // Of a line that is broken as a whole, nothing is known to be missing.
  const isRead = Object.keys(flags).length > 0 || broken.length === 0
  const missing = isRead
    ? missingFields(request, form).filter((field) => !named.has(field) && (field !== 'files' || files.length === 0))
    : []
  const absent = missing.map((field): Message => {
    return { key: 'import.missing', parameters: { field: t(`ticket-form.field.${field}`) } }
  })
  if (wrong.length + absent.length > 0) return { problems: [...wrong, ...absent] }
  return { request: newTicket(withDefaults(request, form, settings)) }
}

/** In a file there are columns where a command has options. */
function inWordsOfFiles(problem: Problem): Problem {
  return problem.field === 'notify' ? { ...problem, key: 'import.email-without-notify' } : problem
}
