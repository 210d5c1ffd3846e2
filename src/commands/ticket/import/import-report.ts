import type { Context } from '../../../app/context.ts'
import type { OpenImport } from '../../../drafts/imports.ts'
import { listText } from '../../../records/format/list.ts'
import { type ImportRecord, importRecord, importShape } from '../../../records/ticket/import.ts'
import { type Output, printList, printTable } from '../../output.ts'

/** Tells what became of each line, in the order of the file. */
export interface ImportReport {
  /** Of the rows of these places it is known: what is told line by line is told now, as far as the lines before allow. */
  known(places: readonly number[]): void
  /** Tells all the rest; a table and an array are one piece, and come now. */
  end(): Promise<void>
}

/** A report of an import that runs: a command that is stopped half-way has told what it did until then. */
export async function openReport(
  open: Pick<OpenImport, 'plan' | 'state'>,
  link: (id: number) => string,
  output: Output,
  context: Context,
): Promise<ImportReport> {
  const places = [...open.plan.rows.keys()]
  const recordOf = (place: number) => importRecord(place, open, link, context.t)
  if (output.as === 'table' || output.as === 'json')
    return { known: () => undefined, end: () => printReport(places.map(recordOf), output, context) }
  const writer = await listText(output.as, output.fields, recordOf)
  const settled = new Set<number>()
  let told = 0
  const tellUntil = (end: number): void => {
    const text = writer.page(places.slice(told, end))
    told = end
    if (text !== '') context.terminal.print(text)
  }
  return {
    known(some) {
      for (const place of some) settled.add(place)
      let end = told
      while (settled.has(end)) end += 1
      tellUntil(end)
    },
    end: async () => tellUntil(places.length),
  }
}

/** Prints a report that is there as a whole. */
export async function printReport(records: ImportRecord[], output: Output, context: Context): Promise<void> {
  if (output.as !== 'table') return printList(records, output, context)
  await printTable(records, output.fields ?? importShape.columns, context)
}
