import type { OpenForm } from '../../../../glpi/forms/open-form.ts'
import type { FormAnswers } from '../../../../itil/form-answer.ts'
import type { FormWalk } from './form-walk.ts'

/** Tells a walk what is seen with its answers; for the same ones the site says the same, so that a walk comes to its end. */
export async function followForm(walk: FormWalk, { visible }: Pick<OpenForm, 'visible'>): Promise<void> {
  walk.see(await visible(walk.weighed))
}

/** Whether these are the same answers. */
export function areSame(one: FormAnswers, other: FormAnswers): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
