import { Failed, type IpeosError, NotAllowed, NotFound, NotLoggedIn, Unreachable } from '../errors.ts'
import type { MessageKey } from '../i18n/translate.ts'
import { plainSentence } from './html.ts'
import type { Answer } from './http/http.ts'
import { retryAfter } from './http/retry-after.ts'

/** GLPI's `[CODE, message]`; both empty when the answer is something else. */
export interface Refusal {
  code: string
  /** One line of plain text, without the pointer to the documentation. */
  message: string
}

/** Reads an error of the platform: `[CODE, message]` (GLPI.md, «v1 — session»). */
export function readRefusal(json: unknown): Refusal {
  if (!Array.isArray(json) || typeof json[0] !== 'string') return { code: '', message: '' }
  const message = typeof json[1] === 'string' ? json[1].slice(0, 4000) : ''
  return { code: json[0], message: plainSentence(message.replace(/;\s*[^;]*#[A-Z_]+\s*$/s, '')) }
}

/** The error that a person sees for an answer whose status is not one of success. */
export function refused(answer: Answer): IpeosError {
  const { code, message } = readRefusal(answer.json)
  const host = new URL(answer.url).host
  if (isApiOff(code, message)) return unreachable('platform.api-off', { host })
  const told = byCode[code]?.(host)
  if (told) return told
  if (answer.status >= 500) return serverError(host, answer)
  if (answer.status === 429) return tooManyRequests(host, answer)
  return message
    ? new Failed('platform.refused', { message }, { hint: { key: 'platform.refused.hint' } })
    : new Failed('platform.refused-silently', { status: answer.status }, { hint: { key: 'platform.refused.hint' } })
}

/** `seconds`: how long the platform asks to be left alone, where it does. */
export function tooManyRequests(host: string, answer: Pick<Answer, 'headers'>): Unreachable {
  return unreachable('platform.too-many-requests', { host, seconds: Math.ceil(retryAfter(answer) ?? 0) })
}

/** The same of `seconds`, though the sentence does not say them. */
export function serverError(host: string, { status, headers }: Pick<Answer, 'status' | 'headers'>): Unreachable {
  return unreachable('platform.server-error', { host, status, seconds: Math.ceil(retryAfter({ headers }) ?? 0) })
}

/** «API désactivée» has no code of its own (GLPI.md, «Where the APIs are»). */
function isApiOff(code: string, message: string): boolean {
  return code === 'ERROR' && /\bAPI\b.*(disabled|désactivée)/i.test(message)
}

const byCode: Record<string, (host: string) => IpeosError> = {
  ERROR_GLPI_LOGIN: () => notLoggedIn('platform.wrong-password'),
  ERROR_GLPI_LOGIN_USER_TOKEN: () => notLoggedIn('platform.wrong-token'),
  ERROR_LOGIN_WITH_CREDENTIALS_DISABLED: () => notLoggedIn('platform.credentials-off'),
  ERROR_SESSION_TOKEN_INVALID: () => notLoggedIn('platform.session-refused'),
  ERROR_SESSION_TOKEN_MISSING: () => notLoggedIn('platform.session-refused'),
  ERROR_APP_TOKEN_PARAMETERS_MISSING: () => notLoggedIn('platform.app-token-missing'),
  ERROR_WRONG_APP_TOKEN_PARAMETER: () => notLoggedIn('platform.app-token-wrong'),
  // We always send the credential: missing means that it was lost on the way (GLPI.md, «Where the APIs are»).
  ERROR_LOGIN_PARAMETERS_MISSING: (host) => unreachable('platform.authorization-stripped', { host }),
  ERROR_NOT_ALLOWED_IP: () => notAllowed('platform.address-refused'),
  ERROR_RIGHT_MISSING: () => notAllowed('platform.not-allowed'),
  ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE: (host) => tooBigForServer(host),
  ERROR_ITEM_NOT_FOUND: () => new NotFound('platform.not-found'),
}

/** The server takes no request of this size, whatever GLPI's own limit is. */
export function tooBigForServer(host: string): Failed {
  return new Failed('platform.too-big-for-server', { host }, { hint: { key: 'platform.too-big-for-server.hint' } })
}

function notLoggedIn(key: Hinted): NotLoggedIn {
  return new NotLoggedIn(key, undefined, { hint: { key: `${key}.hint` } })
}

function notAllowed(key: Hinted): NotAllowed {
  return new NotAllowed(key, undefined, { hint: { key: `${key}.hint` } })
}

/** A sentence of which another one, `<key>.hint`, says what to do. */
export type Hinted = WithHint<MessageKey> & MessageKey
type WithHint<Key> = Key extends `${infer Sentence}.hint` ? Sentence : never

/** Nobody answers, or something that is not the API: with its hint, which may use the same parameters. */
export function unreachable(key: Hinted, parameters: Record<string, string | number>, cause?: unknown): Unreachable {
  return new Unreachable(key, parameters, { hint: { key: `${key}.hint`, parameters }, cause })
}
