import type { Context } from '../../../app/context.ts'
import { Failed, IpeosError, NotLoggedIn, PartlyDone, Unreachable, WrongUsage } from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import type { TicketSummary } from '../../../itil/ticket.ts'
import { type Exported, exportRecord, exportShape } from '../../../records/ticket/export.ts'
import { quoted } from '../../../terminal/quoted.ts'
import { type LeftOut, throwIfLeftOut } from '../../left-out.ts'
import { type OutputFlags, outputOf, printList, printTable } from '../../output.ts'
import { addToIndex, openIndex } from './export-index.ts'
import {
  type Destination,
  type ExportedState,
  exportedState,
  folderOf,
  isEndOfAll,
  isUnchanged,
  keepTicket,
} from './exported-ticket.ts'

export interface ExportOptions extends OutputFlags {
  ticketIds: number[]
  all?: boolean
  output: string
}

/** Tickets at once: each is a handful of requests that wait for each other. */
const atOnce = 4

/** One ticket may be too much for a platform; when so many come to nothing in a row, it is the platform that is away. */
const mostLost = 3

/** Fetches tickets into a folder, but for those that are there already and did not change; tells what became of each. */
export async function exportTickets(options: ExportOptions, context: Context): Promise<void> {
  const { ticketIds, all = false, output: folder } = options
  const output = await outputOf(options, exportShape, context)
  if (!output) return
  if (all === ticketIds.length > 0) throw new WrongUsage(all ? 'tickets-twice' : 'which-tickets')
  const platform = await context.platform()
  const { rootUrl: root } = await platform.session()
  const dates = context.dates()
  const command = commandOf(options)
  const destination: Destination = { folder, root, platform, dates, context, onPart: partsOf(context, command) }
  await openIndex(destination)
  const { wanted, unknown } = await chosen(options, destination)
  const { done, states, end } = await keepAll(wanted, destination)
  await addToIndex(states, destination)
  context.ifInterrupted(undefined)
  await report(done, options, output, context)
  if (end) throw withCommand(end, command)
  throwIfAnyFailed(done, command)
  throwIfLeftOut(unknown)
}

interface Chosen {
  wanted: Wanted[]
  /** Those that the platform fails to list, and does not name. */
  unknown: LeftOut
}

/** The tickets that were asked for; of those that were named, what is known is asked when their turn comes. */
async function chosen({ all, ticketIds }: ExportOptions, { platform, context }: Destination): Promise<Chosen> {
  if (!all) return { wanted: ticketIds.map((id) => ({ id })), unknown: [] }
  return context.terminal.during(context.t('export.listing'), everyTicket(platform, context))
}

async function everyTicket(platform: Platform, { clock }: Context): Promise<Chosen> {
  const { ticketPages } = await import('../../../glpi/ticket/every-ticket.ts')
  const sort = { by: 'id', order: 'descending' } as const
  const found: Chosen = { wanted: [], unknown: [] }
  for await (const { tickets, leftOut = [] } of ticketPages(
    platform,
    { filter: {}, sort, withSurvey: true },
    clock.now(),
  )) {
    found.wanted.push(...tickets.map((summary) => ({ id: summary.id, summary })))
    // One that cannot be listed can be read all the same.
    for (const id of leftOut) id === undefined ? found.unknown.push(id) : found.wanted.push({ id, isUnlisted: true })
  }
  return found
}

interface Wanted {
  id: number
  summary?: TicketSummary
  /** The platform fails to list it. */
  isUnlisted?: boolean
}

interface Results {
  done: Exported[]
  /** Of all that are in the folder as a whole now, of those that were asked for. */
  states: ExportedState[]
  /** What made an end before all were fetched. */
  end: unknown
}

