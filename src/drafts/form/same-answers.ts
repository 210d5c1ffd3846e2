import { decodeEntities, markComment } from '../../glpi/html.ts'
import type { FormAnswer } from '../../itil/form-answer.ts'
import type { QuestionKind } from '../../itil/site-form.ts'
import type { DraftForm } from './form-draft.ts'

/** Whether a ticket came of these answers: for sure, surely not, or that cannot be told. */
export type Fit = 'fits' | 'other' | 'unclear'

/**
 * Compares the text of a ticket with the answers to the form that it came from. A form prints each as it was given, after
 * its label, or what the site made of it; then some of it cannot be told (GLPI-11-FORMS.md, «Content»).
 */
export function fitOf(
  content: string,
  mark: string,
  { questions, answers }: Pick<DraftForm, 'questions' | 'answers'>,
): Fit {
  const others: string[] = content.match(/<!-- ipeos:(?!key-)[\w-]+ -->/g) ?? []
  if (others.length > 0 && !others.includes(markComment(mark))) return 'other'
  const printed = { content, text: squeezed(content) }
  const fits = questions.flatMap((question): Fit[] => {
    const answer = answers[question.id]
    const shown = answer ? shownAs(answer, question.kind) : []
    return shown.length === 0 ? [] : [fitOfAnswer(shown, question, printed)]
  })
  if (fits.includes('other')) return 'other'
  return fits.length === 0 || fits.includes('unclear') ? 'unclear' : 'fits'
}

function fitOfAnswer(
  shown: string[],
  { kind, label, storedLabel }: DraftForm['questions'][number],
  { content, text }: { content: string; text: string },
): Fit {
  const isLong = kind === 'long-text'
  const line = lineAfter(label, content) ?? lineAfter(storedLabel, content)
  if (!isLong && line !== undefined) return shown.includes(line) ? 'fits' : isExact(kind) ? 'other' : 'unclear'
  if (shown.some((one) => text.includes(one))) return 'fits'
  return line === undefined ? 'unclear' : 'other'
}

/** These are printed as they were sent. */
function isExact(kind: QuestionKind): boolean {
  return ['text', 'email', 'number', 'date', 'time', 'date-time'].includes(kind)
}

/** How an answer may be printed; nothing for what need not be. */
function shownAs(answer: FormAnswer, kind: QuestionKind): string[] {
  if ('files' in answer) return []
  if ('html' in answer) return distinct([squeezed(answer.html)])
  if ('text' in answer) {
    const { text } = answer
    return distinct([squeezed(kind === 'date-time' ? text.replace('T', ' ') : text), plainly(text)])
  }
  const labels = answer.chosen.map(({ label }) => label)
  // Of an object the last part of its path, of a person the name without the login.
  const short = [/^.* > /, / - [^-]*$/].map((part) => labels.map((label) => label.replace(part, '')))
  return distinct([labels, ...short].map((all) => squeezed(all.join(', '))))
}

function distinct(texts: string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '')
}

/** What stands after a label, to the end of its line. */
function lineAfter(label: string, content: string): string | undefined {
  const head = `) ${label}</b>: `
  const start = content.indexOf(head)
  if (start < 0) return undefined
  const rest = content.slice(start + head.length)
  const end = rest.search(/<br\s*\/?>/)
  return squeezed(end < 0 ? rest : rest.slice(0, end))
}

/** HTML as a line of text: no tags, no comments, no entities. */
function squeezed(html: string): string {
  return plainly(decodeEntities(html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<\/?[a-z][^<>]*>/gi, ' ')))
}

function plainly(text: string): string {
  return text.replace(/\s+/g, ' ').trim().normalize('NFC')
}
