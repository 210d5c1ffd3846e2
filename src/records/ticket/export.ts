import type { IpeosError } from '../../errors/error.ts'
import type { Translate } from '../../i18n/translate.ts'
import { integer, maybe, oneOf, type RecordOf, shape, text } from '../shape.ts'

/** What became of each ticket of an export. */
export const exportShape = shape({
  name: 'ticket-export',
  fields: {
    id: integer,
    result: oneOf(['exported', 'refreshed', 'unchanged', 'failed']),
    title: maybe(text),
    folder: maybe(text),
    documents: maybe(integer),
    error: maybe(text),
  },
  list: true,
})

type ExportRecord = RecordOf<typeof exportShape>

/** What became of one ticket. */
export interface Exported {
  id: number
  result: ExportRecord['result']
  title?: string | undefined
  documents?: number | undefined
  error?: IpeosError
}

/** `folder`: where it is, if it is there. */
export function exportRecord(
  { id, result, title, documents, error }: Exported,
  folder: string,
  t: Translate,
): ExportRecord {
  return {
    ...{ id, result, title: title ?? null, documents: documents ?? null },
    folder: result === 'failed' ? null : folder,
    error: error ? t(error.text) : null,
  }
}
