import type { ShownTicket, TimelineEntry } from '../../itil/ticket.ts'
import { createStyle } from '../../terminal/create-style.ts'
import { readText } from '../../terminal/html.ts'
import { plain } from '../../terminal/sanitize.ts'
import { withReadDates } from '../form/form-date.ts'
import type { Look } from '../look.ts'
import { withNamedImages } from './image.ts'
import { answerWords, facts, headFields } from './page.ts'
import { surveyField } from './survey-field.ts'

interface MarkdownLook extends Look {
  pathOf(documentId: number): string | undefined
}

/**
 * One ticket as a page of Markdown: its head, what was asked, its documents, all that happened. What came from the
 * platform stands there as text: no HTML, no image, no link but to an address that can be read. `pathOf`: where a
 * document stands, from the page; undefined where it is on the platform only.
 */
export async function ticketMarkdown(
  shown: ShownTicket,
  { t, dates }: Pick<Look, 't' | 'dates'>,
  pathOf: MarkdownLook['pathOf'] = () => undefined,
): Promise<string> {
  const named = withReadDates(withNamedImages(shown, t), dates)
  const { ticket, timeline, url } = named
  const style = createStyle({ colors: false, links: false, colon: t('terminal.colon') })
  const look = { style, t, width: Number.POSITIVE_INFINITY, dates, pathOf }
  const entries: string[] = []
  for (const entry of timeline) entries.push(await entryPage(entry, look))
  return [
    `# ${t('export.page-title', { id: ticket.id })} — ${inline(ticket.title)}`,
    head(named, look),
    linked(url),
    `## ${t('request.description')}`,
    (await longText(ticket.description, look)) || t('show.no-description'),
    ...documents(named, look),
    `## ${t('export.timeline')}`,
    ...(timeline.length === 0 ? [t('show.nothing-yet')] : entries),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function head(shown: ShownTicket, look: MarkdownLook): string {
  return [...headFields(shown, look, look.dates.absolute), ...surveyField(shown.survey, look)]
    .map(([label, value]) => `- ${look.style.labelled(`**${label}**`, value.split('\n').map(inline).join(', '))}`)
    .join('\n')
}

function documents({ ticket }: ShownTicket, { t, pathOf }: MarkdownLook): string[] {
  if (ticket.documents.length === 0) return []
  const lines = ticket.documents.map(({ id, fileName }) => {
    const path = pathOf(id)
    const name = inline(fileName)
    return `- ${path === undefined ? name : `[${name}](<${path}>)`}`
  })
  return [`## ${t('show.documents')}`, lines.join('\n')]
}

async function entryPage(entry: TimelineEntry, look: MarkdownLook): Promise<string> {
  const { t, dates, pathOf } = look
  const who = entry.mine ? t('show.you') : inline(entry.author ?? t('show.support'))
  const title = `### ${facts(entry, look).join(', ')} — ${who}, ${dates.absolute(entry.date)}`
  if (entry.kind === 'document') {
    const path = pathOf(entry.id)
    return `${title}\n\n${path === undefined ? inline(entry.fileName) : `[${inline(entry.fileName)}](<${path}>)`}`
  }
  const text = await longText(entry.html, look)
  const answer =
    entry.kind === 'solution' && entry.answered
      ? `→ ${inline(answerWords(entry, t))}, ${dates.absolute(entry.answered)}`
      : ''
  return [title, text, answer].filter((part) => part !== '').join('\n\n')
}

async function longText(html: string, { t, width }: MarkdownLook): Promise<string> {
  const { text, left } = await readText(html, width)
  return left === 0 ? block(text) : `${block(text)}\n\n*${t('show.left-out', { count: left })}*`
}

const webAddress = /https?:\/\/[^\s<>()[\]"'`\\]+[^\s<>()[\]"'`\\.,;:!?]/g

/** Server text on one line, in which nothing is markup; addresses of the web stay addresses. */
function inline(text: string): string {
  return marked(plain(text).trim())
}

/** Server text of several lines: a line end is a line end, and blanks at the start of a line stay. */
function block(text: string): string {
  return plain(text, { multiline: true })
    .split('\n')
    .map((line) => {
      const lead = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0
      return '&nbsp;'.repeat(Math.min(lead, 40)) + atStart(marked(line.trim()))
    })
    .join('\n')
    .replace(/(?<=[^\n])\n(?=[^\n])/g, '\\\n')
}

function marked(text: string): string {
  let done = 0
  let result = ''
  for (const { 0: url, index } of text.matchAll(webAddress)) {
    result += `${escaped(text.slice(done, index))}${linked(url)}`
    done = index + url.length
  }
  return result + escaped(text.slice(done))
}

function linked(url: string): string {
  return `<${plain(url)}>`
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~&]/g, '\\$&')
}

/** What makes a heading, a list, a rule or a quotation of a line. */
function atStart(line: string): string {
  return line.replace(/^([#+=-])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2')
}
