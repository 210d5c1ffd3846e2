/** A profile: what GLPI says of it, and what it allows. */
export interface Profile {
  readonly id: number
  readonly name: string
  readonly interface: 'helpdesk' | 'central'
  /** The rights as GLPI's numbers, for `getActiveProfile`. */
  readonly rights: Readonly<Record<string, number>>
  /** Sees every ticket of its entities; otherwise its own only. */
  readonly seesAllTickets: boolean
  /** Answers, assigns, solves: the technician's trade. */
  readonly handlesTickets: boolean
  /** Reads assets, categories, people, contracts… through the API. */
  readonly readsConfiguration: boolean
  readonly administers: boolean
}

/** The bits of the right on approvals: to ask for them on requests and incidents, and to give them. */
export const MAY_ASK_APPROVAL = 1024 | 2048
export const MAY_APPROVE = 4096 | 8192

const SELF_SERVICE: Profile = {
  id: 1,
  name: 'Self-Service',
  interface: 'helpdesk',
  // Contract step "getActiveProfile".
  rights: {
    ticket: 5,
    followup: 5,
    task: 1,
    knowbase: 2048,
    reservation: 1024,
    ticketvalidation: 0,
    password_update: 1,
  },
  seesAllTickets: false,
  handlesTickets: false,
  readsConfiguration: false,
  administers: false,
}

const TECHNICIAN: Profile = {
  id: 6,
  name: 'Technician',
  interface: 'central',
  rights: {
    ...{ ticket: 168_967, followup: 13_335, task: 13_329, knowbase: 14_359, reservation: 1055 },
    ticketvalidation: 3088,
    password_update: 1,
  },
  seesAllTickets: true,
  handlesTickets: true,
  readsConfiguration: true,
  administers: false,
}

const OBSERVER: Profile = {
  ...{ ...TECHNICIAN, id: 2, name: 'Observer', handlesTickets: false },
  rights: {
    ticket: 168_965,
    followup: 5,
    task: 1,
    knowbase: 10_241,
    reservation: 1025,
    ticketvalidation: 3088,
    password_update: 1,
  },
}

const SUPER_ADMIN: Profile = {
  ...{ ...TECHNICIAN, id: 4, name: 'Super-Admin', administers: true },
  rights: {
    ...{ ticket: 521_151, followup: 15_383, task: 13_329, knowbase: 15_383, reservation: 1055 },
    ticketvalidation: 15_376,
    password_update: 1,
  },
}

/** The stock profiles that accounts hold here. */
export const PROFILES: readonly Profile[] = [SELF_SERVICE, OBSERVER, SUPER_ADMIN, TECHNICIAN]

/** The profile of that number; an unknown one is the least powerful. */
export function profileById(id: number): Profile {
  return PROFILES.find((profile) => profile.id === id) ?? SELF_SERVICE
}

/** Contract step "getActiveProfile". */
export const HELPDESK_ITEM_TYPES = [
  'Computer',
  'Monitor',
  'NetworkEquipment',
  'Peripheral',
  'Phone',
  'Printer',
  'Software',
  'DCRoom',
  'Rack',
  'Enclosure',
  'Database',
] as const
