import { Readable } from 'node:stream'
import { IpeosError } from '../../errors/error.ts'
import type { Http, HttpRequest, HttpResponse } from './http.ts'
import { networkError, TimeOut } from './network-error.ts'
import { tooBig } from './transport.ts'

/** HTTP over a network; `close` gives up what nobody waited for. */
export type Network = Http & { close(): Promise<void> }

/** What a network is asked to send. */
export interface Outgoing {
  url: URL
  method: HttpRequest['method']
  headers: Record<string, string>
  body: string | Readable | undefined
  /** Nobody waits any more. */
  signal: AbortSignal
}

/** The head of an answer, and its body to be read. */
export interface Incoming {
  status: number
  headers: HttpResponse['headers']
  body: Readable
}

export type Send = (request: Outgoing) => Promise<Incoming>

/**
 * A network whose exchanges last no longer than `timeout`, in milliseconds, body included; an upload that goes on, and a
 * stream that keeps coming, start it anew.
 */
export function network(send: Send, timeout: number, close: () => Promise<void>): Network {
  return Object.assign((request: HttpRequest) => exchange(send, request, timeout), { close })
}

/** The time of one exchange: it ends the exchange, unless it is started anew or the exchange ends before. */
interface Watch {
  timer: NodeJS.Timeout
  signal: AbortSignal
  /** What a failure tells a person; the time that is up when that is what it was. */
  explain(error: unknown): IpeosError
}

async function exchange(send: Send, request: HttpRequest, timeout: number): Promise<HttpResponse> {
  const watch = startWatch(request, timeout)
  let isFlowing = false
  try {
    const { body, ...head } = await send(outgoing(request, watch))
    isFlowing = request.streamed === true
    if (isFlowing) return { ...head, body: Buffer.alloc(0), stream: flowing(body, request, watch) }
    return { ...head, body: await readAll(body, request) }
  } catch (error) {
    throw watch.explain(error)
  } finally {
    if (!isFlowing) clearTimeout(watch.timer)
  }
}

function startWatch({ url }: HttpRequest, timeout: number): Watch {
  const abort = new AbortController()
  return {
    timer: setTimeout(() => abort.abort(new TimeOut(timeout)), timeout),
    signal: abort.signal,
    explain(error) {
      if (error instanceof IpeosError) return error
      return networkError(abort.signal.aborted ? abort.signal.reason : error, url, timeout)
    },
  }
}

function outgoing({ url, method, headers, body }: HttpRequest, { signal, timer }: Watch): Outgoing {
  const sent = typeof body === 'object' ? Readable.from(ticking(body, timer)) : body
  return { url: new URL(url), method, headers, body: sent, signal }
}

async function readAll(body: Readable, request: HttpRequest): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of within(body, request)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* within(body: Readable, request: HttpRequest): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > (request.limit ?? Number.POSITIVE_INFINITY)) throw tooBig(request.url, request.limit ?? 0)
    yield chunk
  }
}

/** A server that gives less than this in one time-out stands still: drop by drop it could hold us for days. */
const leastBytes = 16 * 1024

/** A body that is read piece by piece; the exchange lasts until its end. */
function flowing(body: Readable, request: HttpRequest, watch: Watch): Readable {
  async function* pieces(): AsyncGenerator<Buffer> {
    let sinceRefresh = 0
    try {
      for await (const chunk of within(body, request)) {
        sinceRefresh += chunk.length
        if (sinceRefresh >= leastBytes) {
          watch.timer.refresh()
          sinceRefresh = 0
        }
        yield chunk
      }
    } catch (error) {
      throw watch.explain(error)
    }
  }
  const stream = Readable.from(pieces(), { objectMode: false })
  // One that nobody reads any more must free its connection, and tells nobody of it.
  body.on('error', () => undefined)
  stream.once('close', () => {
    clearTimeout(watch.timer)
    body.destroy()
  })
  return stream
}

/** The same bytes; each chunk shows that the exchange goes on. */
async function* ticking(stream: Readable, timer: NodeJS.Timeout): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    timer.refresh()
    yield chunk
  }
}
