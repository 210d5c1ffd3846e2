import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { milliseconds } from '../../../dates/duration.ts'
import { TimeUp, WrongUsage } from '../../../errors/error.ts'
import { choiceHint } from '../../../i18n/similar.ts'
import type { TicketStatus } from '../../../itil/ticket-words.ts'
import type { ChosenFields } from '../../../records/chosen-fields.ts'
import { fieldNames } from '../../../records/shape.ts'
import { type WaitRecord, waitConditions, waitShape } from '../../../records/ticket/wait.ts'
import { described, knowValues } from '../../command-facts.ts'
import { addJsonFlags, printedSchema } from '../../output.ts'
import { ticketArgument } from '../ticket-number.ts'
import type { Sighting } from './follow.ts'
import { intervalOption, usualInterval } from './interval.ts'

type Condition = (typeof waitConditions)[number]

export interface WaitOptions {
  ticketId: number
  until?: string | undefined
  /** As it was given: `2h`. */
  timeout?: string | undefined
  interval?: number | undefined
  json?: ChosenFields | undefined
  jsonSchema?: boolean | undefined
}

export function addWait(ticket: Command, context: Context, run = wait): void {
  const { t } = context
  const command = described(ticket.command('wait'), 'wait', t)
    .addArgument(ticketArgument('<ticket>', t('show.ticket')))
    .option('--until <what>', t('wait.option.until'))
    .option('--timeout <time>', t('wait.option.timeout'))
    .option('--interval <time>', t('watch.option.interval'), intervalOption)
    .action((ticketId: number, _flags: unknown, command: Command) => {
      // Here --timeout is how long to wait; commander takes it for the option of the same name of every command.
      const { until, interval, timeout, json, jsonSchema } = command.optsWithGlobals<Omit<WaitOptions, 'ticketId'>>()
      return run({ ticketId, until, interval, timeout, json, jsonSchema }, context)
    })
  addJsonFlags(command, t, waitShape, 'wait.option.json')
  command.examples = [
    'ipeos ticket wait 15 --until reply --timeout 2h && ipeos ticket show 15',
    'ipeos ticket wait 15 --until taken --timeout 0 --json happened',
  ]
  knowValues(command, { '--until': waitConditions })
}

/** Waits until something is so; at once when it is. Rejects with `TimeUp` when the time is up. */
export async function wait(options: WaitOptions, context: Context): Promise<void> {
  const { ticketId: id, json } = options
  if (printedSchema({ jsonSchema: options.jsonSchema ?? false }, waitShape, context)) return
  const { fieldsOf } = await import('../../../records/chosen-fields.ts')
  const { toJson } = await import('../../../records/format/json.ts')
  if (json !== undefined) fieldsOf(json, fieldNames(waitShape))
  const until = conditionOf(options.until)
  const { error, status } = await outcomeOf(until, options, context)
  if (json !== undefined) {
    const url = await (await context.platform()).tickets.link(id)
    const record: WaitRecord = { ticket: id, until, happened: error === undefined, status: status ?? null, url }
    context.terminal.print(toJson(record, json))
  }
  if (error) throw error
  context.terminal.note(`wait.happened.${until}`, { id })
}

interface WaitOutcome {
  /** Set when the time is up. */
  error?: TimeUp
  /** What it was when it was last looked at. */
  status: TicketStatus | undefined
}

async function outcomeOf(until: Condition, options: WaitOptions, context: Context): Promise<WaitOutcome> {
  const { ticketId: id, interval = usualInterval } = options
  const longest = longestOf(options.timeout)
  const { follow } = await import('./follow.ts')
  const over = new AbortController()
  let status: TicketStatus | undefined
  const isNow = (sighting: Sighting): boolean => {
    status = sighting.ticket.status
    return happened[until](sighting)
  }
  const happens = async (): Promise<void> => {
    const { ticket, sightings } = await follow({ ticketId: id, interval, signal: over.signal }, context)
    if (ticket && isNow({ ticket, events: [] })) return
    if (longest === 0) throw new TimeUp(`${until}-not-now`, { id })
    for await (const sighting of sightings) if (isNow(sighting)) return
  }
  const timeIsUp = async (milliseconds: number): Promise<never> => {
    await context.sleep(milliseconds, over.signal)
    throw new TimeUp(`${until}-not-in-time`, { id, time: options.timeout ?? '' })
  }
  try {
    await Promise.race([happens(), ...(longest ? [timeIsUp(longest)] : [])])
  } catch (error) {
    if (error instanceof TimeUp) return { error, status }
    throw error
  } finally {
    over.abort()
  }
  return { status }
}

const happened: Record<Condition, (sighting: Sighting) => boolean> = {
  solved: ({ ticket: { status } }) => status === 'solved' || status === 'closed',
  closed: ({ ticket: { status } }) => status === 'closed',
  taken: ({ ticket: { status, taken } }) => status !== 'new' || taken !== undefined,
  reply: ({ events }) =>
    events.some(({ kind, mine }) => (kind === 'followup' || kind === 'solution') && mine === false),
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
