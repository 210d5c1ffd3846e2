import type {
  NewTicket,
  StoredFields,
  Ticket,
  TicketChanges,
  TicketSummary,
  TicketSurroundings,
  TimelineEntry,
} from '../../itil/ticket.ts'
import type { TicketPage, TicketQuery, TicketRows } from '../../itil/ticket-query.ts'
import type { OutgoingFile, TextImage } from '../document/documents.ts'
import type { KeptImage } from '../document/inline/kept-images.ts'

export interface Tickets {
  list(query: TicketQuery): Promise<TicketPage>
  /** The same where they are many. `once`: what fails in passing is not asked again. */
  rows(query: TicketQuery, options?: { once?: boolean }): Promise<TicketRows>
  /** The numbers of the same tickets, and nothing else of them. */
  numbers(query: TicketQuery): Promise<number[]>
  /** Its equipment is without names. Rejects with `NotFound` for a number that does not exist or is not this customer's. */
  get(id: number): Promise<Ticket>
  /** What stands around it, beyond what was written on it. */
  around(ticket: Ticket): Promise<TicketSurroundings>
  /** Everything that happened, oldest first. */
  timeline(ticket: Ticket): Promise<TimelineEntry[]>
  /** What was written last on a ticket, documents aside; undefined when nothing was. Cheaper than the timeline. */
  newest(ticket: Pick<Ticket, 'id' | 'status'>): Promise<TimelineEntry | undefined>
  /** With images, these stand in its description, in the same request; of those that it cannot take, their names. */
  create(request: NewTicket, options?: ImageOptions): Promise<{ id: number }>
  /**
   * What the platform stored of a ticket that was made just now, which may be other than was asked. People and items cost a
   * request each.
   */
  stored(id: number, parts?: { people?: boolean; items?: boolean }): Promise<StoredFields>
  /** Creates several by one request; what became of each, in their order. A refusal of some keeps no other back. */
  createMany(requests: NewTicket[]): Promise<BatchOutcome[]>
  /** The tickets of any status that this account opened with this mark, the newest first; 50 at most. */
  withMark(mark: string): Promise<TicketSummary[]>
  /**
   * The tickets that this account opened with marks that begin so, `most` at most, by their whole marks, of each the oldest
   * first; `made` are those that the platform named to us already.
   */
  findByMarks(start: string, most: number, made: ReadonlySet<number>): Promise<Map<string, number[]>>
  /** The ticket that this account opened with this mark, were it created a second ago; undefined when there is none. */
  findByMark(mark: string): Promise<number | undefined>
  /**
   * All tickets that this account opened with this mark, the oldest first: several where something on the way sent a
   * request twice. `made` is the one that the platform named.
   */
  allWithMark(mark: string, made: number): Promise<number[]>
  /**
   * Changes a ticket that nobody wrote on yet; of the images of its description, those stay that the new one names. Rejects
   * with `NotAllowed` when somebody wrote.
   */
  update(id: number, changes: TicketChanges, images?: readonly KeptImage[]): Promise<void>
  /**
   * Puts a text behind the description of a ticket that nobody wrote on yet, once: what stands there stays as it is. Rejects
   * with `NotAllowed` when somebody wrote.
   */
  addToDescription(id: number, text: string): Promise<void>
  /**
   * Takes back a ticket that nobody wrote on yet: deletes it, or closes it where it was changed since it was opened; gives
   * which. Rejects with `NotAllowed` when somebody wrote.
   */
  cancel(id: number): Promise<'deleted' | 'closed'>
  /** Closes a ticket that nobody wrote on yet. Rejects with `NotAllowed` when somebody did. */
  close(id: number): Promise<void>
  /** The page of the ticket on the web. */
  link(id: number): Promise<string>
  /** The same of many: gives what tells the page of each. */
  links(): Promise<(id: number) => string>
}

/** What became of one of several tickets; `refused` is the platform's reason, a line of plain text. */
export type BatchOutcome = { id: number } | { refused: string }

/** What goes along with a text that shows it. */
export interface ImageOptions {
  /** They stand where the text names them; GLPI 10 takes the first of them alone. */
  images?: TextImage[]
  /** Told as the bytes of what goes along leave. */
  onProgress?(): void
}

/** What a person writes on a ticket; `mark` goes with the text, unseen, so that it can be found again. */
export interface Followups {
  /** Writes on a ticket. Rejects with `NotAllowed` when the platform takes nothing more on it. */
  add(ticketId: number, text: string, options?: ImageOptions & { mark?: string }): Promise<{ id: number }>
  /** The followup that carries this mark; undefined when there is none. */
  findByMark(ticketId: number, mark: string): Promise<number | undefined>
  /** The HTML of the same. */
  textByMark(ticketId: number, mark: string): Promise<string | undefined>
}

/** What goes along with an answer; files in the very same request, for a file alone would refuse the solution. */
export interface AnswerOptions extends ImageOptions {
  mark?: string
  /** Beside the images. */
  files?: OutgoingFile[]
}

/**
 * The answers to a solution that waits: each gives its followup. Both reject with `NotAllowed` when the ticket takes
 * nothing more. What came of it is to be read: the platform says «done» also where nothing waited.
 */
export interface Solutions {
  /** Accepts it, which closes the ticket; the mark is kept only where there is a text. */
  accept(ticketId: number, text?: string, options?: AnswerOptions): Promise<{ id: number }>
  /** Refuses it, which opens the ticket again; the reason is not empty. */
  refuse(ticketId: number, reason: string, options?: AnswerOptions): Promise<{ id: number }>
  /** How many files of an answer are kept; those after them are not sent. */
  mostFiles(): Promise<number>
}
