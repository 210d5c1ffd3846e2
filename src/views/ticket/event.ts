import type { Translate } from '../../i18n/translate.ts'
import type { TicketEvent } from '../../itil/ticket-event.ts'
import { firstWords } from '../../terminal/html.ts'
import { plain } from '../../terminal/sanitize.ts'
import { cut, widthOf } from '../../terminal/width.ts'
import type { Look } from '../look.ts'
import { statusWord } from '../word.ts'

const widestTitle = 24
/** Where nothing limits the width, the first words are enough all the same. */
const mostWords = 200

/**
 * An event on one line: when, which ticket, who, what, its first words; `titled`: the ticket's title too, where several
 * are watched.
 */
export function eventLine(
  event: TicketEvent,
  { url, titled }: { url: string; titled: boolean },
  { style, t, width, dates }: Look,
): string {
  const { ticket, date } = event
  const time = dates.time(date)
  const number = `#${ticket.id}`
  const title = titled ? cut(plain(ticket.title), widestTitle) : ''
  const lead = [time, number, title].filter((part) => part !== '')
  const room = width - widthOf(lead.join(' ')) - 3
  const rest = cut(`${who(event, t)}${what(event, t)}`, Math.max(room, 10))
  const drawn = [style.dim(time), style.link(style.bold(number), url), title].filter((part) => part !== '')
  return `${drawn.join(' ')} · ${rest}`
}

function who({ author, mine }: TicketEvent, t: Translate): string {
  const name = mine ? t('show.you') : author && plain(author)
  return name ? `${name} · ` : ''
}

function what(event: TicketEvent, t: Translate): string {
  switch (event.kind) {
    case 'status':
      return t('watch.event.status', { from: statusWord(event.from, t), to: statusWord(event.to, t) })
    case 'document':
      return t('watch.event.document', { name: plain(event.fileName) })
    case 'solution-accepted':
    case 'solution-refused':
      return t(`watch.event.${event.kind}`)
    default:
      return [t(`watch.event.${event.kind}`), cut(firstWords(event.html, mostWords), mostWords)]
        .filter((part) => part !== '')
        .join(' ')
  }
}
