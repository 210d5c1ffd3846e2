import type { Unreachable } from '../../errors.ts'
import { type Hinted, unreachable } from '../refusal.ts'

/** Time is up: `milliseconds` is how long the answer was waited for. */
export class TimeOut extends Error {
  constructor(readonly milliseconds: number) {
    super(`no answer within ${milliseconds} ms`)
  }
}

const keyOf: Record<string, Hinted> = {
  ENOTFOUND: 'platform.unknown-host',
  EAI_AGAIN: 'platform.unknown-host',
  EAI_NODATA: 'platform.unknown-host',
  ECONNREFUSED: 'platform.connection-refused',
  EHOSTUNREACH: 'platform.no-route',
  ENETUNREACH: 'platform.no-route',
  EADDRNOTAVAIL: 'platform.no-route',
  ECONNRESET: 'platform.connection-cut',
  ECONNABORTED: 'platform.connection-cut',
  EPIPE: 'platform.connection-cut',
  UND_ERR_SOCKET: 'platform.connection-cut',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'platform.connection-cut',
  UND_ERR_HEADERS_OVERFLOW: 'platform.outsized-answer',
  HPE_HEADER_OVERFLOW: 'platform.outsized-answer',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'platform.outsized-answer',
  CERT_HAS_EXPIRED: 'platform.certificate-expired',
  CERT_NOT_YET_VALID: 'platform.certificate-expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'platform.certificate-unknown',
  SELF_SIGNED_CERT_IN_CHAIN: 'platform.certificate-unknown',
  UNABLE_TO_GET_ISSUER_CERT: 'platform.certificate-unknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'platform.certificate-unknown',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'platform.certificate-unknown',
  ERR_TLS_CERT_ALTNAME_INVALID: 'platform.certificate-wrong-host',
}

const timeOuts = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])

/** What a failed exchange tells a person: no such host, refused, cut, certificate, time… `timeout` is in milliseconds. */
export function networkError(error: unknown, url: string, timeout: number): Unreachable {
  const { host, hostname } = new URL(url)
  const code = codeOf(error)
  if (error instanceof TimeOut || timeOuts.has(code)) {
    return unreachable('platform.time-out', { host, seconds: Math.max(0.1, Math.round(timeout / 100) / 10) }, error)
  }
  const key = keyOf[code]
  if (key === 'platform.unknown-host') return unreachable(key, { host: hostname }, error)
  if (key) return unreachable(key, { host }, error)
  if (code.startsWith('HPE_') || (error instanceof Error && error.name === 'HTTPParserError'))
    return unreachable('platform.not-http', { host }, error)
  if (/^(ERR_SSL|ERR_TLS|EPROTO|CERT_)/.test(code)) return unreachable('platform.tls', { host, reason: code }, error)
  if (isProxyRefusal(error)) return unreachable('platform.proxy-refused', { host }, error)
  return unreachable('platform.network', { host, reason: code || 'unknown' }, error)
}

/** The code of an error, of its cause, or of the first of several (an address each). */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string' && error.code !== 'UND_ERR') return error.code
  return codeOf(error instanceof AggregateError ? error.errors[0] : error.cause)
}

/** undici tells a proxy's refusal as an abort, by its sentence alone. */
function isProxyRefusal(error: unknown): boolean {
  return error instanceof Error && /proxy response/i.test(error.message)
}
