import * as z from 'zod/mini'
import type { AnswerProblem, FormAnswers } from '../../itil/form-answer.ts'
import { integer } from '../wire.ts'
import { fileFields, postedFields, type UploadedFile, withAnswer } from './answer-fields.ts'
import type { FormCalls } from './form-calls.ts'
import { plainWords } from './words.ts'

const answer = z.object({
  success: z.boolean(),
  errors: z.array(z.object({ question_id: integer, message: z.string() })),
})

/** What the site would not take, by the numbers of the questions: it names them by what is stored (GLPI-11-FORMS.md, 7). */
export async function askProblems(calls: FormCalls, answers: FormAnswers): Promise<AnswerProblem[]> {
  const { page } = calls
  const fields = withAnswer([...postedFields(page, answers), ...fileFields(asUploaded(answers))])
  const { success, errors } = await calls.ask(
    'Form/ValidateAnswers',
    () => [['forms_id', String(page.id)], ...fields],
    answer,
  )
  if (!success && errors.length === 0) throw calls.broken(new Error('refused, without a reason'))
  return errors.map(({ question_id, message }) => ({ question: question_id, message: plainWords(message) }))
}

/** Files that are not there yet: whether there are some is all that is looked at. */
function asUploaded(answers: FormAnswers): UploadedFile[] {
  return Object.entries(answers).flatMap(([question, one]) =>
    'files' in one ? one.files.map(({ name }) => ({ question: Number(question), name, prefix: '', tag: '' })) : [],
  )
}
