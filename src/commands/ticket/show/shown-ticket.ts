import type { Context } from '../../../app/context.ts'
import { IpeosError } from '../../../errors/error.ts'
import type { Surveys } from '../../../glpi/survey/surveys.ts'
import type { Survey } from '../../../itil/survey.ts'
import type { ShownTicket } from '../../../itil/ticket.ts'
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
  const platform = await context.platform()
  const ticket = await platform.tickets.get(id)
  const [whole, survey] = await Promise.all([
    wholeTicket(ticket, platform),
    ticket.status === 'closed' ? surveyOf(id, platform.surveys) : undefined,
  ])
  return { ...whole, ...(survey ? { survey } : {}) }
}

/** What is only good to know: a ticket is shown without it, too. */
export async function surveyOf(id: number, surveys: Surveys): Promise<Survey | undefined> {
  try {
    return await surveys.of(id)
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    return undefined
  }
}
