import type { Translate } from '../../i18n/translate.ts'
import type { TicketEvent } from '../../itil/ticket-event.ts'
import { firstWords } from '../../terminal/html.ts'
import { plain } from '../../terminal/sanitize.ts'
import { cut, widthOf, wrapped } from '../../terminal/width.ts'
import type { Look } from '../look.ts'
import { statusWord } from '../word.ts'
import { plannedFact } from './around-field.ts'

/** Where nothing limits the width, the first words are enough all the same. */
const mostWords = 200

/** Lines that the words of an event may take. */
const mostLines = 4
const indent = '  '

/**
 * An event: when, which ticket, who, what, its first words; `titled`: the ticket's title too, where several are watched.
 * On one line where it fits; else what was said has its own, below.
 */
export function eventLines(event: TicketEvent, { url, titled }: { url: string; titled: boolean }, look: Look): string {
  const { style, t, width, dates } = look
  const { ticket, date } = event
  const time = dates.time(date)
  const number = `#${ticket.id}`
  const title = titled ? cut(plain(ticket.title), Math.max(width - widthOf(`${time} ${number} `), 10)) : ''
  const head = [style.dim(time), style.link(style.bold(number), url), title].filter((part) => part !== '').join(' ')
  const said = `${who(event, t)}${what(event, look)}`
  const fits = widthOf([time, number, title, '·', said].filter((part) => part !== '').join(' ')) <= width
  if (fits) return `${head} · ${said}`
  const lines = wrapped(said, width - indent.length).split('\n')
  const shown = lines.slice(0, mostLines).map((line) => `${indent}${line}`)
  return `${head}\n${shown.join('\n')}${lines.length > mostLines ? '…' : ''}`
}

function who({ author, mine }: TicketEvent, t: Translate): string {
  const name = mine ? t('show.you') : author && plain(author)
  return name ? `${name} · ` : ''
}

function what(event: TicketEvent, look: Look): string {
  const { t } = look
  switch (event.kind) {
    case 'status':
      return t('watch.event.status', { from: statusWord(event.from, t), to: statusWord(event.to, t) })
    case 'document':
      return t('watch.event.document', { name: plain(event.fileName) })
    case 'solution-accepted':
    case 'solution-refused':
      return t(`watch.event.${event.kind}`)
    case 'planned':
      return event.begin
        ? [t('watch.event.planned'), ...plannedFact(event, look)].join(' ')
        : t('watch.event.unplanned')
    case 'task': {
      const [planned] = plannedFact(event, look)
      return `${said(event, t)}${planned ? ` (${planned})` : ''}`
    }
    default:
      return said(event, t)
  }
}

function said({ kind, html }: Extract<TicketEvent, { html: string }>, t: Translate): string {
  return [t(`watch.event.${kind}`), cut(firstWords(html, mostWords), mostWords)].filter((part) => part !== '').join(' ')
}
