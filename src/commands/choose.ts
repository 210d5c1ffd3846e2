import { type IpeosError, NotFound, WrongUsage } from '../errors.ts'
import type { MessageKey } from '../i18n/translate.ts'
import type { Named } from '../itil/person.ts'
import { match } from './match.ts'

/** What a person may name, and the sentences for a name that fits nothing. */
export interface Kind {
  /** «There is no … “{value}”.» */
  unknown: MessageKey
  /** The command that lists them, as a sentence. */
  list: MessageKey
}

export const profileKind: Kind = { unknown: 'role.unknown-profile', list: 'role.no-profile.hint' }
export const entityKind: Kind = { unknown: 'role.unknown-entity', list: 'role.no-entity.hint' }

/** The one that `text` names, by its number, its name or a part of it. Throws `NotFound` with those that come near. */
export function chosen<One extends Named>(text: string, offered: One[], kind: Kind): One {
  const candidates = offered.map((value) => ({
    value,
    keys: [String(value.id), value.name.split(' > ').at(-1) ?? ''],
    names: [value.name],
  }))
  const result = match(text, candidates)
  if ('found' in result) return result.found
  if ('ambiguous' in result) throw several(text, result.ambiguous)
  throw none(text, result.near, kind)
}

/** Several fit. */
export function several(value: string, names: string[]): IpeosError {
  const hint = { key: 'role.which', parameters: { names: names.join(', ') } } as const
  return new WrongUsage('role.several', { value }, { hint })
}

/** None fits; `near` are those that come near. */
export function none(value: string, near: string[], { unknown, list }: Kind): IpeosError {
  const hint = near.length > 0 ? ({ key: 'role.near', parameters: { names: near.join(', ') } } as const) : { key: list }
  return new NotFound(unknown, { value }, { hint })
}
