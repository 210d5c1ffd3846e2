import { type ErrorCode, IpeosError } from '../../errors/error.ts'
import type { Http, HttpRequest, HttpResponse } from './http.ts'
import { retryAfter } from './retry-after.ts'

/** How a question to the platform is asked again; times in milliseconds. */
export interface RetryOptions {
  now(): Date
  sleep(milliseconds: number): Promise<void>
  /** From 0 to 1: clients that failed together must not come back together. */
  random(): number
  /** For all tries of one question, the waits between them included. */
  patience: number
}

const mostTries = 4
const firstWait = 250

/** What may have passed by itself a moment later. Unknown names, certificates and time-outs do not. */
const passing = new Set<ErrorCode>([
  'proxy-silent',
  'connection-refused',
  'connection-cut',
  'no-route',
  'lookup-failed',
])
const passingStatuses = new Set([429, 500, 502, 503, 504])

/**
 * The same HTTP function; GETs, and POSTs that change nothing, that fail by what may pass are asked again, ever later, or when the server says
 * (Retry-After), as long as patience lasts. The last answer or error is what the caller sees. Nothing that writes is
 * ever sent twice here.
 */
export function retrying(http: Http, options: RetryOptions): Http {
  return async (request) => {
    if ((request.method !== 'GET' && !request.safe) || request.once) return http(request)
    const start = options.now().getTime()
    for (let tries = 1; ; tries++) {
      const attempt = await tryOnce(http, request)
      const wait = waitAfter(attempt, tries, options)
      const spent = Math.max(0, options.now().getTime() - start)
      if (wait === undefined || tries === mostTries || spent + wait >= options.patience) return settled(attempt)
      // A stream that nobody will read would hold its connection.
      if ('response' in attempt) attempt.response.stream?.destroy()
      await options.sleep(wait)
    }
  }
}

type Attempt = { response: HttpResponse } | { error: unknown }

async function tryOnce(http: Http, request: HttpRequest): Promise<Attempt> {
  try {
    return { response: await http(request) }
  } catch (error) {
    return { error }
  }
}

function settled(attempt: Attempt): HttpResponse {
  if ('error' in attempt) throw attempt.error
  return attempt.response
}

/** Undefined when another try would not help. */
function waitAfter(attempt: Attempt, tries: number, { now, random }: RetryOptions): number | undefined {
  if ('error' in attempt && !mayPass(attempt.error)) return undefined
  if ('response' in attempt && !passingStatuses.has(attempt.response.status)) return undefined
  const asked = 'response' in attempt ? retryAfter(attempt.response, now()) : undefined
  return asked === undefined ? firstWait * 2 ** (tries - 1) * (0.5 + random()) : asked * 1000
}

function mayPass(error: unknown): boolean {
  return error instanceof IpeosError && passing.has(error.code)
}
