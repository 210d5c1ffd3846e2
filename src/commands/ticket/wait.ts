import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import { Unreachable, WrongUsage } from '../../errors.ts'
import { choiceHint } from '../../i18n/similar.ts'
import type { MessageKey } from '../../i18n/translate.ts'
import { knowValues } from '../known-value.ts'
import { milliseconds } from './duration.ts'
import type { Sighting } from './follow.ts'
import { ticketArgument } from './ticket-number.ts'
import { intervalOption, usualInterval } from './watch.ts'

const conditions = ['solved', 'closed', 'reply', 'taken'] as const
type Condition = (typeof conditions)[number]

export interface WaitOptions {
  ticketId: number
  until?: string | undefined
  /** As it was given: `2h`. */
  timeout?: string | undefined
  interval?: number | undefined
}

export function addWait(ticket: Command, context: Context, run = wait): void {
  const { t } = context
  const command = ticket
    .command('wait')
    .summary(t('wait.summary'))
    .description(t('wait.description'))
    .addArgument(ticketArgument('<ticket>', t('show.ticket')))
    .option('--until <what>', t('wait.option.until'))
    .option('--timeout <time>', t('wait.option.timeout'))
    .option('--interval <time>', t('watch.option.interval'), intervalOption)
    .action((ticketId: number, _flags: unknown, command: Command) => {
      // Here --timeout is how long to wait; commander takes it for the option of the same name of every command.
      const { until, interval, timeout } = command.optsWithGlobals<Omit<WaitOptions, 'ticketId'>>()
      return run({ ticketId, until, interval, timeout }, context)
    })
  command.examples = ['ipeos ticket wait 15 --until reply --timeout 2h && ipeos ticket show 15']
  knowValues(command, { '--until': conditions })
}

/** Waits until something is so; at once when it is. Rejects with `Unreachable` when the time is up. */
export async function wait(options: WaitOptions, context: Context): Promise<void> {
  const { ticketId: id, interval = usualInterval } = options
  const until = conditionOf(options.until)
  const longest = longestOf(options.timeout)
  const { follow } = await import('./follow.ts')
  const over = new AbortController()
  const happens = async (): Promise<void> => {
    const { ticket, sightings } = await follow({ ticketId: id, interval, signal: over.signal }, context)
    if (ticket && happened[until]({ ticket, events: [] })) return
    if (longest === 0) throw notYet(`wait.not-now.${until}`, id)
    for await (const sighting of sightings) if (happened[until](sighting)) return
  }
  const timeIsUp = async (milliseconds: number): Promise<never> => {
    await context.sleep(milliseconds, over.signal)
    throw notYet(`wait.time-up.${until}`, id, options.timeout)
  }
  try {
    await Promise.race([happens(), ...(longest ? [timeIsUp(longest)] : [])])
  } finally {
    over.abort()
  }
  context.terminal.note(`wait.happened.${until}`, { id })
}

function notYet(key: MessageKey, id: number, time = ''): Unreachable {
  return new Unreachable(key, { id, time }, { hint: { key: 'wait.time-up-hint', parameters: { id } } })
}

const happened: Record<Condition, (sighting: Sighting) => boolean> = {
  solved: ({ ticket: { status } }) => status === 'solved' || status === 'closed',
  closed: ({ ticket: { status } }) => status === 'closed',
  taken: ({ ticket: { status, taken } }) => status !== 'new' || taken !== undefined,
  reply: ({ events }) =>
    events.some(({ kind, mine }) => (kind === 'followup' || kind === 'solution') && mine === false),
}

function conditionOf(value: string | undefined): Condition {
  const found = conditions.find((condition) => condition === value?.toLowerCase())
  if (found) return found
  const hint = choiceHint(value ?? '', conditions)
  throw value === undefined
    ? new WrongUsage('wait.no-until', undefined, { hint })
    : new WrongUsage('wait.bad-until', { value }, { hint })
}

/** Milliseconds; 0 is one look. */
function longestOf(timeout: string | undefined): number | undefined {
  if (timeout === undefined) return undefined
  const longest = /^0+[smhd]?$/i.test(timeout.trim()) ? 0 : milliseconds(timeout)
  if (longest !== undefined) return longest
  throw new WrongUsage('wait.bad-timeout', { value: timeout }, { hint: { key: 'wait.bad-timeout-hint' } })
}
