import { MissingInformation, type Problem } from '../../../errors/error.ts'
import type { RequestFlags } from '../request.ts'
import type { NewWords } from './form-flags.ts'

/**
 * What the options of `ticket new` say for a platform that has one form. Throws `MissingInformation` that names those that a form of
 * the site alone takes.
 */
export function asBefore(words: NewWords): RequestFlags {
  const { about = [], observer, location, form, answer, answers, ...flags } = words
  const isGiven = { form, answer, answers, observer, location, about: about.length > 1 || undefined }
  const lines = takenByForms
    .filter((name) => isGiven[name] !== undefined)
    .map((name): Problem => ({ key: `new.not-taken.${name}` }))
  if (lines.length > 0)
    throw new MissingInformation('nothing-sent', undefined, { lines, hint: { key: 'new.nothing-sent-hint' } })
  return { ...flags, ...(about[0] !== undefined && { about: about[0] }) }
}

const takenByForms = ['form', 'answer', 'answers', 'observer', 'location', 'about'] as const
