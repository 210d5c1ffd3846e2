import type { Context } from '../../../app/context.ts'
import type { FormPage } from '../../../itil/site-form.ts'
import { nameOf, placedQuestions } from './question-name.ts'

/** Of a question with more, one types the answer. */
const mostChoices = 20

/**
 * Keeps what `--answer` may say to a form that was read, so that completion can offer it: `4/Problème=`, and behind it each
 * choice, `4/Problème=Autre`.
 */
export async function rememberQuestions(page: FormPage, { seen }: Pick<Context, 'seen'>): Promise<void> {
  const named = placedQuestions(page).map((placed) => ({
    head: `${page.id}/${shortName(nameOf(placed, page))}=`,
    ...placed.question,
  }))
  const labels = named.filter(({ kind }) => kind !== 'unknown')
  const choices = named.filter((one) => one.choices.length <= mostChoices)
  await seen.remember('form', [{ value: String(page.id), about: page.title }])
  await seen.remember('question', [
    ...labels.map(({ head, help }) => ({ value: head, about: help })),
    ...choices.flatMap(({ head, choices: offered }) =>
      offered.map(({ label }) => ({ value: `${head}${label}`, about: '' })),
    ),
  ])
}

/** Without the sign at its end, which one need not type and a shell would have quoted. */
function shortName(name: string): string {
  return name.replace(/(?<![ \u00a0\u202f?:*])[ \u00a0\u202f?:*]+$/, '') || name
}
