import { resumeCommand } from '../drafts/describe.ts'
import type { Person } from '../itil/person.ts'
import type { HomePage, HomeTicket } from '../records/home.ts'
import { plain } from '../terminal/sanitize.ts'
import { cut, padded, widthOf, wrapped } from '../terminal/width.ts'
import { kindWord, subjectOf } from './draft.ts'
import type { Look } from './look.ts'
import { paintStatus, statusWord } from './word.ts'

type OpenStatus = keyof HomePage['counts']

/** Lines of a small window, but one for what is typed next. */
const screen = 23
/** The same, but for a menu. */
const screenAboveMenu = 14

/**
 * The first page for people: one screen, whatever there is to say; tickets make room for the rest, then reservations. Above a
 * menu no commands are told that it has.
 */
export function viewHome(given: HomePage, look: Look, aboveMenu = false): string {
  const page = withEachOnce(given)
  const { tickets, reservations, awaiting } = page
  const least = {
    ...page,
    tickets: tickets.slice(0, 1),
    reservations: reservations.slice(0, 1),
    announcements: [],
  }
  const sizes = [
    page,
    ...tickets.slice(1).map((_ticket, less) => ({ ...page, tickets: tickets.slice(0, tickets.length - less - 1) })),
    { ...least, announcements: page.announcements.slice(0, 1) },
    ...awaiting.map((_ticket, less) => ({ ...least, awaiting: awaiting.slice(0, awaiting.length - less) })),
    least,
    { ...least, reservations: [], awaiting: awaiting.slice(0, 1) },
  ]
  const room = aboveMenu ? screenAboveMenu - menuItemsOf(page) : screen
  const texts = sizes.map((size) => draw(size, look, aboveMenu))
  return texts.find((text) => text.split('\n').length <= room) ?? texts.at(-1) ?? ''
}

/** How many things the menu has beside the usual ones. */
function menuItemsOf({ approvals, toRate, announcements }: HomePage): number {
  return [approvals, toRate, announcements].filter(({ length }) => length > 0).length
}

/** What awaits an answer is not told again among the latest news; its own news stands with it. */
function withEachOnce(page: HomePage): HomePage {
  const { awaiting, tickets } = page
  const newsOf = new Map(tickets.map(({ ticket, news }) => [ticket.id, news]))
  const waits = new Set(awaiting.map(({ ticket }) => ticket.id))
  return {
    ...page,
    awaiting: awaiting.map((one) => ({ ...one, news: newsOf.get(one.ticket.id) })),
    tickets: tickets.filter(({ ticket }) => !waits.has(ticket.id)),
  }
}

function draw(page: HomePage, look: Look, aboveMenu: boolean): string {
  const { style, t, width } = look
  const sections = [
    [header(page.person, look)],
    [wrapped(countsLine(page, look), width)],
    [
      ...awaitingLines(page, look, aboveMenu),
      ...approvalLines(page, look, aboveMenu),
      ...(aboveMenu ? [] : surveyLines(page, look)),
    ],
    ticketLines(page, look),
    reservationLines(page, look),
    announcementLines(page, look, aboveMenu),
    [
      ...(aboveMenu && page.drafts.length === 1 ? [] : draftLines(page, look)),
      ...(aboveMenu ? [] : nextSteps(page, look)).map((line) => style.offering(wrapped(line, width), style.dim)),
    ],
  ]
  if (page.leftOut.length > 0) {
    const what = page.leftOut.map((part) => t(`home.part.${part}`)).join(', ')
    sections.push([style.magenta(wrapped(t('home.left-out', { what }), width))])
  }
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** Who one is, and at the side as what: «Self-Service · IPEOS-WTC». */
function header({ name, profile, entity, reach }: Person, { style, t, width }: Look): string {
  const short = plain(entity.name.split(' > ').at(-1) ?? '')
  const side = `${plain(profile.name)}${style.drawn(' · ', ', ')}${short}${reach ? ` (${t('home.see-all')})` : ''}`
  const title = plain(name)
  const gap = width - widthOf(title) - widthOf(side)
  if (gap >= 2 && !style.plain) return `${style.bold(title)}${' '.repeat(gap)}${style.dim(side)}`
  return `${style.bold(cut(title, width))}\n${style.dim(cut(side, width))}`
}

function countsLine({ open, counts }: HomePage, { style, t }: Look): string {
  if (open === 0) return t('home.no-ticket')
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([status, count]) =>
      paintStatus(status as OpenStatus, t(`home.count.${status as OpenStatus}`, { count }), style),
    )
  const dot = style.drawn(' · ', ', ')
  return `${style.bold(t('home.open', { count: open }))}${dot}${parts.join(dot)}`
}