/** A few at a time, in the order in which they are wanted. */
async function keepAll(wanted: Wanted[], destination: Destination): Promise<Results> {
  const bar = destination.context.terminal.progress(destination.context.t('export.progress'), wanted.length, 'items')
  const results = new Map<number, Exported>()
  const states: ExportedState[] = []
  let end: unknown
  let lost = 0
  const fail = (error: unknown, { id, summary }: Wanted): void => {
    lost = error instanceof Unreachable ? lost + 1 : 0
    if (isEndOfAll(error) || lost >= mostLost) end ??= error
    if (error instanceof IpeosError) results.set(id, { id, result: 'failed', title: summary?.title, error })
  }
  const left = wanted.values()
  const worker = async (): Promise<void> => {
    for (const one of left) {
      try {
        const { exported, state } = await keepOne(one, destination)
        results.set(one.id, exported)
        states.push(state)
        lost = 0
      } catch (error) {
        fail(error, one)
      }
      bar.at(results.size)
      if (end) return
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, wanted.length) }, worker))
  bar.end(end !== undefined)
  return { done: wanted.flatMap(({ id }) => results.get(id) ?? []), states, end }
}

async function keepOne(
  { id, summary, isUnlisted = false }: Wanted,
  destination: Destination,
): Promise<{ exported: Exported; state: ExportedState }> {
  const known = await exportedState(id, destination)
  const isAsked = known && !summary && !isUnlisted
  const now = isAsked
    ? (await destination.platform.tickets.list({ id, withSurvey: true, first: 0, count: 1 })).tickets[0]
    : summary
  const isSame = known && now && isUnchanged(known, now, destination)
  const { state, isNews } = isSame ? { state: known, isNews: false } : await keepTicket(id, now, destination)
  const { title, documents } = state
  // One that had just changed is fetched once more, in case; mostly it says the same.
  const isChanged = isNews || known?.changed !== state.changed
  const result = known ? (isChanged ? 'refreshed' : 'unchanged') : 'exported'
  return { exported: { id, result, title, documents }, state }
}

/** Parts of files that are being written: all of them go when the command is interrupted. */
function partsOf({ ifInterrupted }: Context, command: string): Destination['onPart'] {
  const parts = new Set<() => void>()
  const kept = { key: 'export.interrupted', parameters: { command } } as const
  const undo = (): void => {
    for (const remove of parts) remove()
  }
  ifInterrupted(kept, undo)
  return (remove) => {
    parts.add(remove)
    return () => parts.delete(remove)
  }
}

/** The same command again: it goes on. */
function commandOf({ all, ticketIds, output }: ExportOptions): string {
  const folder = /^[\w./@%+-]+$/.test(output) ? output : `'${output.replaceAll("'", "'\\''")}'`
  return `ipeos ticket export ${all ? '--all' : ticketIds.join(' ')} -o ${quoted(folder)}`
}

async function report(
  done: Exported[],
  { output: folder, format }: ExportOptions,
  output: NonNullable<Awaited<ReturnType<typeof outputOf>>>,
  context: Context,
): Promise<void> {
  const { terminal, t } = context
  const records = done.map((one) => exportRecord(one, `${folder}/${folderOf(one.id)}`, t))
  if (output.as !== 'table') await printList(records, output, context)
  else if (records.length > 0 && (output.fields || format)) {
    await printTable(records, output.fields ?? exportShape.columns, context)
  }
  for (const { id, error } of done) {
    if (error) terminal.warn('export.failed', { id, reason: t(error.text) })
  }
  const count = (wanted: Exported['result']): number => done.filter(({ result }) => result === wanted).length
  terminal.done('export.done', {
    ...{ folder, exported: count('exported'), refreshed: count('refreshed'), unchanged: count('unchanged') },
  })
}

/** The same error, with going on as the next thing to do. */
function withCommand(error: unknown, command: string): unknown {
  if (!(error instanceof IpeosError) || error instanceof NotLoggedIn) return error
  return error.withHint({ key: 'export.go-on', parameters: { command } })
}

function throwIfAnyFailed(done: Exported[], command: string): void {
  const failed = done.flatMap(({ error }) => error ?? [])
  const [only] = failed
  if (!only) return
  if (done.length === 1) throw only
  const parameters = { failed: failed.length, count: done.length }
  throw failed.length === done.length
    ? new Failed('none-exported', { ...parameters, command })
    : new PartlyDone('some-exported', { ...parameters, command })
}
