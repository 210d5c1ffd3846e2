/** Who is logged in, and as what. */
export interface Person {
  id: number
  login: string
  /** First name first, where the platform tells them apart. */
  name: string
  /** The same as the platform writes it in its texts, where that is otherwise: «Durand Alice». */
  listedAs?: string
  /** Only where the platform says it. */
  email?: string
  profile: Named
  /** `helpdesk` for a customer, `central` for a technician. */
  interface: string
  /** Full name: «IPEOS > IPEOS-WTC». */
  entity: Named
  /** What else is active: the entities below it, or all of the profile's; absent when it is this one alone. */
  reach?: 'below' | 'all'
  /** As GLPI writes it: `fr_FR`. */
  language: string
  /** The profile may open no ticket. */
  opensNone?: true
  /** The profile may be asked to approve tickets, as a customer's rarely is. */
  approves?: true
  /** The profile shows tickets of others, and lets nobody write on them. */
  readsOthers?: true
}

/** A thing of the platform by its number and its name: a profile, an entity. */
export interface Named {
  id: number
  name: string
}

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
