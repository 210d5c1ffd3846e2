import type { Context } from '../../../app/context.ts'
import type { OpenImport } from '../../../drafts/import/imports.ts'
import { listText } from '../../../records/format/list.ts'
import { type ImportRecord, importShape } from '../../../records/ticket/import.ts'
import { type Output, printList, printTable, sheetOf } from '../../output.ts'
import type { PlacedLine } from './begin-import.ts'

/** Tells what became of each line, in the order of the file. */
export interface ImportReport {
  /** Of the rows of these places it is known: what is told line by line is told now, as far as the lines before allow. */
  known(open: OpenImport, places: readonly number[]): void
  /** Tells all the rest; a table and an array are one piece, and come now. */
  end(): Promise<void>
}

/** A report of an import that runs, of some of these lines (`all`), by their places: a command that is stopped half-way has told what it did until then. */
export async function openReport(
  all: readonly number[],
  lines: readonly PlacedLine[],
  recordOf: (index: number) => ImportRecord,
  output: Output,
  context: Context,
): Promise<ImportReport> {
  if (output.as === 'table' || output.as === 'json')
    return { known: () => undefined, end: () => printReport(all.map(recordOf), output, context) }
  const writer = await listText(output.as, output.fields, recordOf, { sheet: sheetOf(context) })
  const settled = new Set(lines.flatMap((line, index) => ('state' in line ? [index] : [])))
  const indexes = indexesOf(lines)
  let printed = 0
  const printUntil = (end: number): void => {
    const text = writer.page(all.slice(printed, end))
    printed = end
    if (text !== '') context.terminal.print(text)
  }
  return {
    known(open, places) {
      const own = indexes.get(open)
      for (const place of places) {
        const index = own?.get(place)
        if (index !== undefined) settled.add(index)
      }
      let end = printed
      while (end < all.length && settled.has(all[end] ?? -1)) end += 1
      printUntil(end)
    },
    end: async () => printUntil(all.length),
  }
}

/** Where the rows of each import stand among the lines that are told. */
function indexesOf(lines: readonly PlacedLine[]): Map<OpenImport, Map<number, number>> {
  const indexes = new Map<OpenImport, Map<number, number>>()
  for (const [index, line] of lines.entries()) {
    if (!('open' in line)) continue
    const own = indexes.get(line.open) ?? new Map<number, number>()
    indexes.set(line.open, own.set(line.place, index))
  }
  return indexes
}

/** Tells the numbers of the tickets that came, and nothing else. */
export function numbersReport(opens: readonly OpenImport[], { terminal }: Pick<Context, 'terminal'>): ImportReport {
  const numbers = (): number[] => opens.flatMap(({ state }) => Object.values(state.tickets))
  const before = new Set(numbers())
  const tell = (): void => {
    for (const id of numbers()) if (!before.has(id)) terminal.print(String(id))
  }
  return { known: () => undefined, end: async () => (terminal.outputIsTerminal ? undefined : tell()) }
}

/** Prints a report that is there as a whole. */
export async function printReport(records: ImportRecord[], output: Output, context: Context): Promise<void> {
  if (output.as !== 'table') return printList(records, output, context)
  await printTable(records, output.fields ?? importShape.columns, context)
}
