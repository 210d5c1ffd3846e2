import type { IpeosError } from '../../errors/error.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { TicketDocument } from '../../itil/ticket.ts'
import { bytes, integer, maybe, oneOf, type RecordOf, shape, text } from '../shape.ts'

/** What became of each document of a download; 0 is the number of an image whose bytes stand in a text. */
export const downloadShape = shape({
  name: 'ticket-download',
  fields: {
    ticket: integer,
    id: integer,
    fileName: text,
    image: maybe(integer),
    result: oneOf(['fetched', 'unchanged', 'failed']),
    path: maybe(text),
    size: maybe(bytes),
    error: maybe(text),
  },
  list: true,
})

/** Where a document is on this computer now, or why it is not. */
export type Downloaded =
  | { document: TicketDocument; path: string; size: number; wasThere: boolean }
  | { document: TicketDocument; error: IpeosError }

export function downloadRecord(ticket: number, one: Downloaded, t: Translate): RecordOf<typeof downloadShape> {
  const { id, fileName, inline } = one.document
  const named = { ticket, id, fileName, image: inline?.number ?? null }
  if ('error' in one) return { ...named, result: 'failed', path: null, size: null, error: t(one.error.text) }
  const { path, size, wasThere } = one
  return { ...named, result: wasThere ? 'unchanged' : 'fetched', path, size, error: null }
}
