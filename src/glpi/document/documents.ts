import type { Readable } from 'node:stream'
import type { Ticket, TicketDocument, TimelineEntry } from '../../itil/ticket.ts'

export interface Documents {
  /**
   * Sends one file and ties it to a ticket. Rejects with `Failed` when the platform refuses it, saying which of type
   * or size is the likely reason; `onProgress` is told the bytes sent so far.
   */
  attach(ticketId: number, file: OutgoingFile, onProgress?: (bytes: number) => void): Promise<{ id: number }>
  /** The bytes of a document of a ticket. Rejects with `NotFound` or `NotAllowed` when the platform does not give them. */
  download(ticketId: number, documentId: number): Promise<IncomingFile>
  /**
   * The documents of a ticket with the images that stand in its texts. Of those that the ticket does not name, the site is
   * asked for their names; where there is none, nothing is asked.
   */
  withImages(ticket: Ticket, timeline: readonly TimelineEntry[]): Promise<TicketDocument[]>
}

export interface IncomingFile {
  /** Bytes, where the platform says it. */
  size?: number
  mime?: string
  /** Fails with `Unreachable` when it is cut, stands still, or never ends; to be read or destroyed. */
  stream: Readable
}

export interface OutgoingFile {
  name: string
  /** Bytes. */
  size: number
  open(): Readable
}

/** An image that goes along with a text, and stands in it wherever the text says `![](name)`. */
export interface TextImage {
  /** As the text names it. */
  name: string
  /** By which GLPI puts it there, and it is found afterwards: unlike any other. */
  tag: string
  file: OutgoingFile
}
