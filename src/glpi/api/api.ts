import type { IncomingFile, OutgoingFile } from '../document/documents.ts'
import type { HttpRequest } from '../http/http.ts'

export const apiMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const satisfies readonly HttpRequest['method'][]

export type ApiMethod = (typeof apiMethods)[number]

/** A call of the API as a person words it. */
export interface ApiCall {
  method: ApiMethod
  /** As it was given; judged by `apiPath`. */
  path: string
  /** Put behind the path's own query, encoded here. */
  query?: ReadonlyArray<readonly [name: string, value: string]>
  /** Sent as JSON. */
  body?: unknown
  /** Sent as a document, whose manifest says the body's `input` too. */
  file?: { file: OutgoingFile; onProgress(bytes: number): void }
}

/** What the API answered, of whatever status. */
export interface ApiAnswer {
  status: number
  /** In their order; what they hold of secrets is left out. */
  headers: Array<[name: string, value: string]>
  content: { kind: 'json'; text: string; value: unknown } | ({ kind: 'file' } & IncomingFile)
  /** What the platform says, where the status is none of success; empty when it says nothing. */
  refusal?: { code: string; message: string }
}

/** Any call of the API with the session of this account. */
export interface Api {
  /**
   * Sends one call; a dead session is renewed once, as everywhere. Rejects with `WrongUsage` for a path that would leave
   * the API, and with `Unreachable` for what is not an answer of the API.
   */
  send(call: ApiCall): Promise<ApiAnswer>
  /** The items of a list, page after page. Rejects with `NoPage` for an answer that is no list. */
  pages(call: ApiCall): AsyncGenerator<unknown[]>
}

/** In the place of a page came something else: an error, or one thing. */
export class NoPage extends Error {
  constructor(readonly answer: ApiAnswer) {
    super('no-list')
  }
}

/** True for the call that takes a file: `POST /Document` (GLPI.md, «v1 — documents»). */
export function takesFile({ method, path }: Pick<ApiCall, 'method' | 'path'>): boolean {
  return method === 'POST' && /(?:^|\/)Document\/?(?:\?|$)/.test(path)
}
