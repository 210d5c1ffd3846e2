import type { Language } from '../messages.ts'
import type { PhpValues } from '../php-query.ts'
import type { Site } from '../site.ts'
import type { Viewer } from '../viewer.ts'

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
