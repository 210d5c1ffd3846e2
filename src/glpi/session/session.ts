import type { Role } from '../../itil/person.ts'
import type { Answer, HttpResponse } from '../http/http.ts'
import type { KeptSession } from '../platform.ts'
import type { Call, StreamedAnswer } from './call.ts'

/** A file as it begins to come, or the JSON that refuses it. */
export type FileAnswer = { file: HttpResponse } | { refusal: Answer }

/** Calls of the API with one account's session, which is opened, kept and renewed here. */
export interface Session {
  /** The session in use; opens one when there is none. */
  current(): Promise<KeptSession>
  /**
   * The session in use, once the platform has said in this connection which version it is: the kept one may be of before
   * an upgrade. One question, unless the session was opened just now.
   */
  verified(): Promise<KeptSession>
  /**
   * What the platform answers, of whatever status. A session that is dead, or of a platform that was upgraded, moved or
   * restored since, is renewed, once, and the call replayed where that is safe.
   */
  ask(call: Call): Promise<Answer>
  /** The JSON of an answer of success. Rejects with what `refused` tells of the others. */
  call(call: Call): Promise<unknown>
  /** What comes, of whatever status and type, as a stream of at most `limit` bytes; renewed and replayed as in `ask`. */
  askStream(call: Call, limit: number): Promise<StreamedAnswer>
  /** The file that stands at a path of the API, or what is answered in its place; a dead session is renewed as in `ask`. */
  askFile(path: string, limit: number): Promise<FileAnswer>
  /** Opens a new session with the credential, and ends the former one. */
  reopen(): Promise<KeptSession>
  /** Takes another role, and keeps the session as one of that role. */
  become(role: Role): Promise<KeptSession>
  /** Asks how the server's clock goes now, and keeps the session so. Rejects where it does not tell. */
  readClock(): Promise<KeptSession>
  /** True when this very connection opened the session. */
  readonly fresh: boolean
  /** Ends the session on the platform and forgets it. */
  close(): Promise<void>
}