function awaitingLines({ awaiting, awaitingTotal, tickets }: HomePage, look: Look, aboveMenu: boolean): string[] {
  const { style, t, width } = look
  if (awaiting.length === 0) return []
  const head = style.bold(style.green(cut(t('home.awaiting', { count: awaitingTotal }), width)))
  const [{ ticket: { id } = { id: 0 } } = {}] = awaiting
  const how = wrapped(t('home.answer', { id }), width)
  const more = awaitingTotal - awaiting.length
  const others = more > 0 ? [style.offering(wrapped(t('home.awaiting-more', { count: more }), width), style.dim)] : []
  const answers = aboveMenu ? [] : [style.offering(how, style.dim)]
  return [head, ...ticketRows(awaiting, tickets, look), ...others, ...answers]
}

function ticketLines({ awaiting, tickets }: HomePage, look: Look): string[] {
  const { style, t } = look
  if (tickets.length === 0) return []
  return [style.bold(t('home.latest')), ...ticketRows(tickets, awaiting, look)]
}

/**
 * «#19  taken  La page de paiement répond…  2 minutes ago», one below the other, each with its news; in a narrow window,
 * without the date. The columns are those of the `others` too, wherever they stand on the page.
 */
function ticketRows(tickets: HomeTicket[], others: HomeTicket[], look: Look): string[] {
  const { style, t, width, dates } = look
  // Columns are nothing to somebody who hears them.
  if (style.plain) return tickets.flatMap((one) => [wrapped(spokenRow(one, look), width), ...newsLine(one, look)])
  const all = [...tickets, ...others]
  const widest = (texts: string[]) => Math.max(...texts.map(widthOf))
  const numberWidth = widest(all.map(({ ticket }) => `#${ticket.id}`))
  const statusWidth = widest(all.map(({ ticket }) => statusWord(ticket.status, t)))
  const whenWidth = widest(all.map(({ ticket }) => dates.relative(ticket.changed)))
  const room = width - numberWidth - statusWidth - 4
  const hasDate = room - whenWidth - 2 >= 20
  const titleRoom = Math.max(hasDate ? room - whenWidth - 2 : room, 5)
  return tickets.flatMap((one) => {
    const { ticket, url } = one
    const number = `#${ticket.id}`
    const status = statusWord(ticket.status, t)
    const title = cut(plain(ticket.title), titleRoom)
    const row = [
      `${style.link(style.bold(number), url)}${' '.repeat(numberWidth - widthOf(number))}`,
      `${paintStatus(ticket.status, status, style)}${' '.repeat(statusWidth - widthOf(status))}`,
      hasDate ? padded(title, titleRoom) : title,
      ...(hasDate ? [style.dim(dates.relative(ticket.changed))] : []),
    ]
    return [row.join('  '), ...newsLine(one, look)]
  })
}

function spokenRow({ ticket }: HomeTicket, { t, dates }: Look): string {
  return [`#${ticket.id}`, statusWord(ticket.status, t), plain(ticket.title), dates.relative(ticket.changed)].join(', ')
}

