import { spent } from '../../dates/dates.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { ShownTicket, Ticket, TimelineEntry } from '../../itil/ticket.ts'
import { actionsOn } from '../../itil/ticket-action.ts'
import { plain } from '../../terminal/sanitize.ts'
import { wrapped } from '../../terminal/width.ts'
import { withReadDates } from '../form/form-date.ts'
import { type Field, filled, viewFields } from '../layout/fields.ts'
import { viewLongText } from '../layout/long-text.ts'
import type { Look } from '../look.ts'
import { paintStatus, paintUrgency, solutionWord, statusWord, taskWord, typeWord, urgencyWord } from '../word.ts'
import { due, linkLines, plannedFact, plannedLines, takeDue, together, waitingLines } from './around-field.ts'
import { withNamedImages } from './image.ts'
import { askedSurvey } from './survey-field.ts'

type TicketHead = Pick<ShownTicket, 'ticket' | 'url'>

/** The first lines of the page of a ticket of which nothing more was read yet: what it is, and how it stands. */
export function ticketStart({ ticket, url }: TicketHead, look: Look): string {
  const fields = headFields({ ticket, url, timeline: [] }, look)
  return `${title({ ticket, url }, look)}\n\n${viewFields(fields.slice(0, 1), look, aligning(ticket, fields, look))}\n`
}

