import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import type { Dates } from '../../dates/dates.ts'
import { Figures, figureRecords, figureShape, type Period } from '../../records/ticket/stats.ts'
import type { Look } from '../../views/look.ts'
import { described } from '../command-facts.ts'
import { throwIfLeftOut } from '../left-out.ts'
import { addOutputFlags, type OutputFlags, outputOf, printRecords } from '../output.ts'
import { counted, listedPages } from './list/ticket-stream.ts'
import { type PeriodFlags, periodOf } from './period.ts'

export interface StatsOptions extends OutputFlags, PeriodFlags {}

export function addStats(ticket: Command, context: Context, run = stats): void {
  const { t } = context
  const command = described(ticket.command('stats'), 'stats', t)
    .option('--since <when>', t('stats.option.since'))
    .option('--until <when>', t('stats.option.until'))
    .action((flags: StatsOptions) => run(flags, context))
  addOutputFlags(command, t, figureShape).examples = [
    'ipeos ticket stats',
    'ipeos ticket stats --since 2025-01-01 --until 2025-12-31',
    'ipeos ticket stats --json',
  ]
}

/** Figures about the tickets that were opened in a period: the last twelve months, unless another one is given. */
async function stats(options: StatsOptions, context: Context): Promise<void> {
  const { terminal } = context
  const output = await outputOf(options, figureShape, context)
  if (!output) return
  const dates = context.dates()
  const period = await periodTold(options, dates, context)
  const figures = new Figures(dates)
  const reading = { filter: { opened: period }, sort: { by: 'id', order: 'descending' }, withTaking: true } as const
  const { pages, read } = counted(listedPages(reading, context, () => false))
  for await (const { tickets } of pages) for (const ticket of tickets) figures.add(ticket)
  if (output.as === 'table' && figures.total === 0) terminal.note('stats.none')
  else await printRecords(figureRecords(figures, period), output, viewOf(figures, period), context)
  throwIfLeftOut(read.leftOut)
}

function viewOf(figures: Figures, period: Period) {
  return async (look: Look) => (await import('../../views/ticket/stats.ts')).ticketStats(figures, period, look)
}

/** The months that are counted as a whole by default, this one with them. */
const usualMonths = 12

async function periodTold(options: StatsOptions, dates: Dates, context: Context): Promise<Period> {
  const given = await periodOf(options, context)
  const { now } = dates
  if (given) return { from: given.from, until: given.until ?? now }
  const { wallClock } = await import('../../i18n/wall-clock.ts')
  const wall = wallClock(context.terminal.timeZone)
  const hands = wall.read(now)
  const first = new Date(Date.UTC(hands.getUTCFullYear(), hands.getUTCMonth() - usualMonths + 1, 1))
  return { from: wall.at(first), until: now }
}
