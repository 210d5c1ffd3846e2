import type { Context } from '../../../app/context.ts'
import { IpeosError } from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import type { Survey } from '../../../itil/survey.ts'
import type { ShownTicket, Ticket } from '../../../itil/ticket.ts'
import { lookOfPage, type Output, type OutputFlags } from '../../output.ts'
import { seenTicket } from '../../request/arrival/seen-ticket.ts'
import { wholeTicket } from './whole-ticket.ts'

/** How a ticket is given: as the page of it, for people or in Markdown, or as its fields. */
export type ShowOutput = { page: Page } | { record: Exclude<Output, { as: 'table' }> }
type Page = 'for-people' | 'markdown'

/** Markdown without columns is the whole ticket. */
export function showOutput(output: Output, { columns }: OutputFlags): ShowOutput {
  if (output.as === 'table') return { page: 'for-people' }
  return output.as === 'markdown' && columns === undefined ? { page: 'markdown' } : { record: output }
}

/** Reads a ticket, and all that happened to it; completion knows it from then on. */
export async function fetchShown(id: number, context: Context): Promise<ShownTicket> {
  const { terminal, t } = context
  const shown = await terminal.during(t('show.loading', { id }), read(id, context))
  await keepInMind(shown.ticket, context)
  return shown
}

/** The same as a page for people, whose first lines are there as soon as the ticket alone is read. */
export async function showInParts(id: number, context: Context): Promise<void> {
  const { terminal, t } = context
  const loading = t('show.loading', { id })
  const { ticketPage, ticketStart } = await import('../../../views/ticket/page.ts')
  const head = await terminal.during(loading, readHead(id, context))
  const look = lookOfPage(context)
  const start = ticketStart(head, look)
  await terminal.pageInParts(start, async () => {
    const shown = await terminal.during(loading, readRest(head))
    await keepInMind(shown.ticket, context)
    return (await ticketPage(shown, look)).slice(start.length)
  })
}

export async function pageOf(shown: ShownTicket, page: Page, context: Context): Promise<string> {
  if (page === 'markdown') {
    const { ticketMarkdown } = await import('../../../views/ticket/markdown.ts')
    return ticketMarkdown(shown, { t: context.t, dates: context.dates() })
  }
  const { ticketPage } = await import('../../../views/ticket/page.ts')
  return ticketPage(shown, lookOfPage(context))
}

/** For completion: its number, and those of its documents. */
async function keepInMind(ticket: ShownTicket['ticket'], { seen, t }: Context): Promise<void> {
  await seen.remember('ticket', [seenTicket(ticket, t)])
  const documents = ticket.documents
    .filter(({ id }) => id > 0)
    .map(({ id, fileName }) => ({ value: `${ticket.id}/${id}`, about: fileName }))
  await seen.remember('document', documents)
}

async function read(id: number, context: Context): Promise<ShownTicket> {
  return readRest(await readHead(id, context))
}

interface ReadHead {
  ticket: Ticket
  url: string
  platform: Platform
}

async function readHead(id: number, context: Context): Promise<ReadHead> {
  const platform = await context.platform()
  const ticket = await platform.tickets.get(id)
  return { ticket, url: await platform.tickets.link(id), platform }
}

async function readRest({ ticket, platform }: ReadHead): Promise<ShownTicket> {
  const [whole, survey] = await Promise.all([wholeTicket(ticket, platform), surveyOf(ticket, platform)])
  return { ...whole, ...(survey ? { survey } : {}) }
}

/** What is only good to know: a ticket is shown without it, too, but for what stops whoever asks. */
export async function surveyOf(
  { id, status }: Ticket,
  { surveys }: Pick<Platform, 'surveys'>,
  stops = (_error: IpeosError) => false,
): Promise<Survey | undefined> {
  if (status !== 'closed') return undefined
  try {
    return await surveys.of(id)
  } catch (error) {
    if (!(error instanceof IpeosError) || stops(error)) throw error
    return undefined
  }
}
