import type { Message } from '../i18n/translate.ts'
import type { TicketType, Urgency } from './ticket-words.ts'

export const formFields = [
  'type',
  'urgency',
  'category',
  'equipment',
  'title',
  'description',
  'files',
  'observers',
  'location',
] as const
export type FormField = (typeof formFields)[number]

/** Milliseconds for which what a form offers and wants is believed when something is about to be sent. */
export const freshForm = 5 * 60_000

export interface TicketForm {
  /** Where it was read: the API, the form of the web page, or nowhere (numbers are typed by hand). */
  source: 'api' | 'web-form' | 'none'
  /** With `none`: why neither could be had. */
  reason?: Message
  types: TicketType[]
  urgencies: Urgency[]
  defaultUrgency: Urgency
  categories: Category[]
  equipment: Equipment[]
  /** In a tree, as categories are. */
  locations: Category[]
  /** Who may observe is asked of the platform (`People`); absent where its form takes no observers. */
  observers?: { byAddress: boolean }
  /** What the form does not show, as its template wants it. */
  hidden?: FormField[]
  /** What it shows, and nobody may change there. */
  readOnly?: FormField[]
  /** What stands in it already. */
  preset?: FormPreset
  mandatory: FormField[]
  /** What the form on the web makes mandatory besides, and nobody can say here: the labels, and where that form is. */
  elsewhere?: { labels: string[]; url: string }
  /** Bytes. */
  fileLimit: number
  /** The address that the platform knows for this person. */
  email?: string
  /** It is another one for each type and category that has a template of its own (GLPI 10). */
  follows?: true
}

/** What was chosen of a form: the number of a category. */
export interface FormChoice {
  type?: TicketType | undefined
  category?: number | undefined
}

/** What a template fills in: a number of a category or a place, the key of an equipment, a text. */
export interface FormPreset {
  type?: TicketType
  urgency?: Urgency
  category?: number
  location?: number
  equipment?: string
  title?: string
  description?: string
}

/** Somebody whom the form offers, or a group. */
export type FormPerson = {
  /** As the platform writes it. */
  name: string
  login?: string
  email?: string
} & ({ user: number } | { group: number })

export interface FoundPeople {
  /** Groups come last. */
  people: FormPerson[]
  /** There is a page after this one. */
  more: boolean
}

/** Whom the platform knows, alone or as a group; or an e-mail address. */
export type ObserverKey = { user: number } | { group: number } | { email: string }

/** Somebody who is to follow a ticket. */
export type Observer = {
  name: string
  /** Gets no mails of it. */
  silent?: boolean | undefined
} & ObserverKey

export function isGroup<One extends object>(one: One): one is One & { group: number } {
  return 'group' in one && one.group !== undefined
}

export interface Category {
  id: number
  /** «Site web». */
  name: string
  /** «Hébergement > Site web». */
  fullName: string
  /** 1 for the roots. */
  level: number
}

export interface Equipment {
  /** `Computer:3`. */
  key: string
  /** «poste-alice». */
  name: string
  /** What the platform shows beside the name: «Ordinateur - poste-alice - WTC-0003». */
  label: string
}
