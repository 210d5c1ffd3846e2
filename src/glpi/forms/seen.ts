import * as z from 'zod/mini'
import type { FormAnswers, VisibleParts } from '../../itil/form-answer.ts'
import { type FormPage, questionsOf } from '../../itil/site-form.ts'
import { askedFields } from './answer-fields.ts'
import type { FormCalls } from './form-calls.ts'

/** PHP writes an empty map as an empty list. */
const told = z.union([z.record(z.string(), z.boolean()), z.array(z.unknown()).check(z.maxLength(0))])
const answer = z.object({
  form_visibility: z.boolean(),
  sections_visibility: told,
  questions_visibility: told,
  comments_visibility: told,
})

/** Parts that hide each other in turn never come to rest: those are told as the site tells them, the same each time. */
const mostRounds = 8

/** What is seen with some answers, of one form: it remembers what was hidden the last time. */
type Seeing = (answers: FormAnswers) => Promise<VisibleParts>

/**
 * What is seen with answers, as the site says it (GLPI-11-FORMS.md, 6). One to what is hidden may count there, though it
 * is never sent: it is asked without those, so that what is seen here is what the site sees in what it gets.
 */
export function seeing(calls: FormCalls): Seeing {
  let hidden: number[] = []
  return async (answers) => {
    for (let rounds = 0; rounds < mostRounds; rounds += 1) {
      const out = hidden.filter((id) => answers[id])
      const counted = Object.entries(answers).filter(([id]) => !out.includes(Number(id)))
      const seen = await askOnce(calls, Object.fromEntries(counted))
      hidden = questionsOf(calls.page).flatMap(({ id }) => (seen.questions.has(id) ? [] : [id]))
      const now = hidden.filter((id) => answers[id])
      if (now.join() === out.join()) return seen
    }
    hidden = []
    return askOnce(calls, answers)
  }
}

async function askOnce(calls: FormCalls, answers: FormAnswers): Promise<VisibleParts> {
  const { page } = calls
  const fields = askedFields(page, answers)
  return seenIn(page, await calls.ask('Form/Condition/Engine', () => [['form_id', String(page.id)], ...fields], answer))
}

/** Of a question in a hidden section the site says that it is seen. What it says nothing of is as its page has it. */
function seenIn({ sections }: FormPage, answered: z.output<typeof answer>): VisibleParts {
  const isSeen = (parts: z.output<typeof told>, { id, conditional }: { id: number; conditional: boolean }): boolean =>
    (Array.isArray(parts) ? undefined : parts[id]) ?? !conditional
  const seen = sections.filter((one) => isSeen(answered.sections_visibility, one))
  const blocks = seen.flatMap((section) => section.blocks)
  const ids = (kind: 'question' | 'comment', parts: z.output<typeof told>): Set<number> =>
    new Set(blocks.filter((one) => one.block === kind && isSeen(parts, one)).map(({ id }) => id))
  return {
    button: answered.form_visibility,
    sections: new Set(seen.map(({ id }) => id)),
    questions: ids('question', answered.questions_visibility),
    comments: ids('comment', answered.comments_visibility),
  }
}
