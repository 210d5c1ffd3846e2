import { Failed, type IpeosError, NotAllowed, NotFound, NotLoggedIn, Unreachable } from '../errors/error.ts'
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
  return { code: json[0], message: plainSentence(message.replace(/;[^;]*#[A-Z_]+\s*$/, '')) }
}

/** The error that a person sees for an answer whose status is not one of success. */
export function refused(answer: Answer): IpeosError {
  const { code, message } = readRefusal(answer.json)
  const host = new URL(answer.url).host
  if (isApiOff(code, message)) return new Unreachable('api-off', { host })
  const coded = byCode[code]?.(host, message)
  if (coded) return coded
  if (answer.status >= 500) return serverError(host, answer)
  if (answer.status === 429) return tooManyRequests(host, answer)
  // Whoever stands before GLPI may speak JSON too, and hand the request on all the same.
  if (!/^ERROR/.test(code)) return new Failed('refused-by-whom', { status: answer.status })
  return message ? new Failed('refused', { message }) : new Failed('refused-silently', { status: answer.status })
}

/** `seconds`: how long the platform asks to be left alone, where it does. */
export function tooManyRequests(host: string, answer: Pick<Answer, 'headers'>): Unreachable {
  return new Unreachable('too-many-requests', { host, seconds: Math.ceil(retryAfter(answer) ?? 0) })
}

/** The same of `seconds`, though the sentence does not say them. */
export function serverError(host: string, { status, headers }: Pick<Answer, 'status' | 'headers'>): Unreachable {
  // The proxy stopped waiting, the server behind it did not.
  const code = status === 504 ? 'gateway-time-out' : 'server-error'
  return new Unreachable(code, { host, status, seconds: Math.ceil(retryAfter({ headers }) ?? 0) })
}

/** «API désactivée» has no code of its own (GLPI.md, «Where the APIs are»). */
function isApiOff(code: string, message: string): boolean {
  return code === 'ERROR' && /\bAPI\b.*(disabled|désactivée)/i.test(message)
}

const byCode: Record<string, (host: string, message: string) => IpeosError> = {
  // Of an account that was switched off it says so (GLPI-CUSTOMER.md, f); it has no code of its own.
  ERROR_GLPI_LOGIN: (_host, message) =>
    new NotLoggedIn(/désactivé|deactivated|disabled/i.test(message) ? 'account-off' : 'wrong-password'),
  ERROR_GLPI_LOGIN_USER_TOKEN: () => new NotLoggedIn('wrong-token'),
  ERROR_LOGIN_WITH_CREDENTIALS_DISABLED: () => new NotLoggedIn('credentials-off'),
  ERROR_SESSION_TOKEN_INVALID: () => new NotLoggedIn('session-refused'),
  ERROR_SESSION_TOKEN_MISSING: () => new NotLoggedIn('session-refused'),
  ERROR_APP_TOKEN_PARAMETERS_MISSING: () => new NotLoggedIn('app-token-missing'),
  ERROR_WRONG_APP_TOKEN_PARAMETER: () => new NotLoggedIn('app-token-wrong'),
  // We always send the credential: missing means that it was lost on the way (GLPI.md, «Where the APIs are»).
  ERROR_LOGIN_PARAMETERS_MISSING: (host) => new Unreachable('authorization-stripped', { host }),
  ERROR_NOT_ALLOWED_IP: () => new NotAllowed('address-refused'),
  ERROR_RIGHT_MISSING: () => new NotAllowed('not-allowed'),
  ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE: (host) => tooBigForServer(host),
  ERROR_ITEM_NOT_FOUND: () => new NotFound('not-found'),
}

/** The server takes no request of this size, whatever GLPI's own limit is. */
export function tooBigForServer(host: string): Failed {
  return new Failed('too-big-for-server', { host })
}