/** One ticket as a page, begun by `ticketStart`: its head, what was asked, its documents, all that happened, and what can be done now. */
export async function ticketPage(shown: ShownTicket, look: Look): Promise<string> {
  const { style, t, width } = look
  const { ticket, timeline, url, survey } = withReadDates(withNamedImages(shown, t), look.dates)
  const fields = [...headFields(shown, look), ...askedSurvey(ticket, survey, look)]
  return [
    title(shown, look),
    // The address stands alone, whole: one that is wrapped can be neither clicked nor copied.
    `${viewFields(fields, look, aligning(ticket, fields, look))}\n${style.dim(plain(url))}`,
    (await viewLongText(ticket.description, look)) || style.dim(wrapped(t('show.no-description'), width)),
    documentList(ticket, timeline, look),
    await viewTimeline(timeline, look),
    viewNextSteps(ticket, timeline, look),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function title({ ticket, url }: TicketHead, { style, width }: Look): string {
  const number = style.link(style.bold(`#${ticket.id}`), url)
  return wrapped(`${number} ${style.bold(plain(ticket.title))}`, width)
}

/** Fields are aligned with those that may come when more of the ticket is read. */
function aligning({ status }: Ticket, fields: Field[], { t }: Look): Field[] {
  const later = [
    t('show.links'),
    ...(status === 'pending' ? [t('show.waiting')] : []),
    ...(status === 'closed' ? [t('show.survey')] : [t('show.planned')]),
  ]
  return [...fields, ...later.map((label): Field => [label, ''])]
}

/** What is known of a ticket at a glance, each with its label; `moment` writes when something was. */
export function headFields(shown: ShownTicket, look: Omit<Look, 'width'>, moment = look.dates.moment): Field[] {
  const { ticket, links } = shown
  const { style, t } = look
  const text = (value: string | undefined) => (value ? plain(value) : undefined)
  const time = (date: Date | undefined) => (date ? moment(date) : undefined)
  const equipment = ticket.equipment.map(({ key, name }) => plain(name ?? key)).join('\n')
  return filled([
    [t('show.status'), paintStatus(ticket.status, statusWord(ticket.status, t), style)],
    [t('show.waiting'), waitingLines(shown, look, moment)],
    [t('show.planned'), plannedLines(shown, look)],
    [t('show.urgency'), paintUrgency(ticket.urgency, urgencyWord(ticket.urgency, t), style)],
    [t('show.type'), ticket.type && typeWord(ticket.type, t)],
    [t('show.category'), text(ticket.category)],
    [t('show.equipment'), equipment],
    [t('show.location'), text(ticket.location)],
    [t('show.requester'), text(ticket.requester)],
    [t('show.technicians'), together(ticket.technicians, ticket.groups)],
    [t('show.observers'), together(ticket.observers, ticket.observerGroups)],
    [t('show.entity'), text(ticket.entity)],
    [t('show.opened'), time(ticket.opened)],
    [t('show.changed'), time(ticket.changed)],
    [t('show.approval'), ticket.approval && t(`word.approval.${ticket.approval}`)],
    [t('show.take'), takeDue(ticket, look, moment)],
    [t('show.due'), due(ticket, look, moment)],
    [t('show.solved'), time(ticket.solved)],
    [t('show.closed'), time(ticket.closed)],
    [t('show.time-spent'), ticket.timeSpent > 0 ? spent(ticket.timeSpent) : undefined],
    [t('show.links'), linkLines(links, look)],
  ])
}

/** Those that the timeline does not show where they came, and how to get all of them. */
function documentList({ id, documents }: Ticket, timeline: TimelineEntry[], { style, t, width }: Look): string {
  if (documents.length === 0) return ''
  const told = new Set(timeline.map((entry) => (entry.kind === 'document' ? entry.id : undefined)))
  const lines = documents
    .filter(({ id: one, inline }) => !told.has(one) && !inline)
    .map(({ fileName }) => wrapped(`  ${style.drawn('• ', '- ')}${plain(fileName)}`, width))
  const fetching = [
    ...(documents.some(({ inline }) => !inline) ? [t('show.may-download', { id })] : []),
    ...(documents.some(({ inline }) => inline) ? [t('show.may-download-images', { id })] : []),
  ]
  return [
    ...(lines.length > 0 ? [style.bold(t('show.documents')), ...lines] : []),
    ...fetching.map((line) => style.offering(wrapped(line, width), style.dim)),
  ].join('\n')
}

const indent = '  '

/** All that happened, oldest first: what and who, when, and what was said. */
async function viewTimeline(timeline: TimelineEntry[], look: Look): Promise<string> {
  if (timeline.length === 0) return look.style.dim(wrapped(look.t('show.nothing-yet'), look.width))
  const entries: string[] = []
  for (const entry of timeline) entries.push(await viewEntry(entry, look))
  return entries.join('\n\n')
}

/** The solution that waits for an answer, as on the page; empty where none does. */
export async function solutionView(timeline: TimelineEntry[], look: Look): Promise<string> {
  const waiting = timeline.findLast((entry) => entry.kind === 'solution' && entry.status === 'waiting')
  return waiting ? viewEntry(waiting, look) : ''
}

async function viewEntry(entry: TimelineEntry, look: Look): Promise<string> {
  const { style, t, width, dates } = look
  const mark = style.drawn(`${style.cyan('●')} `)
  const what = style.bold(facts(entry, look).join(style.drawn(' · ', ', ')))
  const who = entry.mine ? style.green(t('show.you')) : plain(entry.author ?? t('show.support'))
  const line = `${what} — ${who}, ${style.dim(dates.moment(entry.date))}`
  const room = mark === '' ? width : width - indent.length
  const head = `${mark}${wrapped(line, room).replaceAll('\n', mark === '' ? '\n' : `\n${indent}`)}`
  const body = await bodyOf(entry, look)
  return body === '' ? head : `${head}\n${body.replace(/^(?=.)/gm, indent)}`
}

/** What kind of entry it is, and what is to be known of it beside its text. */
export function facts(entry: TimelineEntry, look: Pick<Look, 't' | 'dates'>): string[] {
  const { t } = look
  switch (entry.kind) {
    case 'followup':
      return [t('show.followup')]
    case 'task':
      return [
        t('show.task'),
        taskWord(entry.state, t),
        ...plannedFact(entry, look),
        ...(entry.timeSpent > 0 ? [spent(entry.timeSpent)] : []),
      ]
    case 'solution':
      return [t('show.solution'), solutionWord(entry.status, t)]
    case 'document':
      return [t('show.document')]
  }
}

async function bodyOf(entry: TimelineEntry, look: Look): Promise<string> {
  const { style, t, width, dates } = look
  const room = width - indent.length
  if (entry.kind === 'document') return wrapped(plain(entry.fileName), room)
  const text = await viewLongText(entry.html, { ...look, width: room })
  if (entry.kind !== 'solution' || !entry.answered) return text
  const answer = `${answerWords(entry, t)}, ${dates.moment(entry.answered)}`
  return [text, style.dim(wrapped(`${style.drawn('→ ')}${answer}`, room))].filter((part) => part !== '').join('\n')
}

/** «acceptée par vous», «refusée par Alice Durand». */
export function answerWords(
  { status, answeredBy, answeredByMe }: TimelineEntry & { kind: 'solution' },
  t: Translate,
): string {
  const name = answeredByMe ? t('show.you') : plain(answeredBy ?? '')
  const answer = solutionWord(status, t)
  return name ? t('show.answered-by', { answer, name }) : answer
}

/** What the customer can do with a ticket now, command by command; what waits for an answer stands out, and last. */
function viewNextSteps(ticket: Ticket, timeline: TimelineEntry[], { style, t, width }: Look): string {
  const { id } = ticket
  const can = new Set(actionsOn(ticket, timeline))
  if (can.has('accept'))
    return style.offering(wrapped(t('show.answer-solution', { id }), width), (words) => style.bold(style.green(words)))
  if (ticket.readOnly && ticket.observed)
    return style.offering(wrapped(t('show.is-observed', { id }), width), style.dim)
  if (ticket.readOnly) return style.dim(wrapped(t('show.is-read-only'), width))
  if (!can.has('comment')) return style.offering(wrapped(t('show.is-closed', { id }), width), style.dim)
  const change = can.has('edit') ? [t('show.may-change', { id })] : []
  return [...change, t('show.may-comment', { id })]
    .map((line) => style.offering(wrapped(line, width), style.dim))
    .join('\n')
}
