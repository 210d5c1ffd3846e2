import type { ApprovalStatus } from './approval.ts'
import type { Survey, SurveyState } from './survey.ts'
import type { ObserverKey } from './ticket-form.ts'
import type { LinkRelation } from './ticket-link.ts'
import type { Priority, SolutionStatus, TaskState, TicketStatus, TicketType, Urgency } from './ticket-words.ts'

/** A row of the list. Texts are decoded, but not yet fit for a terminal. */
export interface TicketSummary {
  id: number
  title: string
  status: TicketStatus
  urgency: Urgency
  priority?: Priority
  type?: TicketType
  /** Full name, or undefined. */
  category?: string
  opened: Date
  changed: Date
  solved?: Date
  closed?: Date
  /** By when it is to be solved. */
  dueBy?: Date
  /** This account observes it, and it is not for this account; only where asked for. */
  observed?: true
  /** Seconds until somebody of the support took it, as the platform counts them; only where asked for. */
  takenAfter?: number
  /** Only where asked for, and where there is one. */
  surveyState?: SurveyState
}

/** A ticket of a list, with its page on the web. */
export interface ListedTicket extends TicketSummary {
  url: string
}

/** One ticket with all that the platform tells of it, but for what was written on it. */
export interface Ticket extends TicketSummary {
  /** HTML, as the platform holds it. */
  description: string
  entity?: string
  requester?: string
  /** Those of the support who are in charge: full names, or logins where the platform tells no more. */
  technicians?: string[]
  /** The groups of the support that are in charge. */
  groups?: string[]
  equipment: EquipmentReference[]
  /** Full name. */
  location?: string
  /** Those who follow it: full names, logins where the platform tells no more, or addresses. */
  observers?: string[]
  observerGroups?: string[]
  taken?: Date
  /** By when somebody is to have taken it. */
  takeBy?: Date
  /** What is promised: the names of the service levels that say until when it is to be solved, and taken. */
  solveLevel?: string
  takeLevel?: string
  /** Why it waits, where the platform names it. */
  pendingReason?: string
  /** Seconds spent by technicians. */
  timeSpent: number
  documents: TicketDocument[]
  /** Whether somebody is asked to approve it, and what came of that; undefined for nobody. */
  approval?: ApprovalStatus
  /** This account may read it, and not write on it. */
  readOnly?: true
  /** This account observes it, by itself and not by a group. */
  observed?: true
}

/** A ticket, what happened to it, oldest first, and its page on the web. */
export interface ShownTicket {
  ticket: Ticket
  timeline: TimelineEntry[]
  url: string
  /** Of a closed ticket, where there is one. */
  survey?: Survey
  /** Of a pending ticket, as far as the platform tells. */
  waiting?: Waiting
  /** Those that this account sees, and no other. */
  links?: LinkedTicket[]
}

/** A ticket that another one is tied to. */
export interface LinkedTicket {
  id: number
  title: string
  status: TicketStatus
  /** What the ticket at hand is to this one. */
  relation: LinkRelation
}

/** What stands around a ticket; undefined is what the platform does not tell. */
export interface TicketSurroundings extends Pick<ShownTicket, 'waiting' | 'links'> {
  /** With names, where the platform says them. */
  equipment: EquipmentReference[]
}

/** What the platform does by itself with a ticket that waits for an answer. */
export interface Waiting {
  /** When its requester is reminded next. */
  reminder?: Date
  /** How many reminders are still to come before it is solved by itself. */
  remindersLeft?: number
  /** When it is solved by itself; later where only the hours of work count. */
  solvedOn?: Date
}

/** A piece of equipment that a ticket is about. */
export interface EquipmentReference {
  /** `Computer:3`. */
  key: string
  /** Where the platform says it. */
  name?: string
}

/** A file that hangs on a ticket, or an image that stands in one of its texts. */
export interface TicketDocument {
  /** 0 or less for an image whose bytes stand in the text itself. */
  id: number
  fileName: string
  mime: string
  /** Of its bytes, in hexadecimal; undefined where the platform does not say it. */
  sha1?: string
  added: Date
  /** The author's name, or undefined where the platform does not say it. */
  author?: string
  /** The author's number, where the name is not known yet. */
  authorId?: number
  /** Bytes, where they are known. */
  size?: number
  /** Where it stands in a text. */
  inline?: InlineImage
}

/** An image within the texts of a ticket. */
export interface InlineImage {
  /** From 1, in the order in which a page of the ticket shows them. */
  number: number
  /** How the texts name it: addresses, or its very bytes (`data:`). */
  sources: string[]
  /** Nobody told what it is called: its name is made of its number. */
  isUnnamed?: true
}

/** A ticket that is to be opened. */
export interface NewTicket {
  type: TicketType
  urgency: Urgency
  title: string
  /** Plain text; turned into HTML here. */
  description: string
  categoryId?: number
  /** `Computer:3`, each once. */
  equipment?: string[]
  locationId?: number
  /** Those who may follow it, told by mail of what happens unless they are `silent`. */
  observers?: Array<ObserverKey & { silent?: boolean | undefined }>
  /** Another ticket of this customer's, which it belongs to. */
  related?: number
  /** By mail, to `email` or to the address that the platform knows. */
  notify: boolean
  email?: string
  /** The mark of this request, by which a later command recognises it; put into the description as an HTML comment. */
  mark?: string
  /** A mark that several tickets may have, one after the other: of what they are about. */
  keyMark?: string
}

/** What the platform stored of what was chosen for a ticket. */
export interface StoredFields {
  type?: TicketType
  urgency: Urgency
  /** 0 for none. */
  categoryId: number
  /** 0 for none. */
  locationId: number
  title: string
  /** HTML. */
  content: string
  /** Whom it is about, where that was asked for. */
  people?: StoredPerson[]
  /** The groups that observe it, where they were asked for. */
  groups?: number[]
  /** `Computer:3`, where they were asked for. */
  items?: string[]
}

/** Somebody's part in a ticket. */
export interface StoredPerson {
  part: 'requester' | 'assignee' | 'observer'
  /** 0 for a group, and for whoever is known by an address alone. */
  user: number
  /** The number of a group, whose mails are the platform's business. */
  group?: number
  /** By mail, to `email` or, where that is empty, to the address that the platform knows. */
  notified: boolean
  email: string
}

/** What is to be another in a ticket; what is absent stays. */
export type TicketChanges = Partial<Pick<NewTicket, 'title' | 'description' | 'urgency' | 'categoryId'>>

/** One thing that was written on a ticket, or hung on it. */
export type TimelineEntry = {
  id: number
  date: Date
  /** When it was written down: nobody can change that, as a technician can `date`. The date itself when absent. */
  created?: Date
  /** Login or full name; undefined where the platform does not say it. */
  author?: string
  /** True when this account wrote it. */
  mine: boolean
} & (
  | { kind: 'followup'; html: string }
  | {
      kind: 'task'
      html: string
      state: TaskState
      timeSpent: number
      /** When it is planned to be done, and by whom: a person, or else a group. */
      begin?: Date
      end?: Date
      by?: string
    }
  | {
      kind: 'solution'
      html: string
      status: SolutionStatus
      answered?: Date
      answeredBy?: string
      answeredByMe?: true
    }
  | { kind: 'document'; fileName: string; mime: string }
)
