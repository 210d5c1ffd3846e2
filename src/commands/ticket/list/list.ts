import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { WrongUsage } from '../../../errors/error.ts'
import type { TicketReading } from '../../../glpi/ticket/ticket-pager.ts'
import { sortableFields, type TicketSort } from '../../../itil/ticket-query.ts'
import { ticketTypes, urgencies } from '../../../itil/ticket-words.ts'
import { ticketShape } from '../../../records/ticket/ticket.ts'
import { described, knowValues } from '../../command-facts.ts'
import { throwIfLeftOut } from '../../left-out.ts'
import { addOutputFlags, lookOf, type Output, type OutputFlags, outputOf, pourList } from '../../output.ts'
import { type FilterFlags, filterOf, isNarrow } from './list-filter.ts'
import { limitOption, sortOption, statusFilter, statusFilters, typeOption, urgencyOption } from './list-option.ts'
import { counted, type ListedPage, listedPages, ticketsOf } from './ticket-stream.ts'

export interface ListOptions extends OutputFlags, FilterFlags {
  sort?: TicketSort
  limit?: number
  all?: boolean
}

export function addList(ticket: Command, context: Context, run = list): void {
  const { t } = context
  const command = described(ticket.command('list'), 'list', t)
    .alias('ls')
    .option('-s, --status <status>', t('list.option.status'), statusFilter(t))
    .option('-u, --urgency <level>', t('list.option.urgency'), urgencyOption(t))
    .option('-t, --type <type>', t('list.option.type'), typeOption(t))
    .option('-c, --category <category>', t('list.option.category'))
    .option('-S, --search <text>', t('list.option.search'))
    .option('--since <when>', t('list.option.since'))
    .option('--until <when>', t('list.option.until'))
    .option('--awaiting-me', t('list.option.awaiting-me'))
    .option('--to-rate', t('list.option.to-rate'))
    .option('--observed', t('list.option.observed'))
    .option('--overdue', t('list.option.overdue'))
    .option('--sort <field>', t('list.option.sort'), sortOption)
    .option('-L, --limit <count>', t('list.option.limit'), limitOption('list.bad-limit-hint'))
    .option('--all', t('list.option.all'))
    .action((flags: ListOptions) => run(flags, context))
  knowValues(command, {
    '--category': 'category',
    '--status': { several: statusFilters },
    '--urgency': { several: urgencies },
    '--type': { several: ticketTypes },
    '--sort': sortableFields,
  })
  addOutputFlags(command, t, ticketShape).examples = [
    'ipeos ticket list',
    'ipeos ticket list --status solved --sort opened:asc',
    'ipeos ticket list --all --since 30d --json id,title,status',
    "ipeos ticket list --jq '.[].title'",
  ]
}

async function list(options: ListOptions, context: Context): Promise<void> {
  const { terminal } = context
  if (options.all && options.limit !== undefined) throw new WrongUsage('all-and-limit')
  const output = await outputOf(withOwnColumns(options, context), ticketShape, context)
  if (!output) return
  const { pages, read } = counted(listedPages(await readingOf(options, context), context))
  const shown = await printTickets(pages, output, context)
  throwIfLeftOut(read.leftOut)
  if (read.count === 0) return tellNone(options, context)
  if (shown) tellMarks(shown, context)
  if (!options.all && read.count < read.total) terminal.note('list.more', { shown: read.count, total: read.total })
  else if (leavesClosedOut(options) && terminal.outputIsTerminal) terminal.note('list.without-closed')
  if (!terminal.outputIsTerminal) return
  if (searchesOpenAlone(options)) terminal.note('list.search-closed', { text: options.search })
  if (shown) terminal.note('list.next', { id: shown.next })
}

function tellNone(options: ListOptions, { terminal }: Context): void {
  if (searchesOpenAlone(options)) terminal.note('list.none-open-matches', { text: options.search })
  else terminal.note(isNarrow(options) ? 'list.none-matches' : 'list.none')
}

/** Whoever searches means all of them, as often as not. */
function searchesOpenAlone(options: ListOptions): options is ListOptions & { search: string } {
  return options.search !== undefined && options.status === undefined
}

/** What the signs before the tickets mean. */
function tellMarks({ marks }: Shown, { terminal, t }: Context): void {
  if (!terminal.outputIsTerminal || terminal.noteStyle.plain) return
  const said = [...marks].map((mark) => t(`list.mark.${mark}`))
  const signs = [...marks].map((mark) => (mark === 'awaiting' ? '→' : '!'))
  const told = said.map((words, place) => `${signs[place]} ${words}`)
  if (told.length > 0) terminal.show(terminal.noteStyle.dim(told.join(' · ')))
}

/** `--all` sounds like more than it is: every page of the tickets that go on. */
function leavesClosedOut({ all, status, awaitingMe, overdue, toRate }: ListOptions): boolean {
  return all === true && status === undefined && !awaitingMe && !overdue && !toRate
}

/** The columns of the settings are for people: what a script reads never depends on them. */
function withOwnColumns(options: ListOptions, { terminal, settings }: Context): ListOptions {
  const { columns, json, format } = options
  const isForPerson = terminal.outputIsTerminal && json === undefined && (format ?? 'table') === 'table'
  if (!settings.columns || columns !== undefined || !isForPerson) return options
  return { ...options, columns: settings.columns.join(',') }
}

/** All of them come by number: that order stays as it is, however long they take to read, and whatever changes meanwhile. */
async function readingOf(options: ListOptions, context: Context): Promise<TicketReading> {
  const filter = await filterOf(options, context)
  const { sort, all, limit = context.settings.pageLength } = options
  if (!all) return { filter, sort, limit }
  return { filter, sort: sort ?? { by: 'id', order: 'descending' } }
}

/** Of what a person was shown: the signs in it, and the ticket to read first. */
interface Shown {
  marks: Set<'awaiting' | 'late'>
  next: number
}

/** Gives what was shown where people read it. */
async function printTickets(
  pages: AsyncGenerator<ListedPage>,
  output: Output,
  context: Context,
): Promise<Shown | undefined> {
  const { terminal } = context
  const dates = context.dates()
  if (output.as !== 'table') {
    const { ticketRecord } = await import('../../../records/ticket/ticket.ts')
    await pourList(ticketsOf(pages), (ticket) => ticketRecord(ticket, ticket.url, dates), output, context)
    return undefined
  }
  const { markOf, ticketTables } = await import('../../../views/ticket/ticket.ts')
  const draw = ticketTables(lookOf(context), output.fields)
  let shown: Shown | undefined
  await terminal.pour(
    (async function* () {
      for await (const { tickets } of pages) {
        const [first] = tickets
        if (!first) continue
        if (!shown) {
          const marks = output.fields ? [] : tickets.map((ticket) => markOf(ticket, dates.now))
          const next = tickets.find((_ticket, place) => marks[place] === 'awaiting') ?? first
          shown = { marks: new Set(marks.filter((mark) => mark !== undefined)), next: next.id }
        }
        yield `${draw(tickets)}\n`
      }
    })(),
  )
  return shown
}
