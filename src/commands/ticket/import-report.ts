import type { Context } from '../../context.ts'
import type { OpenImport } from '../../drafts/imports.ts'
import type { importResults, importShape } from '../../views/import-shape.ts'
import type { DataRecord } from '../../views/records.ts'
import type { ReadPlan } from './import-plan.ts'

type ImportRecord = DataRecord<keyof typeof importShape.fields> & { result: (typeof importResults)[number] }

/** What became of each line, in the order of the file. */
export function importRecords(
  { plan, state }: Pick<OpenImport, 'plan' | 'state'>,
  link: (id: number) => string,
  { t }: Context,
): ImportRecord[] {
  return plan.rows.map(({ line, request: { title } }, place) => {
    const id = state.tickets[place]
    const refused = state.refused[place]
    if (id !== undefined) return { line, result: 'created', id, title, error: null, url: link(id) }
    const error = refused === undefined ? null : refused || t('import.refused-silently')
    return { line, result: error === null ? 'waiting' : 'refused', id: null, title, error, url: null }
  })
}

/** What would be sent. */
export function readyRecords({ rows }: ReadPlan): ImportRecord[] {
  return rows.map(({ line, request: { title } }) => {
    return { line, result: 'ready', id: null, title, error: null, url: null }
  })
}
