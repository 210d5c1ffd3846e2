import type { Dates } from '../../dates/dates.ts'
import { WrongUsage } from '../../errors/error.ts'
import type { Filter } from '../../terminal/terminal.ts'
import type { Hold } from './jq.ts'

export interface FilterFlags {
  jq?: string
  template?: string
  format?: string
  columns?: string
  ndjson?: boolean
}

/** Whether the JSON comes as a value a line, each filtered by itself. */
export function isInLines({ format, ndjson = false }: FilterFlags): boolean {
  return ndjson || format === 'ndjson'
}

/**
 * The filter that `--jq` or `--template` asks for; undefined without them. Throws `WrongUsage` where they make no sense,
 * so that the platform is asked nothing. `hold`: how an expression of jq is run.
 */
export async function filterOf(flags: FilterFlags, dates: () => Dates, hold?: Hold): Promise<Filter | undefined> {
  const { jq, template, format, columns } = flags
  const option = jq === undefined ? '--template' : '--jq'
  if (jq === undefined && template === undefined) return undefined
  if (jq !== undefined && template !== undefined) throw new WrongUsage('jq-and-template')
  if (columns !== undefined) throw new WrongUsage('filter-and-form', { option, other: '--columns' })
  if (format !== undefined && format !== 'ndjson')
    throw new WrongUsage('filter-and-form', { option, other: `--format ${format}` })
  if (jq !== undefined) return (await import('./jq.ts')).jqFilter(jq, hold)
  return (await import('./template.ts')).templateFilter(template ?? '', dates, { inLines: isInLines(flags) })
}
