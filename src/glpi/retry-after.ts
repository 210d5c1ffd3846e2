import type { HttpResponse } from './http.ts'

/** Seconds that an answer asks us to wait; 0 when it does not say. A date is read by the server's own clock. */
export function retryAfter({ headers }: Pick<HttpResponse, 'headers'>): number {
  const [asked = '', date = ''] = [headers['retry-after'], headers.date].map((value) => [value ?? ''].flat()[0])
  if (/^\s*\d{1,9}\s*$/.test(asked)) return Number(asked)
  const seconds = Math.ceil((Date.parse(asked) - Date.parse(date)) / 1000)
  return seconds > 0 ? seconds : 0
}
