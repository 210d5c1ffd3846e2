import { spent } from '../dates/dates.ts'
import type { Translate } from '../i18n/translate.ts'
import type { TimelineEntry } from '../itil/timeline-entry.ts'
import { htmlToText } from '../terminal/html.ts'
import { plain } from '../terminal/sanitize.ts'
import { wrapped } from '../terminal/width.ts'
import type { PageLook } from './ticket-page.ts'
import { solutionWord, taskWord } from './word.ts'

const indent = '  '

/** All that happened, oldest first: what and who, when, and what was said. */
export function viewTimeline(timeline: TimelineEntry[], look: PageLook): string {
  if (timeline.length === 0) return look.style.dim(look.t('show.nothing-yet'))
  return timeline.map((entry) => viewEntry(entry, look)).join('\n\n')
}

function viewEntry(entry: TimelineEntry, look: PageLook): string {
  const { style, t, width, moment } = look
  const what = style.bold(`${style.drawn(`${style.cyan('●')} `)}${facts(entry, t).join(style.drawn(' · ', ', '))}`)
  const who = entry.mine ? style.green(t('show.you')) : plain(entry.author ?? t('show.support'))
  const head = wrapped(`${what} — ${who}, ${style.dim(moment(entry.date))}`, width)
  const body = bodyOf(entry, look)
  return body === '' ? head : `${head}\n${body.replace(/^(?=.)/gm, indent)}`
}

/** What kind of entry it is, and what is to be known of it beside its text. */
export function facts(entry: TimelineEntry, t: Translate): string[] {
  switch (entry.kind) {
    case 'followup':
      return [t('show.followup')]
    case 'task':
      return [t('show.task'), taskWord(entry.state, t), ...(entry.timeSpent > 0 ? [spent(entry.timeSpent)] : [])]
    case 'solution':
      return [t('show.solution'), solutionWord(entry.status, t)]
    case 'document':
      return [t('show.document')]
  }
}

function bodyOf(entry: TimelineEntry, look: PageLook): string {
  const { style, t, width, moment } = look
  const room = width - indent.length
  if (entry.kind === 'document') return wrapped(`${plain(entry.fileName)} ${style.dim(plain(entry.mime))}`, room)
  const text = htmlToText(entry.html, room)
  if (entry.kind !== 'solution' || !entry.answered) return text
  const answer = [solutionWord(entry.status, t), entry.answeredBy && plain(entry.answeredBy), moment(entry.answered)]
  return [text, style.dim(wrapped(`${style.drawn('→ ')}${answer.filter(Boolean).join(', ')}`, room))]
    .filter((part) => part !== '')
    .join('\n')
}
