import type { Context } from '../../../app/context.ts'
import type { OpenImport } from '../../../drafts/import/imports.ts'
import type { PartlyDone } from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import { type ImportRecord, importRecord, knownRecord } from '../../../records/ticket/import.ts'
import type { Output } from '../../output.ts'
import type { PlacedLine } from './begin-import.ts'
import type { FileForm, ImportRow } from './given-row.ts'
import { numbersReport, openReport } from './import-report.ts'
import { reportText, writeReport, writeReportNow } from './report-file.ts'
import { sendImports } from './send-imports.ts'

/** How what became of the lines is told. */
export interface Telling {
  /** Undefined: the numbers of the new tickets alone, or nothing where a report goes to standard output. */
  output: Output | undefined
  /** Where the lines go, with what became of them: a full path, or `-` for standard output. */
  report?: string | undefined
  /** True where a person is there to say what becomes of tickets that are there twice. */
  asks?: boolean
}

/** Lines of which some are sent now. */
export interface Sending {
  opens: readonly OpenImport[]
  /** How they came; undefined where nobody knows. */
  form: FileForm | undefined
  isMarked: boolean
  lines: ReadonlyArray<Pick<ImportRow, 'line' | 'flags' | 'given'>>
  /** Where each of the lines stands. */
  placed: readonly PlacedLine[]
  /** False: of those that are left alone nothing is said. */
  tellsAll: boolean
}

/** What becomes of a line, as it stands now. */
export function recordsOf(
  { lines, placed }: Pick<Sending, 'lines' | 'placed'>,
  link: (id: number) => string,
  { t }: Pick<Context, 't'>,
): (index: number) => ImportRecord {
  return (index) => {
    const at = placed[index]
    const { line = 0, flags = {} } = lines[index] ?? {}
    if (at && 'open' in at) return { ...importRecord(at.place, at.open, link, t), line }
    const title = flags.title?.replace(/\s+/g, ' ').trim() ?? ''
    return knownRecord({ line, title }, at?.state ?? { is: 'new' }, link)
  }
}

/** Sends what is to be sent, and tells what became of each line. Rejects as `sendImports`. */
export async function sendAndTell(
  sending: Sending,
  telling: Telling,
  platform: Platform,
  context: Context,
): Promise<void> {
  const { opens, placed, tellsAll } = sending
  const recordOf = recordsOf(sending, await platform.tickets.links(), context)
  const shown = [...placed.keys()].filter((index) => tellsAll || 'open' in (placed[index] as PlacedLine))
  const { known, end } = telling.output
    ? await openReport(shown, placed, recordOf, telling.output, context)
    : numbersReport(telling.report === '-' ? [] : opens, context)
  const { now, atEnd } = reportTo(telling.report, sending, recordOf, context)
  await sendImports(
    opens,
    shown.map((index) => placed[index] as PlacedLine),
    {
      known,
      end: async () => {
        await end()
        return atEnd()
      },
      interrupted: now,
    },
    platform,
    context,
    telling,
  )
}

/** Writes the report of `--report`: at once, or at the end, when it gives why it could not. */
export function reportTo(
  path: string | undefined,
  { form, isMarked, lines }: Pick<Sending, 'form' | 'isMarked' | 'lines'>,
  recordOf: (index: number) => ImportRecord,
  { terminal }: Pick<Context, 'terminal'>,
): { now(): void; atEnd(): Promise<PartlyDone | undefined> } {
  if (path === undefined || !form) return { now: () => undefined, atEnd: async () => undefined }
  const text = (): string => reportText({ form, isMarked, lines }, [...lines.keys()].map(recordOf))
  if (path !== '-') return { now: () => writeReportNow(path, text()), atEnd: () => writeReport(path, text()) }
  const print = (): void => terminal.print(text())
  return {
    now: print,
    atEnd: async () => {
      print()
      return undefined
    },
  }
}
