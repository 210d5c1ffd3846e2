import type { OpenImport } from '../../drafts/import/imports.ts'
import type { Translate } from '../../i18n/translate.ts'
import { address, integer, maybe, oneOf, type RecordOf, shape, text } from '../shape.ts'

/**
 * What became of each line of an import; `ready` with `--dry-run`, `waiting` when it has not been sent, or no answer came;
 * `there` when it was imported before, `changed` when it says something else than the line of its key did then.
 */
export const importShape = shape({
  name: 'ticket-import',
  fields: {
    line: integer,
    result: oneOf(['created', 'refused', 'waiting', 'ready', 'there', 'changed']),
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
  const twins = state.younger?.[place]
  const twice = twins ? t('import.twice', { numbers: twins.join(', ') }) : (state.unattached?.[place] ?? null)
  const { others, unseen } = state.byForm?.[place] ?? {}
  const also = others ? t('import.also', { numbers: others.map((one) => `#${one}`).join(', ') }) : null
  if (id !== undefined) return { line, result: 'created', id, title, error: twice ?? also, url: link(id) }
  if (unseen !== undefined)
    return { line, result: 'created', id: null, title, error: t('import.unseen', { name: unseen }), url: null }
  const error = refused === undefined ? null : refused || t('import.refused-silently')
  return { line, result: error === null ? 'waiting' : 'refused', id: null, title, error, url: null }
}

/** What is known of a line before anything is sent, as an import would leave it. */
export function knownRecord(
  { line, title }: { line: number; title: string },
  { is, ticket }: { is: 'new' | 'waiting' | 'there' | 'changed'; ticket?: number | undefined },
  link: (id: number) => string,
): ImportRecord {
  const result = is === 'new' ? 'ready' : is
  return { line, result, id: ticket ?? null, title, error: null, url: ticket === undefined ? null : link(ticket) }
}
