import { Readable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import type { Agent, Dispatcher } from 'undici'
import { Failed, IpeosError } from '../../errors.ts'
import type { Http, HttpRequest, HttpResponse } from './http.ts'
import { networkError, TimeOut } from './network-error.ts'
import { tooBig } from './transport.ts'

export interface NetworkOptions {
  /** Milliseconds for a whole exchange, body included; an upload that goes on starts it anew. */
  timeout: number
  /** As in HTTP_PROXY, HTTPS_PROXY and NO_PROXY. */
  proxy?: { http?: string; https?: string; no?: string } | undefined
  /** A PEM file of authorities to trust beside the usual ones. */
  caFile?: string | undefined
  /** The same as text. */
  authority?: string | undefined
}

type Send = (options: Dispatcher.RequestOptions) => Promise<Dispatcher.ResponseData>

/**
 * The real network: undici's `request` on an agent of its own. `close` gives up what nobody waited for. Rejects with
 * `Failed` when the file of authorities cannot be read.
 */
export async function undiciHttp(options: NetworkOptions): Promise<Http & { close(): Promise<void> }> {
  // The whole of undici costs 40 ms to load; these two parts cost 20.
  const [agent, { default: request }] = await Promise.all([agentFor(options), import('undici/lib/api/api-request.js')])
  // Its HTTP parser is WebAssembly: compiled once is enough, and a command need not wait 50 ms at its end for V8 to polish
  // it. Not before: after any flag, node's own modules load without what was compiled of them (10 ms for these).
  setFlagsFromString('--liftoff-only')
  const send: Send = (what) => request.call(agent, what)
  const http: Http = (what) => exchange(send, what, options.timeout)
  return Object.assign(http, { close: () => agent.destroy() })
}

async function agentFor({ timeout, proxy, ...trusted }: NetworkOptions): Promise<Dispatcher> {
  const ca = await authorities(trusted)
  const times = { connectTimeout: timeout, headersTimeout: 0, bodyTimeout: 0 } satisfies Agent.Options
  if (!proxy?.http && !proxy?.https) {
    const { default: Agent } = await import('undici/lib/dispatcher/agent.js')
    return new Agent({ ...times, connect: { ...ca, timeout } })
  }
  // A proxy's tunnel needs what only the whole of undici puts together.
  const { EnvHttpProxyAgent } = await import('undici')
  // Empty texts keep undici from reading the environment by itself.
  const { http = '', https = '', no = '' } = proxy
  const connect = { ...ca, timeout }
  return new EnvHttpProxyAgent({
    ...times,
    httpProxy: http,
    httpsProxy: https,
    noProxy: no,
    connect,
    requestTls: connect,
    proxyTls: connect,
  })
}

/** Those that Node knows, and one's own. Rejects with `Failed` when the file of them cannot be read. */
export async function authorities({
  caFile,
  authority,
}: Pick<NetworkOptions, 'caFile' | 'authority'>): Promise<{ ca?: string[] }> {
  if (caFile === undefined && authority === undefined) return {}
  const { rootCertificates } = await import('node:tls')
  return { ca: [...rootCertificates, authority ?? (await readAuthorities(caFile ?? ''))] }
}

async function readAuthorities(file: string): Promise<string> {
  const [{ X509Certificate }, { readFile }] = await Promise.all([import('node:crypto'), import('node:fs/promises')])
  try {
    const text = await readFile(file, 'utf8')
    // Node takes anything for a list of authorities, an empty one.
    new X509Certificate(text)
    return text
  } catch (cause) {
    throw new Failed('platform.ca-file', { file }, { hint: { key: 'platform.ca-file.hint' }, cause })
  }
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
    const response = await Promise.race([begin(send, request, watch), aborted(watch.signal)])
    const { statusCode: status, headers } = response
    isFlowing = request.streamed === true
    if (isFlowing) return { status, headers, body: Buffer.alloc(0), stream: flowing(response.body, request, watch) }
    return { status, headers, body: await Promise.race([whole(response.body, request), aborted(watch.signal)]) }
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

/** undici looks at the signal only once it is connected. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}

function begin(send: Send, request: HttpRequest, { signal, timer }: Watch): Promise<Dispatcher.ResponseData> {
  const { origin, pathname, search } = new URL(request.url)
  const { method, headers, body } = request
  return send({
    origin,
    path: pathname + search,
    method,
    headers,
    body: typeof body === 'object' ? Readable.from(ticking(body, timer)) : (body ?? null),
    signal,
  })
}

type Body = Readable

async function whole(body: Body, request: HttpRequest): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of within(body, request)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* within(body: Body, request: HttpRequest): AsyncGenerator<Buffer> {
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
function flowing(body: Body, request: HttpRequest, watch: Watch): Readable {
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
