import type { ImportPlan } from '../../drafts/import-plan.ts'
import type { OpenImport } from '../../drafts/imports.ts'
import type { Translate } from '../../i18n/translate.ts'
import { address, integer, maybe, oneOf, type RecordOf, shape, text } from '../shape.ts'

/** What became of each line of an import; `ready` with `--dry-run`, `waiting` when it has not been sent, or no answer came. */
export const importShape = shape({
  name: 'ticket-import',
  fields: {
    line: integer,
    result: oneOf(['created', 'refused', 'waiting', 'ready']),
    id: maybe(integer),
    title: text,
    error: maybe(text),
    url: maybe(address),
  },
  columns: ['line', 'result', 'id', 'title', 'error'],
  list: true,
})

export type ImportRecord = RecordOf<typeof importShape>

/** The line at this place of the plan; `link` gives the address of a ticket. */
export function importRecord(
  place: number,
  { plan, state }: Pick<OpenImport, 'plan' | 'state'>,
  link: (id: number) => string,
  t: Translate,
): ImportRecord {
  const { line = 0, request } = plan.rows[place] ?? {}
  const title = request?.title ?? ''
  const id = state.tickets[place]
  const refused = state.refused[place]
  if (id !== undefined) return { line, result: 'created', id, title, error: null, url: link(id) }
  const error = refused === undefined ? null : refused || t('import.refused-silently')
  return { line, result: error === null ? 'waiting' : 'refused', id: null, title, error, url: null }
}

/** What would be sent. */
export function readyRecord({ line, request: { title } }: ImportPlan['rows'][number]): ImportRecord {
  return { line, result: 'ready', id: null, title, error: null, url: null }
}
