import type { Message } from '../i18n/translate.ts'
import type { TicketType, Urgency } from './ticket-words.ts'

export const formFields = ['type', 'urgency', 'category', 'equipment', 'title', 'description', 'files'] as const
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
  mandatory: FormField[]
  /** What the form on the web makes mandatory besides, and nobody can say here: the labels, and where that form is. */
  elsewhere?: { labels: string[]; url: string }
  /** Bytes. */
  fileLimit: number
  /** The address that the platform knows for this person. */
  email?: string
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
