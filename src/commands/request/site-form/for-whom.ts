import type { Problem } from '../../../errors/error.ts'
import type { Translate } from '../../../i18n/translate.ts'
import type { ChosenAnswer } from '../../../itil/form-answer.ts'
import type { FormPage } from '../../../itil/site-form.ts'
import { match } from '../../choice/match.ts'
import { isNone } from '../field/none-word.ts'
import type { RecalledForm } from './draft/recall-form.ts'

/** Whom `--on-behalf-of` means: undefined for oneself. */
export interface ForWhom {
  person: ChosenAnswer | undefined
}

/**
 * Whom a word means of those for whom the page lets one send the form: by a name, or a part that only one has; «none» is
 * oneself. Undefined where nothing is said, or it is wrong.
 */
export function forWhom(
  word: string | undefined,
  { delegates }: Pick<FormPage, 'delegates'>,
  t: Translate,
): { said?: ForWhom; problems: Problem[] } {
  const text = word?.trim()
  if (text === undefined) return { problems: [] }
  if (text === '' || isNone(text, t)) return { said: { person: undefined }, problems: [] }
  const field = 'onBehalfOf'
  if (delegates.length === 0) return { problems: [{ field, key: 'new.not-taken.on-behalf-of' }] }
  const found = match(
    text,
    delegates.map(({ value, label }) => ({
      value: { value, label },
      keys: [value, `users_id-${value}`],
      names: [label, label.split(' ').reverse().join(' ')],
    })),
  )
  if ('found' in found) return { said: { person: found.found }, problems: [] }
  const names = ('ambiguous' in found ? found.ambiguous : found.some).join(', ')
  const key = 'ambiguous' in found ? 'new.ambiguous.on-behalf-of' : 'new.unknown.on-behalf-of'
  return { problems: [{ field, key, parameters: { text, names } }] }
}

/** What a draft recalls, for whom this call says; the address of one person is not that of another. */
export function recalledFor(said: ForWhom | undefined, recalled: RecalledForm): RecalledForm {
  if (!said) return recalled
  const { email, ...others } = recalled.known
  const isSame = others.onBehalfOf?.value === said.person?.value
  const known = { ...others, ...(isSame && email !== undefined && { email }), onBehalfOf: said.person }
  return { ...recalled, known }
}
