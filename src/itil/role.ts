import type { Named } from './person.ts'

/** One of those that are offered: by its number, or by a function that finds it, and throws when there is none. */
export type RoleChoice = number | ((offered: Named[]) => Named)

/** The profile and the entity that a session is to have; what is not said is left to the platform. */
export interface Role {
  profile?: RoleChoice
  /** `all`: every entity of the profile at once. */
  entity?: RoleChoice | 'all'
  /** Without the entities below it, where the profile reaches those too. */
  alone?: boolean
}

/** A profile that somebody holds, and on which entities, by their short names. */
export interface HeldProfile extends Named {
  entities: Named[]
}
