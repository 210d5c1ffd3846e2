import type { Command } from 'commander'
import type { LazyTranslate } from '../i18n/translate.ts'
import type { FilterFlags } from '../records/filter/filter.ts'
import type { PieceFilter } from '../terminal/terminal.ts'
import type { World } from './world.ts'

/**
 * What `--jq` or `--template` of a command makes of its JSON, which it gives with all fields unless `--json` names them.
 * A wrong one is refused here, before the platform is asked.
 */
export async function openFilter(
  command: Command,
  { now, timeZone, leaveSignals }: World,
  { language }: LazyTranslate,
): Promise<PieceFilter | undefined> {
  const flags = command.opts<FilterFlags & { json?: unknown }>()
  const isFiltered = command.shape !== undefined || command.filtersAnswer
  if (!isFiltered || (flags.jq === undefined && flags.template === undefined)) return undefined
  const { filterOf, isInLines } = await import('../records/filter/filter.ts')
  const { dates } = await import('../dates/dates.ts')
  const apply = await filterOf(flags, () => dates({ language, now: now(), timeZone }), leaveSignals)
  if (!apply) return undefined
  if (command.shape && flags.json === undefined) command.setOptionValue('json', true)
  return { apply, inLines: isInLines(flags) }
}
