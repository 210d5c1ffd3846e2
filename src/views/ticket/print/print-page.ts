import { escapeHtml } from '../../../glpi/html.ts'
import type { Translate } from '../../../i18n/translate.ts'
import type { ShownTicket, Ticket, TimelineEntry } from '../../../itil/ticket.ts'
import { createStyle } from '../../../terminal/create-style.ts'
import { plain } from '../../../terminal/sanitize.ts'
import { withReadDates } from '../../form/form-date.ts'
import type { Look } from '../../look.ts'
import { imageWord, withNamedImages } from '../image.ts'
import { answerWords, facts, headFields } from '../page.ts'
import { surveyField } from '../survey-field.ts'
import { printStyle } from './print-style.ts'
import { attribute, type Surroundings, safeHtml } from './safe-html.ts'

/** A ticket, with the pictures of its texts that are at hand: `data:` addresses, by their numbers. */
export interface PrintedTicket {
  shown: ShownTicket
  pictures: ReadonlyMap<number, string>
}

/** Characters that the pictures of a page take at most, wherever they stand: no text holds many more than three times that. */
const mostOfPictures = 150_000_000

/** What is left of them. */
interface Room {
  left: number
}

type PrintLook = Pick<Look, 't' | 'dates'>

/** Nothing is run, and nothing is fetched: what would have to be is refused by the browser, too. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/** Tickets as one page of HTML to be printed, on which each begins a sheet. It is whole by itself. */
export function printPage(tickets: PrintedTicket[], look: PrintLook): string {
  const { t, dates } = look
  const room: Room = { left: mostOfPictures }
  const title = tickets.map(({ shown: { ticket } }) => `#${ticket.id} ${plain(ticket.title)}`).join(', ')
  return [
    '<!doctype html>',
    `<html lang="${t.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${printStyle}</style>`,
    '</head>',
    '<body>',
    ...tickets.map((one) => article(one, room, look)),
    `<footer>${escapeHtml(t('print.printed', { when: dates.absolute(dates.now) }))}</footer>`,
    '</body>',
    '</html>',
  ].join('\n')
}

function article({ shown: given, pictures: byNumber }: PrintedTicket, room: Room, look: PrintLook): string {
  const { t } = look
  const shown = withReadDates(withNamedImages(given, t), look.dates)
  const { ticket, timeline, url } = shown
  const pictures = within(room, byWords(ticket, byNumber, t))
  const text = (html: string) => longText(html, { base: url, pictures }, look)
  const address = attribute(plain(url))
  return [
    '<article>',
    '<header>',
    `<p class="number">${escapeHtml(t('export.page-title', { id: ticket.id }))}</p>`,
    `<h1>${escapeHtml(plain(ticket.title))}</h1>`,
    '</header>',
    head(shown, look),
    `<p class="address"><a href="${address}" rel="noopener noreferrer">${address}</a></p>`,
    `<section>\n<h2>${escapeHtml(t('request.description'))}</h2>`,
    text(ticket.description) || note(t('show.no-description')),
    '</section>',
    ...documents(shown, look),
    `<section>\n<h2>${escapeHtml(t('export.timeline'))}</h2>`,
    ...(timeline.length === 0 ? [note(t('show.nothing-yet'))] : timeline.map((entry) => entryPart(entry, text, look))),
    '</section>',
    '</article>',
  ].join('\n')
}

/** The same, as far as there is room: a picture takes its length in each place that shows it. */
function within(room: Room, pictures: ReadonlyMap<string, string>): Surroundings['pictures'] {
  return {
    get(words) {
      const data = pictures.get(words)
      if (data === undefined || data.length > room.left) return undefined
      room.left -= data.length
      return data
    },
  }
}

function byWords({ documents }: Ticket, byNumber: PrintedTicket['pictures'], t: Translate): Map<string, string> {
  const images = documents.flatMap((document) => {
    const { inline } = document
    const data = inline && byNumber.get(inline.number)
    return inline && data ? [[imageWord({ ...document, inline }, t), data] as const] : []
  })
  return new Map(images)
}

function head(shown: ShownTicket, { t, dates }: PrintLook): string {
  const style = createStyle({ colors: false, links: false, colon: t('terminal.colon') })
  const look = { style, t, dates, width: Number.POSITIVE_INFINITY }
  const fields = [...headFields(shown, look, dates.absolute), ...surveyField(shown.survey, look)]
  const rows = fields.map(([label, value]) => {
    return `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value).replaceAll('\n', '<br>')}</dd></div>`
  })
  return `<dl class="head">\n${rows.join('\n')}\n</dl>`
}

function documents({ ticket }: ShownTicket, { t }: PrintLook): string[] {
  const documents = ticket.documents.filter(({ inline }) => !inline)
  if (documents.length === 0) return []
  const lines = documents.map(({ fileName }) => `<li>${escapeHtml(plain(fileName))}</li>`)
  return [
    `<section class="documents">\n<h2>${escapeHtml(t('show.documents'))}</h2>`,
    `<ul>\n${lines.join('\n')}\n</ul>\n</section>`,
  ]
}

function entryPart(entry: TimelineEntry, text: (html: string) => string, { t, dates }: PrintLook): string {
  // By name, «you» only where none is said: others read it, too.
  const who = plain(entry.author ?? (entry.mine ? t('show.you') : t('show.support')))
  const title = escapeHtml(facts(entry, { t, dates }).join(' · '))
  const about = escapeHtml(`${who}, ${dates.absolute(entry.date)}`)
  return [
    `<section class="entry ${entry.kind}">`,
    `<h3>${title} <span>— ${about}</span></h3>`,
    ...(entry.kind === 'document' ? [`<p>${escapeHtml(plain(entry.fileName))}</p>`] : [text(entry.html)]),
    ...(entry.kind === 'solution' && entry.answered
      ? [`<p class="answer">→ ${escapeHtml(`${answerWords(entry, t)}, ${dates.absolute(entry.answered)}`)}</p>`]
      : []),
    '</section>',
  ].join('\n')
}

function longText(html: string, around: Surroundings, { t }: PrintLook): string {
  const { html: safe, left } = safeHtml(html, around)
  return left === 0 ? safe : `${safe}\n${note(t('show.left-out', { count: left }))}`
}

function note(sentence: string): string {
  return `<p class="note">${escapeHtml(sentence)}</p>`
}
