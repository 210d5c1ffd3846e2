import { Readable } from 'node:stream'
import type { Http, HttpRequest, HttpResponse } from './http.ts'
import { unreachable } from './refusal.ts'

/** HTTP through a `fetch` in this very process, as the embedded platform's: no network, no time-out. */
export function fetchHttp(fetch: (request: Request) => Promise<Response>): Http {
  return async (request) => {
    try {
      const response = await fetch(asRequest(request))
      return { status: response.status, headers: headersOf(response), body: await bodyOf(response, request) }
    } catch (error) {
      // A connection that is cut shows as a TypeError, whatever cut it.
      if (!(error instanceof TypeError)) throw error
      throw unreachable('platform.connection-cut', { host: new URL(request.url).host }, error)
    }
  }
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

async function bodyOf(response: Response, { url, limit = Number.POSITIVE_INFINITY }: HttpRequest): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > limit) {
      const megabytes = Math.round(limit / 1024 / 1024)
      throw unreachable('platform.answer-too-big', { host: new URL(url).host, megabytes })
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
