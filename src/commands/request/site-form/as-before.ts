import { MissingInformation, type Problem } from '../../../errors/error.ts'
import type { RequestFlags } from '../request.ts'
import type { FormFlags } from './form-flags.ts'

/** What the options say for a platform that has one form. Throws `MissingInformation` that names those that need a form of the site. */
export function asBefore(options: Omit<RequestFlags, 'about'> & FormFlags): RequestFlags {
  const { about = [], observer, location, form, answer, answers, ...flags } = options
  const isGiven = { form, answer, answers, observer, location, about: about.length > 1 || undefined }
  const lines = takenByForms
    .filter((name) => isGiven[name] !== undefined)
    .map((name): Problem => ({ key: `new.not-taken.${name}` }))
  if (lines.length > 0)
    throw new MissingInformation('nothing-sent', undefined, { lines, hint: { key: 'new.nothing-sent-hint' } })
  return { ...flags, ...(about[0] !== undefined && { about: about[0] }) }
}

const takenByForms = ['form', 'answer', 'answers', 'observer', 'location', 'about'] as const
