import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import type { IpeosError } from '../../../errors/error.ts'
import type { TicketEvent } from '../../../itil/ticket-event.ts'
import type { ChosenFields } from '../../../records/chosen-fields.ts'
import { fieldNames } from '../../../records/shape.ts'
import { eventRecord, eventShape } from '../../../records/ticket/event.ts'
import { described } from '../../command-facts.ts'
import { addJsonFlags, lookOfPage, printedSchema } from '../../output.ts'
import { type NamedTickets, readTickets, ticketsArgument } from '../several/tickets.ts'
import type { Sighting } from './follow.ts'
import { intervalOption, usualInterval } from './interval.ts'

interface WatchFlags {
  interval?: number
  bell?: boolean
  exec?: string
  json?: ChosenFields
  jsonSchema?: boolean
}

export interface WatchOptions extends WatchFlags {
  /** All of the person's without any. */
  tickets?: NamedTickets | undefined
}

const minute = 60_000
/** What the sentence about a longer interval (ms) proposes. */
const fast = 10_000

export function addWatch(ticket: Command, context: Context, run = watch): void {
  const { t } = context
  const command = described(ticket.command('watch'), 'watch', t)
    .addArgument(ticketsArgument('[tickets...]', t('watch.tickets')))
    .option('--interval <time>', t('watch.option.interval'), intervalOption)
    .option('--bell', t('watch.option.bell'))
    .option('--exec <command>', t('watch.option.exec'))
    .action((tickets: NamedTickets | undefined, flags: WatchFlags) => run({ tickets, ...flags }, context))
  addJsonFlags(command, t, eventShape, 'watch.option.json')
  command.examples = [
    'ipeos ticket watch 15 --bell',
    'ipeos ticket watch 12 15',
    'ipeos ticket watch --jq .text',
    `ipeos ticket watch --exec 'notify-send "$IPEOS_EVENT" "#$IPEOS_TICKET"'`,
  ]
}

/** Tells what happens as it happens, until it is stopped. */
export async function watch(options: WatchOptions, context: Context): Promise<void> {
  const { terminal, t } = context
  if (printedSchema(options, eventShape, context)) return
  const { tickets: named = [], interval = usualInterval } = options
  const { fieldsOf } = await import('../../../records/chosen-fields.ts')
  if (options.json !== undefined) fieldsOf(options.json, fieldNames(eventShape))
  const ids = named.length > 0 ? (await readTickets(named, 'wait', context)).ids : undefined
  if (ids?.length === 0) return
  const { follow } = await import('./follow.ts')
  await loadTelling()

  const onLost = ids && ids.length > 1 ? await lostTeller(ids.length, context) : undefined
  const life = { looked: context.clock.now() }
  const onLook = () => {
    life.looked = context.clock.now()
  }
  const following = { ticketIds: ids, interval, signal: terminal.unheard, onLook, ...(onLost && { onLost }) }
  const { sightings, tickets } = await terminal.during(t('watch.loading'), follow(following, context))
  if (ids === undefined) terminal.note('watch.started')
  else terminal.note('watch.started-some', { count: tickets.length, ids: tickets.map(({ id }) => id).join(', ') })
  const isLong = interval > 2 * minute && interval % minute === 0
  if (isLong) terminal.note('watch.every-minutes', { count: interval / minute })
  else terminal.note(interval > fast ? 'watch.every-seconds' : 'watch.every-few-seconds', { count: interval / 1000 })
  try {
    await tellEach(waitedFor(sightings, life, context), { ...options, titled: ids?.length !== 1 }, context)
  } catch (error) {
    if (!terminal.unheard.aborted) throw error
  }
}

/** What tells an event is there before one happens: while this waits, npm may put another version in the place of this one. */
async function loadTelling(): Promise<void> {
  await Promise.all([
    import('../../../glpi/ticket/author-page.ts'),
    import('../../../views/ticket/event.ts'),
    import('../../../records/format/json.ts'),
    import('../../../terminal/html.ts'),
  ])
}

/** One that cannot be read is told; the others are followed, as long as there are any. */
async function lostTeller(count: number, context: Context) {
  const { Failures } = await import('../several/each-ticket.ts')
  const failures = new Failures(count, context)
  let left = count
  return (id: number, error: IpeosError): void => {
    failures.met(error, id)
    left -= 1
    if (left === 0) failures.throwIfAny()
  }
}

/** A sign of life beside the waiting: when the platform was asked last. */
async function* waitedFor(
  sightings: AsyncGenerator<Sighting>,
  life: { looked: Date },
  { terminal, t, dates }: Context,
): AsyncGenerator<Sighting> {
  const waiting = () => t('watch.waiting', { time: dates().time(life.looked) })
  try {
    for (;;) {
      const coming = sightings.next()
      // In plain mode it would be a sentence again and again.
      const next = await (terminal.noteStyle.plain ? coming : terminal.during(waiting, coming))
      if (next.done) return
      yield next.value
    }
  } finally {
    await sightings.return(undefined)
  }
}

interface Telling extends WatchFlags {
  /** An event says of which ticket it is. */
  titled: boolean
}

/** Tells what is new, for as long as somebody reads it. */
async function tellEach(sightings: AsyncIterable<Sighting>, options: Telling, context: Context): Promise<void> {
  const { terminal } = context
  // Commands run one after the other beside the watching: one that hangs holds up no event.
  let commands = Promise.resolve()
  try {
    for await (const { ticket, events } of sightings) {
      for (const event of events) {
        await tell(event, options, context)
        if (terminal.unheard.aborted) return
        if (options.bell) terminal.bell()
        if (options.exec === undefined) continue
        const run = await commandFor(event, options.exec, context)
        commands = commands.then(run)
      }
      const isRead = terminal.outputIsTerminal && options.json === undefined && events.length > 0
      if (isRead) terminal.note('watch.read', { id: ticket.id })
    }
  } finally {
    await commands
  }
}

async function tell(event: TicketEvent, { titled, json }: Telling, context: Context): Promise<void> {
  const { terminal } = context
  if (json !== undefined) return terminal.print(await eventJson(event, json, context))
  const { eventLines } = await import('../../../views/ticket/event.ts')
  const url = await linkOf(event, context)
  terminal.print(eventLines(event, { url, titled }, lookOfPage(context)))
}

async function eventJson(event: TicketEvent, fields: ChosenFields, context: Context): Promise<string> {
  const { toJsonLine } = await import('../../../records/format/json.ts')
  const record = await eventRecord(event, await linkOf(event, context), context.dates())
  return toJsonLine(record, fields, fieldNames(eventShape))
}

async function linkOf(event: TicketEvent, context: Context): Promise<string> {
  return (await context.platform()).tickets.link(event.ticket.id)
}

/** The person's command, ready to be run for this event; what it is given is made now, when the platform is at hand. */
async function commandFor(event: TicketEvent, command: string, context: Context): Promise<() => Promise<void>> {
  const input = `${await eventJson(event, true, context)}\n`
  const variables = { IPEOS_EVENT: event.kind, IPEOS_TICKET: String(event.ticket.id) }
  return async () => {
    const reason = await context.shell(command, { input, variables })
    // Not the command itself: it may hold a secret, and what is said here ends in the log of a service.
    if (reason !== undefined) context.terminal.warn('watch.command-failed', { reason })
  }
}
