import * as z from 'zod/mini'
import type { Person } from '../../itil/person.ts'

/** Names by numbers: all that this connection has come across; empty for what the platform does not tell. */
export interface Names {
  people: Map<number, string>
  groups: Map<number, string>
}

/** Who did something: a number, or a login where the platform gives that. */
export type Who = number | string

const longestLogin = 255

/** Who a row says; undefined for nobody. */
export const who = z.pipe(
  z.union([z.string(), z.number(), z.null()]),
  z.transform((value): Who | undefined => {
    if (typeof value === 'string' && !/^\d{1,15}$/.test(value)) return value.slice(0, longestLogin).trim() || undefined
    return Number(value) || undefined
  }),
)

/** Whether this is the person of the session. */
export function isMine(one: Who | undefined, person: Person): boolean {
  return one === person.id || one === person.login
}

/** The name of somebody: one's own is known; undefined for nobody, and for whom the platform does not name. */
export function nameOf(one: Who | undefined, person: Person, { people }: Names): string | undefined {
  if (isMine(one, person)) return person.name
  return typeof one === 'number' ? people.get(one) || undefined : one
}
