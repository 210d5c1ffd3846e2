import type { IpeosError } from '../../errors/error.ts'
import type { HttpResponse } from './http.ts'

/**
 * Seconds that an answer asks us to wait (RFC 9110, 10.2.3); undefined when it does not say. A date is read by the
 * server's own clock, or by `now` where that is not told.
 */
export function retryAfter({ headers }: Pick<HttpResponse, 'headers'>, now?: Date): number | undefined {
  const [asked = '', date = ''] = [headers['retry-after'], headers.date].map((value) => [value ?? ''].flat()[0]?.trim())
  if (/^\d{1,9}$/.test(asked)) return Number(asked)
  const from = date === '' ? now?.getTime() : Date.parse(date)
  const seconds = (Date.parse(asked) - (from ?? Number.NaN)) / 1000
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}

/** Milliseconds that the server asked, by an error of its own, to be left alone for; 0 when it did not. */
export function askedPause({ code, parameters }: IpeosError): number {
  const isServers = code === 'too-many-requests' || code === 'server-error' || code === 'gateway-time-out'
  return isServers ? Number(parameters.seconds ?? 0) * 1000 : 0
}
