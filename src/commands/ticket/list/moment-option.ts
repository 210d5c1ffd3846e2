import type { Context } from '../../../app/context.ts'
import { spokenMoment } from '../../../dates/spoken-moment.ts'
import { wallClock } from '../../../i18n/wall-clock.ts'

const day = 86_400_000
const second = 1000

/**
 * The moment that `--since` (`start`) or `--until` (`end`) means, said as people do; a day without an hour counts from
 * its first second to its last. Throws `WrongUsage` for what is not understood.
 */
export async function momentOption(
  text: string,
  edge: 'start' | 'end',
  { clock, terminal: { timeZone }, t: { language } }: Context,
): Promise<Date> {
  const said = await spokenMoment(text, { language, now: clock.now(), timeZone, meant: 'past' })
  if ('trouble' in said) throw said.trouble.withHint({ key: 'list.moment-hint' })
  const { moment, wholeDay } = said
  if (!wholeDay || edge === 'start') return moment
  const wall = wallClock(timeZone)
  return new Date(wall.at(new Date(wall.read(moment).getTime() + day)).getTime() - second)
}
