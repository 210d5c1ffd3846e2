import type { FormAnswer, FormAnswers } from '../../../itil/form-answer.ts'
import { type FormPage, type FormQuestion, questionsOf } from '../../../itil/site-form.ts'

/** What a page proposes: it is an answer too, for as long as nobody gives another. */
export function presetAnswers(page: FormPage): FormAnswers {
  const presets = questionsOf(page).flatMap((question): Array<[number, FormAnswer]> => {
    const preset = presetOf(question)
    return preset ? [[question.id, preset]] : []
  })
  return Object.fromEntries(presets)
}

export function presetOf({ kind, preset, choices }: FormQuestion): FormAnswer | undefined {
  const chosen = choices.filter((choice) => choice.chosen).map(({ value, label }) => ({ value, label }))
  if (chosen.length > 0) return { chosen }
  if (preset === '') return undefined
  return kind === 'long-text' ? { html: preset } : { text: preset }
}

/** Whether nothing is in an answer: the question was left without one, on purpose, or tags alone are left of it. */
export function isEmptyAnswer(answer: FormAnswer | undefined): boolean {
  if (!answer) return true
  if ('text' in answer) return answer.text.trim() === ''
  if ('html' in answer) return withoutTags(answer.html).trim() === ''
  return 'chosen' in answer ? answer.chosen.length === 0 : answer.files.length === 0
}

/** As PHP’s strip_tags does: what the site counts of a text (GLPI-11-FORMS.md, 7). */
export function withoutTags(text: string): string {
  return text.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<[^>\s][^>]*(?:>|$)/g, '')
}
