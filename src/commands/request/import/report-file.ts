import { stringify } from 'csv-stringify/sync'
import { IpeosError, PartlyDone } from '../../../errors/error.ts'
import { writePrivately, writePrivatelyNow } from '../../../files/private-file.ts'
import { harmless } from '../../../records/format/delimited.ts'
import type { ImportRecord } from '../../../records/ticket/import.ts'
import { plain } from '../../../terminal/sanitize.ts'
import { isReportColumn, reportColumns } from './column.ts'
import type { FileForm, ImportRow } from './given-row.ts'

/** The lines of a file as they were given. */
export interface GivenLines {
  form: FileForm
  /** True where a mark (BOM) stands before them. */
  isMarked: boolean
  lines: ReadonlyArray<Pick<ImportRow, 'given'>>
}

/** The lines as they were given, each with what became of it, in the form in which they came. */
export function reportText({ form, isMarked, lines }: GivenLines, records: readonly ImportRecord[]): string {
  const text = form.kind === 'csv' ? csvReport(form, lines, records) : jsonReport(form.kind, lines, records)
  return `${isMarked ? '\ufeff' : ''}${text}`
}

function csvReport(
  { delimiter, first, head, lineEnd }: Extract<FileForm, { kind: 'csv' }>,
  lines: GivenLines['lines'],
  records: readonly ImportRecord[],
): string {
  // What a former report wrote makes room.
  const kept = [...head.keys()].filter((place) => !isReportColumn(head[place] ?? ''))
  const rows = lines.map(({ given }, index) => {
    const cells = Array.isArray(given) ? given : []
    return [
      ...kept.map((place) => cells[place] ?? ''),
      ...resultsOf(records[index]).map((one) => harmless(String(one ?? ''))),
    ]
  })
  const all = [[...kept.map((place) => head[place] ?? ''), ...reportColumns], ...rows]
  const text = stringify(all, { delimiter, record_delimiter: lineEnd })
  return first === '' ? text : `${first}${lineEnd}${text}`
}

function jsonReport(kind: 'ndjson' | 'array', lines: GivenLines['lines'], records: readonly ImportRecord[]): string {
  const objects = lines.map(({ given }, index) => {
    const results = resultsOf(records[index])
    return {
      ...Object.fromEntries(Object.entries(given).filter(([name]) => !isReportColumn(name))),
      ...Object.fromEntries(reportColumns.map((name, place) => [name, results[place] ?? null])),
    }
  })
  if (kind === 'array') return `${JSON.stringify(objects, null, 2)}\n`
  return objects.map((object) => `${JSON.stringify(object)}\n`).join('')
}

/** In the order of the columns. */
function resultsOf(record: ImportRecord | undefined): Array<string | number | null> {
  if (!record) return []
  return [record.id, record.url, record.result, record.error === null ? null : plain(record.error)]
}

/** Replaces the report whole; it is for its owner alone. Gives why it could not be written. */
export async function writeReport(path: string, text: string): Promise<PartlyDone | undefined> {
  try {
    await writePrivately(path, text)
    return undefined
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    const reason = String(error.parameters.reason ?? error.code)
    return new PartlyDone('report-unwritten', { path, reason }, { cause: error })
  }
}

/** The same for a command that is stopped: it has other last words than that this failed. */
export function writeReportNow(path: string, text: string): void {
  try {
    writePrivatelyNow(path, text)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}