function newsLine({ news }: HomeTicket, { style, t, width }: Look): string[] {
  if (!news) return []
  const who = news.mine ? t('show.you') : plain(news.author ?? t('show.support'))
  return [style.dim(cut(`    ${style.labelled(who, plain(news.text))}`, width))]
}

function reservationLines({ reservations }: HomePage, { style, t, width, dates }: Look): string[] {
  if (reservations.length === 0) return []
  const lines = reservations.map(({ id, itemName, start, end, url }) => {
    const number = `#${id}`
    const rest = cut(`${dates.period(start, end)}  ${plain(itemName)}`, width - widthOf(number) - 2)
    return `${style.link(style.bold(number), url)}  ${rest}`
  })
  return [style.bold(cut(t('home.reservations'), width)), ...lines]
}

/** One that waits is named; of several, how they are found. */
function approvalLines({ approvals }: HomePage, { style, t, width }: Look, aboveMenu: boolean): string[] {
  const [first, ...others] = approvals
  if (!first) return []
  const { ticketId: id, ticketTitle } = first
  const title = ticketTitle ? ` (${cut(plain(ticketTitle), mostOfTitle)})` : ''
  const says =
    others.length === 0
      ? t('home.to-approve', { id, title })
      : t('home.to-approve-several', { count: approvals.length })
  const told = aboveMenu ? says : t('home.to-approve-command', { says })
  return [wrapped(style.offering(told), width)]
}

/** The same of surveys. */
function surveyLines({ toRate, toRateTotal }: HomePage, { style, t, width }: Look): string[] {
  const [first] = toRate
  if (!first) return []
  const { id, title } = first.ticket
  const says =
    toRateTotal === 1
      ? t('home.to-rate', { id, title: cut(plain(title), mostOfTitle) })
      : t('home.to-rate-several', { count: toRateTotal })
  return [wrapped(style.offering(says), width)]
}

/** Columns of a title within a sentence. */
const mostOfTitle = 30

/** The newest, each on one line below how they are read. */
function announcementLines({ announcements }: HomePage, look: Look, aboveMenu: boolean): string[] {
  if (announcements.length === 0) return []
  const { style, t, width, dates } = look
  // The only one, above a menu that reads it, has its head beside it.
  const label = aboveMenu && announcements.length === 1 ? style.labelled(t('home.announced'), '') : ''
  const lines = announcements.map(({ title, since, url }) => {
    const when = since ? `${style.drawn(' · ', ', ')}${dates.relative(since)}` : ''
    const room = Math.max(width - widthOf(label) - widthOf(when), 5)
    return `${style.bold(label)}${style.link(cut(plain(title), room), url)}${style.dim(when)}`
  })
  if (label !== '') return lines
  const head = aboveMenu
    ? style.bold(t('home.announcements'))
    : style.offering(t('home.announcements-read'), style.bold)
  return [wrapped(head, width), ...lines]
}

/** How to go on with the one that is unfinished; of several, where they are. */
function draftLines({ drafts }: HomePage, { style, t, width }: Look): string[] {
  const [draft, ...others] = drafts
  if (!draft) return []
  if (others.length > 0)
    return [style.offering(wrapped(t('home.drafts', { count: drafts.length }), width), style.magenta)]
  const subject = subjectOf(draft, t)
  const what = subject ? `${kindWord(draft, t)} (${cut(subject, 40)})` : kindWord(draft, t)
  return [style.offering(wrapped(t('home.draft', { what, command: resumeCommand(draft) }), width), style.magenta)]
}

function nextSteps({ open, awaiting, tickets, person }: HomePage, { t }: Look): string[] {
  const shown = awaiting.length + tickets.length
  const all = open > shown ? [t('home.all', { count: open })] : []
  const read = shown > 0 && all.length === 0 ? [t('home.read')] : []
  return [...all, ...read, ...(person.opensNone ? [] : [t('home.new')])]
}
