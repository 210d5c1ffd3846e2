import { createHash } from 'node:crypto'
import type { Context } from '../../../app/context.ts'
import type { ImportPlan } from '../../../drafts/import-plan.ts'
import { newTicket } from '../../../drafts/send-ticket.ts'
import { MissingInformation, type Problem, WrongUsage } from '../../../errors/error.ts'
import { decoded } from '../../../files/decoded.ts'
import type { Message } from '../../../i18n/translate.ts'
import type { TicketForm } from '../../../itil/ticket-form.ts'
import { missingFields, understand, withDefaults } from '../../request/request.ts'
import { machineFor, namingMachine } from '../../request/this-machine.ts'
import { type ImportRow, importColumns, readRows } from './import-rows.ts'

/** What a file asks for: every line understood against the form of the platform. */
export type ImportFile = Pick<ImportPlan, 'source' | 'digest' | 'rows'>

/** More than that in one go is a mistake, or somebody's whole database. */
const mostRows = 20_000

/**
 * Reads the file and understands all of it. Rejects with `MissingInformation` that names every line that cannot be sent,
 * and why; nothing is sent then.
 */
export async function readImportFile(path: string, form: TicketForm, context: Context): Promise<ImportFile> {
  const { rows: given, problems: general } = readRows(await readGiven(path, context))
  if (general.length === 0 && (given.length === 0 || given.length > mostRows))
    throw nothingSent([
      { key: given.length === 0 ? 'import.empty' : 'import.too-many', parameters: { most: mostRows } },
    ])
  const machine = await machineFor(
    given.map(({ flags }) => flags),
    context,
  )
  const problems: Message[] = [...general]
  const asked = given.map((row): ImportRow => {
    const { flags, problems } = namingMachine(row.flags, machine, form)
    return { ...row, flags, problems: [...row.problems, ...problems] }
  })
  const rows = asked.flatMap((row): ImportPlan['rows'] => {
    const understood = understandRow(row, form, context)
    if ('request' in understood) return [{ line: row.line, request: understood.request }]
    problems.push(
      ...understood.problems.map((problem): Message => {
        const parameters = { line: row.line, problem: context.t(problem) }
        return { key: 'import.bad-line', parameters }
      }),
    )
    return []
  })
  if (problems.length > 0) throw nothingSent(problems)
  return { source: path, digest: digestOf(asked), rows }
}

/** Of what the file says, however a spreadsheet saved it, and whatever the form makes of it. */
function digestOf(rows: ImportRow[]): string {
  const answers = rows.map(({ flags }) => Object.entries(flags).sort(([one], [other]) => (one < other ? -1 : 1)))
  return createHash('sha256').update(JSON.stringify(answers)).digest('hex')
}

function nothingSent(lines: Message[]): MissingInformation {
  return new MissingInformation('nothing-sent', undefined, {
    lines,
    hint: { key: 'import.put-right', parameters: { columns: importColumns.join(', ') } },
  })
}

async function readGiven(path: string, { files, terminal }: Context): Promise<string> {
  const bytes = path === '-' ? await terminal.readBytes() : await files.read(path)
  if (!bytes) throw new WrongUsage('file-missing', { path })
  const { text } = decoded(bytes)
  if (!/[\u0000\ufffd]/.test(text)) return text
  throw path === '-' ? new WrongUsage('input-not-text') : new WrongUsage('import-not-text', { path })
}

type Understood = { request: ImportPlan['rows'][number]['request'] } | { problems: Problem[] }

function understandRow(row: ImportRow, form: TicketForm, { t, settings }: Context): Understood {
  const { request, problems: choices } = understand(row.flags, form, t)
  const wrong = [...row.problems, ...choices.map(inWordsOfFiles)]
  const named = new Set<string | undefined>(wrong.map(({ field }) => field))
  // Of a line that is broken as a whole, nothing is known to be missing.
  const isRead = Object.keys(row.flags).length > 0 || row.problems.length === 0
  const missing = isRead ? missingFields(request, form).filter((field) => !named.has(field)) : []
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
