import type { Readable } from 'node:stream'

export interface Documents {
  /**
   * Sends one file and ties it to a ticket. Rejects with `Failed` when the platform refuses it, saying which of type
   * or size is the likely reason; `onProgress` is told the bytes sent so far.
   */
  attach(ticketId: number, file: OutgoingFile, onProgress?: (bytes: number) => void): Promise<{ id: number }>
  /** The bytes of a document of a ticket. Rejects with `NotFound` or `NotAllowed` when the platform does not give them. */
  download(ticketId: number, documentId: number): Promise<IncomingFile>
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
