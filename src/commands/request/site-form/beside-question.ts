import type { Problem } from '../../../errors/error.ts'
import { stockType } from '../../../glpi/forms/stock-form.ts'
import type { Translate } from '../../../i18n/translate.ts'
import type { FormPage } from '../../../itil/site-form.ts'
import { nameOf, type PlacedQuestion } from './question-name.ts'
import { questionFor, type UsualFlag, usualFlags } from './usual-flags.ts'

/** What the form as before calls what a usual option says. */
export const usualFields = {
  type: 'type',
  title: 'title',
  description: 'description',
  urgency: 'urgency',
  category: 'category',
  about: 'equipment',
  observer: 'observers',
  location: 'location',
} as const satisfies Record<UsualFlag, string>

/**
 * What errors call a question, for programs: in the form of a new server by the words of the form as before, so that a
 * script reads the same on every platform; else by its number.
 */
export function fieldOf({ question: { id } }: Pick<PlacedQuestion, 'question'>, page: FormPage): string {
  const usual = stockType(page) && usualFlags.find((flag) => questionFor(flag, page)?.question.id === id)
  return usual ? usualFields[usual] : `#${id}`
}

/** What is wrong with an answer, as a line of its own: with the question’s name before it. */
export function beside(placed: PlacedQuestion, page: FormPage, problem: string): Problem {
  return {
    field: fieldOf(placed, page),
    key: 'answer.beside',
    parameters: { label: nameOf(placed, page), problem },
  }
}

/** The same of one of our own sentences, which goes on in a small letter after the colon; a name at its beginning stays as it is. */
export function sentenceBeside(placed: PlacedQuestion, page: FormPage, problem: Problem, t: Translate): Problem {
  const sentence = t(problem)
  const isName = Object.values(problem.parameters ?? {}).some((value) => sentence.startsWith(String(value)))
  return beside(placed, page, isName ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1))
}
