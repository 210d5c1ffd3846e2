import type { Translate } from '../../i18n/translate.ts'
import type { DescribedCommand } from '../describe-command.ts'
import { itemText, wrapAtSpaces } from './help-page.ts'
import type { Topic, TopicPart } from './topic.ts'

/** Terms longer than this have what they mean below them. */
const widestTerm = 22

/** The text of a topic, its lines within `width` columns; lines to be copied are never broken. */
export function topicText(topic: Topic, root: DescribedCommand, t: Translate, width: number): string {
  const title = `ipeos help ${topic.name}${t('terminal.colon')} ${t(topic.summary)}`
  const parts = topic.parts(t, root).map((part) => partText(part, width))
  return `${[wrapAtSpaces(title, width), ...parts].join('\n\n')}\n`
}

function partText(part: TopicPart, width: number): string {
  if ('text' in part) return wrapAtSpaces(part.text, width)
  if ('lines' in part) return part.lines.map((line) => `  ${line}`).join('\n')
  const longest = Math.max(...part.items.map(([term]) => term.length))
  const termWidth = longest <= widestTerm ? longest : width
  return part.items.map(([term, meaning]) => itemText([term, meaning], termWidth, width)).join('\n')
}
