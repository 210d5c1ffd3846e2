import type { Readable } from 'node:stream'

/** One HTTP exchange, as the client of the platform asks for it; the caller of `connect` provides the function. */
export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers: Record<string, string>
  /** Text, or a stream whose length in bytes stands in the Content-Length header. */
  body?: string | Readable
  /** Largest answer that is read, in bytes; more is an error. */
  limit?: number
  /**
   * Gives the answer as soon as its head is there, and its body as `stream`, which fails as an exchange does (with
   * `Unreachable`), also beyond `limit`. Time then counts anew while bytes come.
   */
  streamed?: boolean
  /** A POST that changes nothing: what fails in passing is asked again, as of a GET. */
  safe?: boolean
  /** What fails in passing is not asked again. */
  once?: boolean
}

export interface HttpResponse {
  status: number
  /** Names in lower case; several of one name as an array. */
  headers: Record<string, string | string[] | undefined>
  /** The whole body, at most `limit` bytes; empty when it comes as a stream. */
  body: Buffer
  /** Only when `streamed` was asked for; must be read to its end, or destroyed. */
  stream?: Readable
}

/** An answer of the API, of whatever status: JSON that nothing has been said of yet. */
export interface Answer {
  status: number
  headers: HttpResponse['headers']
  json: unknown
  url: string
  /** Bytes of its body. */
  size: number
}

/**
 * Sends a request and reads the whole answer. Never follows a redirect. Rejects with `Unreachable` when there is no
 * answer (name, connection, TLS, time-out), each told apart by its code.
 */
export type Http = (request: HttpRequest) => Promise<HttpResponse>
