import type { Context } from '../../app/context.ts'
import { WrongUsage } from '../../errors/error.ts'
import type { TicketFilter } from '../../itil/ticket-query.ts'

export interface PeriodFlags {
  since?: string
  until?: string
}

/** The moments of `--since` and `--until`; undefined without either. */
export async function periodOf(flags: PeriodFlags, context: Context): Promise<TicketFilter['changed']> {
  if (flags.since === undefined && flags.until === undefined) return undefined
  const from = flags.since === undefined ? undefined : await momentOf(flags.since, 'start', context)
  const until = flags.until === undefined ? undefined : await momentOf(flags.until, 'end', context)
  if (from && until && from > until) {
    const { since = '', until: end = '' } = flags
    throw new WrongUsage('period-reversed', { since, until: end })
  }
  // Only said: what a script gives may be the server's own date, and that clock may go before ours.
  if (from && from > context.clock.now()) context.terminal.warn('list.since-future', { since: flags.since ?? '' })
  return { from, until }
}

const day = 86_400_000
const second = 1000

/**
 * The moment that `--since` (`start`) or `--until` (`end`) means, said as people do; a day without an hour counts from
 * its first second to its last. Throws `WrongUsage` for what is not understood.
 */
async function momentOf(
  text: string,
  edge: 'start' | 'end',
  { clock, terminal: { timeZone }, t: { language } }: Context,
): Promise<Date> {
  const { spokenMoment } = await import('../../dates/spoken-moment.ts')
  const said = await spokenMoment(text, { language, now: clock.now(), timeZone, meant: 'past' })
  if ('trouble' in said) throw said.trouble.withHint({ key: 'list.moment-hint' })
  const { moment, wholeDay, again = moment } = said
  // Of an hour that the clock shows twice, the one that leaves nothing out.
  if (!wholeDay || edge === 'start') return edge === 'start' ? moment : again
  const { wallClock } = await import('../../i18n/wall-clock.ts')
  const wall = wallClock(timeZone)
  return new Date(wall.at(new Date(wall.read(moment).getTime() + day)).getTime() - second)
}
