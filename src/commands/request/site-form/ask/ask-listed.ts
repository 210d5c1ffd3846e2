import type { Context } from '../../../../app/context.ts'
import type { ChosenAnswer, FormAnswer } from '../../../../itil/form-answer.ts'
import type { FormQuestion } from '../../../../itil/site-form.ts'
import { checkAnswer } from '../check-answer.ts'
import type { AskedQuestion } from './asked-question.ts'
import { wordsOf } from './question-words.ts'

/** From this many choices on, one types to find rather than scrolls. */
const longList = 8

/** Asks for one, or several, of what the page lists. */
export async function askListed({ question, now, back }: AskedQuestion, { prompts, t }: Context): Promise<FormAnswer> {
  const { choices, several, mandatory } = question
  const words = wordsOf(question, t)
  const listed = choices.map(({ value, label }) => ({ name: label, value }))
  const chosen = chosenOf(now).map(({ value }) => value)
  if (several) {
    const ticked = await prompts.checklist({
      ...words,
      choices: listed,
      ticked: chosen,
      none: mandatory ? undefined : t('ask-form.no-answer'),
      back,
      validate: (values) => {
        const problem = checkAnswer(question, answerOf(question, values))
        return problem ? t(problem) : true
      },
    })
    return answerOf(question, ticked)
  }
  const none = mandatory ? [] : [{ name: t('ask-form.no-answer'), value: '' }]
  const usual = chosen[0] ?? (mandatory ? listed[0]?.value : '')
  const asked = { ...words, choices: [...none, ...listed], back, ...(usual !== undefined && { default: usual }) }
  const value = asked.choices.length > longList ? await prompts.search(asked) : await prompts.select(asked)
  return answerOf(question, [value])
}

/** What was chosen already. */
export function chosenOf(answer: FormAnswer | undefined): ChosenAnswer[] {
  return answer && 'chosen' in answer ? answer.chosen : []
}

function answerOf({ choices }: FormQuestion, values: readonly string[]): FormAnswer {
  const chosen = choices.filter(({ value }) => values.includes(value))
  return { chosen: chosen.map(({ value, label }) => ({ value, label })) }
}
