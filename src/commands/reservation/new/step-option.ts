import { WrongUsage } from '../../../errors/error.ts'
import { choiceHint } from '../../../i18n/similar.ts'
import type { Translate } from '../../../i18n/translate.ts'
import { match } from '../../choice/match.ts'

/** How often a reservation may come again. */
export const steps = ['day', 'week'] as const
export type Step = (typeof steps)[number]

/** `--every week`, or the person's own word for it. Throws `WrongUsage` for another one. */
export function stepOption(t: Translate): (value: string) => Step {
  const candidates = steps.map((step) => ({ value: step, keys: [step], names: [t(`reservation.step.${step}`)] }))
  return (value) => {
    const known = match(value, candidates)
    if ('found' in known) return known.found
    const words = candidates.flatMap(({ names }) => names)
    throw new WrongUsage('wrong-choice', { name: '--every', value }, { hint: choiceHint(value, words) })
  }
}
