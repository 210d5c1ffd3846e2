import type { OpenForm } from '../../../../glpi/forms/open-form.ts'
import type { FormAnswers } from '../../../../itil/form-answer.ts'
import type { FormWalk } from './form-walk.ts'

/** A condition that opens what closes it would go in a circle. */
const mostRounds = 4

/**
 * Tells a walk what is seen with its answers. Asked once, and again only where a section opened or closed that holds
 * answers: the site takes those of a hidden section for given (GLPI-11-FORMS.md, 6).
 */
export async function followForm(walk: FormWalk, { visible }: Pick<OpenForm, 'visible'>): Promise<void> {
  let asked: FormAnswers | undefined
  for (let round = 0; round < mostRounds; round += 1) {
    const answers = walk.weighed
    if (asked && areSame(asked, answers)) return
    asked = answers
    walk.see(await visible(answers))
  }
}

/** Whether these are the same answers. */
export function areSame(one: FormAnswers, other: FormAnswers): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
