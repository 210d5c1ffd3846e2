import type { CodeOf } from '../../errors/code.ts'
import { Unreachable } from '../../errors/error.ts'
import type { unreachable } from '../../errors/unreachable-codes.ts'

/** Time is up: `milliseconds` is how long the answer was waited for. */
export class TimeOut extends Error {
  constructor(readonly milliseconds: number) {
    super(`no answer within ${milliseconds} ms`)
  }
}

const known: Record<string, CodeOf<typeof unreachable>> = {
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'lookup-failed',
  EAI_NODATA: 'unknown-host',
  ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'no-route',
  ENETUNREACH: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  ECONNRESET: 'connection-cut',
  ECONNABORTED: 'connection-cut',
  EPIPE: 'connection-cut',
  UND_ERR_SOCKET: 'connection-cut',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'connection-cut',
  UND_ERR_HEADERS_OVERFLOW: 'outsized-answer',
  HPE_HEADER_OVERFLOW: 'outsized-answer',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'outsized-answer',
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-early',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-unknown',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-unknown',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-unknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-unknown',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-unknown',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-wrong-host',
}

const timeOuts = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])

/** What a failed exchange tells a person: no such host, refused, cut, certificate, time… `timeout` is in milliseconds. */
export function networkError(error: unknown, url: string, timeout: number): Unreachable {
  const { host, hostname } = new URL(url)
  const reason = reasonOf(error)
  const code = codeOf(error, reason)
  const isAboutName = code === 'unknown-host' || code === 'lookup-failed'
  const seconds = Math.max(0.1, Math.round(timeout / 100) / 10)
  return new Unreachable(
    code,
    { host: isAboutName ? hostname : host, seconds, reason: reason || 'unknown', ...unknownDates() },
    { cause: error },
  )
}

/** Of a certificate, until somebody looks at it; what counts is the clock of this very computer. */
function unknownDates(): { from: string; until: string; now: string } {
  return { from: inUtc(undefined), until: inUtc(undefined), now: inUtc(new Date()) }
}

/** «2026-11-28 17:40 UTC»: the same in every language and zone. */
export function inUtc(date: Date | undefined): string {
  return date ? `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC` : '?'
}

function codeOf(error: unknown, reason: string): CodeOf<typeof unreachable> {
  if (error instanceof TimeOut || timeOuts.has(reason)) return 'time-out'
  const code = known[reason]
  // A route that is lost later on says nothing of what was sent before.
  if (code === 'no-route' && !isOfConnecting(error)) return 'connection-cut'
  if (code) return code
  if (reason.startsWith('HPE_') || (error instanceof Error && error.name === 'HTTPParserError')) return 'not-http'
  if (/^(ERR_SSL|ERR_TLS|EPROTO|CERT_)/.test(reason)) return 'tls-failed'
  return isProxyRefusal(error) ? 'proxy-refused' : 'network-failed'
}

/** The system's code of an error, of its cause, or of the first of several (an address each). */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string' && error.code !== 'UND_ERR') return error.code
  return reasonOf(error instanceof AggregateError ? error.errors[0] : error.cause)
}

/** True for what failed before anything could be written. */
function isOfConnecting(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('syscall' in error && typeof error.syscall === 'string') return error.syscall === 'connect'
  return isOfConnecting(error instanceof AggregateError ? error.errors[0] : error.cause)
}

/** True when nobody was found, or answered, at the other end: behind a proxy that end is the proxy. */
export function foundNobody(error: unknown): boolean {
  const reason = reasonOf(error)
  const code = known[reason]
  return (
    code === 'unknown-host' || code === 'lookup-failed' || reason === 'UND_ERR_CONNECT_TIMEOUT' || isOfConnecting(error)
  )
}

/** undici tells a proxy's refusal as an abort, by its sentence alone. */
function isProxyRefusal(error: unknown): boolean {
  return error instanceof Error && /proxy response/i.test(error.message)
}
