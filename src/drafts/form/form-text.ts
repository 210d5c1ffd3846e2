import { decodeEntities } from '../../glpi/html.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { FormAnswer } from '../../itil/form-answer.ts'
import type { QuestionKind } from '../../itil/site-form.ts'
import type { TicketDraft } from '../draft.ts'
import type { DraftForm } from './form-draft.ts'

/** An answer as a person reads it; what was typed of one stands for it. */
export interface ReadAnswer {
  question: number
  label: string
  kind: QuestionKind
  text: string
}

/** The answers to a form in the order of its page, those that say nothing left out. */
export function readAnswers({ questions, answers, typing = {} }: DraftForm): ReadAnswer[] {
  return questions.flatMap(({ id, label, kind }) => {
    const answer = answers[id]
    const text = typing[id] ?? (answer ? textOf(answer) : '')
    return text.trim() === '' ? [] : [{ question: id, label, kind, text }]
  })
}

function textOf(answer: FormAnswer): string {
  if ('text' in answer) return answer.text
  if ('html' in answer) return textOfHtml(answer.html)
  if ('chosen' in answer) return answer.chosen.map(({ label }) => label).join(', ')
  return answer.files.map(({ name }) => name).join(', ')
}

/** Paragraphs and line ends as they are read; what a site proposes as an answer has little else. */
function textOfHtml(html: string): string {
  const lines = html.replace(/<br\s*\/?>|<\/(?:p|div|li|h\d)>/gi, '\n').replace(/<!--[\s\S]*?(?:-->|$)|<[^<>]*>/g, '')
  return decodeEntities(lines).trim()
}

/**
 * The parts of a draft that change when its text does, or its title: answers to a form that say them change with them. What
 * a form has no answer for comes to it when it is sent (`withAddition`).
 */
export function withTexts(
  { form, answers }: Pick<TicketDraft, 'form' | 'answers'>,
  texts: { title?: string | undefined; description: string },
): Pick<TicketDraft, 'form' | 'answers'> {
  const { title = answers.title, description } = texts
  const next = { ...answers, ...(title !== undefined && { title }), description }
  if (form?.textIn === undefined) return { form, answers: next }
  const { titleIn, textIn } = form
  const isTitled = titleIn !== undefined && title !== undefined && titleIn in form.answers
  const said = { ...form.answers, [textIn]: { text: description }, ...(isTitled && { [titleIn]: { text: title } }) }
  return { form: { ...form, answers: said }, answers: next }
}

/** The same with what was said besides, behind the description, where there is one. */
export function withAdded(
  { form, answers }: Pick<TicketDraft, 'form' | 'answers'>,
  addition: string | undefined,
): Pick<TicketDraft, 'form' | 'answers'> {
  if (!addition) return { form, answers }
  return withTexts({ form, answers }, { description: [answers.description, addition].filter(Boolean).join('\n\n') })
}

/** All that a request says, as one text: of one by a form its answers, each with what it answers. */
export function requestText({ form, answers }: Pick<TicketDraft, 'form' | 'answers'>, t: Translate): string {
  const { description = '' } = answers
  if (!form || form.textIn !== undefined) return description
  const lines = readAnswers(form).map(({ label, text }) => {
    const question = label.trimEnd().replace(/:$/, '').trimEnd()
    return t(text.includes('\n') ? 'draft.answer-lines' : 'draft.answer-line', { question, answer: text })
  })
  return [lines.join('\n'), description].filter(Boolean).join('\n\n')
}
