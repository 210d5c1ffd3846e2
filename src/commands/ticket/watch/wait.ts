import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { milliseconds } from '../../../dates/duration.ts'
import { type IpeosError, TimeUp, WrongUsage } from '../../../errors/error.ts'
import { choiceHint } from '../../../i18n/similar.ts'
import type { ChosenFields } from '../../../records/chosen-fields.ts'
import { fieldNames } from '../../../records/shape.ts'
import { waitConditions, waitShape } from '../../../records/ticket/wait.ts'
import { described, knowValues } from '../../command-facts.ts'
import { addJsonFlags, printedSchema } from '../../output.ts'
import { type NamedTickets, readTickets, ticketsArgument } from '../several/tickets.ts'
import { intervalOption, usualInterval } from './interval.ts'
import { type Condition, Waiting } from './waiting.ts'

export interface WaitOptions {
  tickets: NamedTickets
  until?: string | undefined
  /** The first of several is enough. */
  any?: boolean | undefined
  /** As it was given: `2h`. */
  timeout?: string | undefined
  interval?: number | undefined
  json?: ChosenFields | undefined
  jsonSchema?: boolean | undefined
}

export function addWait(ticket: Command, context: Context, run = wait): void {
  const { t } = context
  const command = described(ticket.command('wait'), 'wait', t)
    .addArgument(ticketsArgument('[tickets...]', t('tickets.argument')))
    .option('--until <what>', t('wait.option.until'))
    .option('--any', t('wait.option.any'))
    .option('--timeout <time>', t('wait.option.timeout'))
    .option('--interval <time>', t('watch.option.interval'), intervalOption)
    .action((tickets: NamedTickets = [], _flags: unknown, command: Command) => {
      // Here --timeout is how long to wait; commander takes it for the option of the same name of every command.
      const flags = command.optsWithGlobals<Omit<WaitOptions, 'tickets'>>()
      const { until, any, interval, timeout, json, jsonSchema } = flags
      return run({ tickets, until, any, interval, timeout, json, jsonSchema }, context)
    })
  addJsonFlags(command, t, waitShape, 'wait.option.json')
  command.examples = [
    'ipeos ticket wait 15 --until reply --timeout 2h && ipeos ticket show 15',
    'ipeos ticket wait 15 --until taken --timeout 0 --json happened',
    'ipeos ticket wait 12 15 --until closed',
  ]
  knowValues(command, { '--until': waitConditions })
}

/** Waits until something is so; at once when it is. Rejects with `TimeUp` when the time is up. */
export async function wait(options: WaitOptions, context: Context): Promise<void> {
  const { json } = options
  if (printedSchema({ jsonSchema: options.jsonSchema ?? false }, waitShape, context)) return
  const { fieldsOf } = await import('../../../records/chosen-fields.ts')
  if (json !== undefined) fieldsOf(json, fieldNames(waitShape))
  const until = conditionOf(options.until)
  const longest = longestOf(options.timeout)
  const tickets = await readTickets(options.tickets, 'wait', context)
  if (options.tickets.length === 0 && tickets.ids.length === 0) return
  if (tickets.ids.length === 0) throw new WrongUsage('nothing-to-wait-for')
  const waiting = new Waiting(tickets, { until, any: options.any ?? false }, context)
  const error = await outcomeOf(waiting, { longest, ...options }, context)
  if (json !== undefined) await waiting.print(json)
  if (error) throw error
  waiting.throwIfAnyFailed()
}

interface Patience {
  /** Milliseconds; 0 is one look. */
  longest: number | undefined
  timeout?: string | undefined
  interval?: number | undefined
}

/** Undefined when it happened, or cannot happen any more. */
async function outcomeOf(
  waiting: Waiting,
  { longest, timeout = '', interval = usualInterval }: Patience,
  context: Context,
): Promise<TimeUp | undefined> {
  const { follow } = await import('./follow.ts')
  const over = new AbortController()
  const following = {
    ...{ ticketIds: waiting.ids, interval, signal: over.signal },
    ...(waiting.ids.length > 1 && {
      onLost: (id: number, error: IpeosError) => {
        waiting.lost(id, error)
        if (waiting.isOver) over.abort()
      },
    }),
  }
  const happens = async (): Promise<void> => {
    const { tickets, sightings } = await follow(following, context)
    for (const ticket of tickets) waiting.saw({ ticket, events: [] })
    if (waiting.isOver) return
    if (longest === 0) throw waiting.timeUp()
    for await (const sighting of sightings) {
      waiting.saw(sighting)
      if (waiting.isOver) return
    }
  }
  const timeIsUp = async (milliseconds: number): Promise<never> => {
    await context.sleep(milliseconds, over.signal)
    throw waiting.timeUp(timeout)
  }
  try {
    await Promise.race([happens(), ...(longest ? [timeIsUp(longest)] : [])])
  } catch (error) {
    if (error instanceof TimeUp) return error
    if (!waiting.isOver) throw error
  } finally {
    over.abort()
  }
  return undefined
}

function conditionOf(value: string | undefined): Condition {
  const found = waitConditions.find((condition) => condition === value?.toLowerCase())
  if (found) return found
  const hint = choiceHint(value ?? '', waitConditions)
  throw value === undefined
    ? new WrongUsage('no-until', undefined, { hint })
    : new WrongUsage('bad-until', { value }, { hint })
}

/** Milliseconds; 0 is one look. */
function longestOf(timeout: string | undefined): number | undefined {
  if (timeout === undefined) return undefined
  const longest = /^0+[smhd]?$/i.test(timeout.trim()) ? 0 : milliseconds(timeout)
  if (longest !== undefined) return longest
  throw new WrongUsage('bad-timeout', { value: timeout })
}
