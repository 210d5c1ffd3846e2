import { Readable } from 'node:stream'
import { Unreachable } from '../../errors/error.ts'
import type { Http, HttpRequest, HttpResponse } from './http.ts'
import { tooBig } from './transport.ts'

/** HTTP through a `fetch` in this very process, as the embedded platform's: no network, no time-out. */
export function fetchHttp(fetch: (request: Request) => Promise<Response>): Http {
  return async (request) => {
    try {
      const response = await fetch(asRequest(request))
      const head = { status: response.status, headers: headersOf(response) }
      if (request.streamed)
        return {
          ...head,
          body: Buffer.alloc(0),
          stream: Readable.from(flowing(response, request), { objectMode: false }),
        }
      return { ...head, body: await bodyOf(response, request) }
    } catch (error) {
      throw explained(error, request)
    }
  }
}

/** A connection that is cut shows as a TypeError, whatever cut it. */
function explained(error: unknown, { url }: HttpRequest): unknown {
  if (!(error instanceof TypeError)) return error
  return new Unreachable('connection-cut', { host: new URL(url).host }, { cause: error })
}

function asRequest({ method, url, headers, body }: HttpRequest): Request {
  if (typeof body !== 'object') return new Request(url, { method, headers, body: body ?? null, redirect: 'manual' })
  return new Request(url, { method, headers, body: Readable.toWeb(body), duplex: 'half', redirect: 'manual' })
}

function headersOf(response: Response): HttpResponse['headers'] {
  const headers: HttpResponse['headers'] = Object.fromEntries(response.headers)
  const cookies = response.headers.getSetCookie()
  return cookies.length === 0 ? headers : { ...headers, 'set-cookie': cookies }
}

async function bodyOf(response: Response, request: HttpRequest): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of within(response, request)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* flowing(response: Response, request: HttpRequest): AsyncGenerator<Uint8Array> {
  try {
    yield* within(response, request)
  } catch (error) {
    throw explained(error, request)
  }
}

async function* within(
  response: Response,
  { url, limit = Number.POSITIVE_INFINITY }: HttpRequest,
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > limit) throw tooBig(url, limit)
    yield chunk
  }
}
