import { type Language, type MessageKey, say } from '../messages.ts'
import type { PhpValues } from '../php-query.ts'
import type { Site } from '../site.ts'
import type { Viewer } from '../viewer.ts'

/** What a call answers: JSON, or bytes of a type of their own. */
export interface Answer {
  status: number
  json?: unknown
  bytes?: Uint8Array
  /** The server broke down: a page in the place of an answer. */
  isBroken?: true
  headers?: Record<string, string>
}

/** A refusal as GLPI words it: `[code, message]`. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly detail: unknown
  /** The language of its «; Afficher la documentation…»; undefined: it does not send there. */
  readonly documentedIn: Language | undefined

  constructor(status: number, code: string, detail: unknown, documentedIn?: Language) {
    super(typeof detail === 'string' ? detail : code)
    this.status = status
    this.code = code
    this.detail = detail
    this.documentedIn = documentedIn
  }
}

type Speaker = Pick<Call, 'language'>

/** 403: this profile may not. */
export function rightMissing({ language }: Speaker): Refusal {
  return new Refusal(403, 'ERROR_RIGHT_MISSING', say(language, 'rightMissing'))
}

/** 404: there is no such item. */
export function itemNotFound({ language }: Speaker): Refusal {
  return new Refusal(404, 'ERROR_ITEM_NOT_FOUND', say(language, 'itemNotFound'))
}

/** A generic refusal, whose message sends to the documentation. */
export function documented({ language }: Speaker, code: string, key: MessageKey, values = {}): Refusal {
  return new Refusal(400, code, say(language, key, values), language)
}

/** What `create`, `update` and `remove` throw: the writing part makes `ERROR_GLPI_ADD` (UPDATE, DELETE) of it. */
export class NotDone extends Error {
  /** What the answer says; null where GLPI has not even a sentence. */
  readonly said: string | null

  constructor(said: string | null) {
    super(said ?? '')
    this.said = said
  }
}

/** The server breaks down of a request, and did nothing: a page in the place of an answer. */
export class Breakdown extends Error {}

/** A refusal of one item, worded in the caller's language. */
export function notDone({ language }: Speaker, key: MessageKey, values: Record<string, string | number> = {}): NotDone {
  return new NotDone(say(language, key, values))
}

/** A file of a multipart request. */
export interface UploadedFile {
  name: string
  bytes: Uint8Array
}

/** One call of the API, before anybody is known. */
export interface AnonymousCall {
  readonly site: Site
  readonly method: string
  /** The path after the API's root, in parts. */
  readonly path: readonly string[]
  readonly query: PhpValues
  readonly headers: Headers
  readonly body: Record<string, unknown>
  readonly files: readonly UploadedFile[]
  /** The API's own address, as the client wrote it: links and Location start with it. */
  readonly base: string
  /** The site's address. */
  readonly root: string
  readonly language: Language
}

/** One call of the API by somebody who is logged in. */
export interface Call extends AnonymousCall {
  readonly viewer: Viewer
}
