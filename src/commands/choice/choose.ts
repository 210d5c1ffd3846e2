import { type IpeosError, NotFound, WrongUsage } from '../../errors/error.ts'
import type { Named } from '../../itil/person.ts'
import { match } from './match.ts'

/** What a name that fits nothing is told as. */
type Unknown = 'unknown-profile' | 'unknown-entity' | 'unknown-account'

/** The one that `text` names, by its number, its name or a part of it. Throws `NotFound` with some of those there are. */
export function chosen<One extends Named>(text: string, offered: One[], unknown: Unknown): One {
  const candidates = offered.map((value) => ({
    value,
    keys: [String(value.id), value.name.split(' > ').at(-1) ?? ''],
    names: [value.name],
  }))
  const result = match(text, candidates)
  if ('found' in result) return result.found
  if ('ambiguous' in result) throw several(text, result.ambiguous)
  throw none(text, result.some, unknown)
}

/** Several fit. */
export function several(value: string, names: string[]): IpeosError {
  return new WrongUsage('several-roles', { value, names: names.join(', ') })
}

/** None fits; there are `some`. */
export function none(value: string, some: string[], unknown: Unknown): IpeosError {
  const error = new NotFound(unknown, { value })
  return some.length > 0 ? error.withHint({ key: 'role.near', parameters: { names: some.join(', ') } }) : error
}
