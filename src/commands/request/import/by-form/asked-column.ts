import type { FormPage } from '../../../../itil/site-form.ts'
import { findQuestion } from '../../site-form/question-name.ts'
import type { FindAsked } from '../column.ts'

/** What of a form a column answers, by its label. */
export function askedBy(page: FormPage): FindAsked {
  return (name) => {
    const found = findQuestion(name, page)
    if ('problem' in found) return found
    const { id, several } = found.found.question
    return { asked: { question: id, several } }
  }
}
