import { Readable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import type { Agent, Dispatcher } from 'undici'
import { Failed, IpeosError } from '../errors.ts'
import type { Http, HttpRequest, HttpResponse } from './http.ts'
import { networkError, TimeOut } from './network-error.ts'
import { unreachable } from './refusal.ts'

export interface NetworkOptions {
  /** Milliseconds for a whole exchange, body included; an upload that goes on starts it anew. */
  timeout: number
  /** As in HTTP_PROXY, HTTPS_PROXY and NO_PROXY. */
  proxy?: { http?: string; https?: string; no?: string } | undefined
  /** A PEM file of authorities to trust beside the usual ones. */
  caFile?: string | undefined
}

type Send = (options: Dispatcher.RequestOptions) => Promise<Dispatcher.ResponseData>

/**
 * The real network: undici's `request` on an agent of its own. `close` waits for what is under way. Rejects with
 * `Failed` when the file of authorities cannot be read.
 */
export async function undiciHttp(options: NetworkOptions): Promise<Http & { close(): Promise<void> }> {
  // Its HTTP parser is WebAssembly: compiled once is enough, and a command need not wait 50 ms at its end for V8 to polish it.
  setFlagsFromString('--liftoff-only')
  // The whole of undici costs 40 ms to load; these two parts cost 20.
  const [agent, { default: request }] = await Promise.all([agentFor(options), import('undici/lib/api/api-request.js')])
  const send: Send = (what) => request.call(agent, what)
  const http: Http = (what) => exchange(send, what, options.timeout)
  return Object.assign(http, { close: () => agent.close() })
}

async function agentFor({ timeout, proxy, caFile }: NetworkOptions): Promise<Dispatcher> {
  const ca = caFile === undefined ? {} : { ca: await authorities(caFile) }
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

async function authorities(file: string): Promise<string[]> {
  const [{ readFile }, { rootCertificates }] = await Promise.all([import('node:fs/promises'), import('node:tls')])
  try {
    return [...rootCertificates, await readFile(file, 'utf8')]
  } catch (cause) {
    throw new Failed('platform.ca-file', { file }, { hint: { key: 'platform.ca-file.hint' }, cause })
  }
}

async function exchange(send: Send, request: HttpRequest, timeout: number): Promise<HttpResponse> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(new TimeOut(timeout)), timeout)
  try {
    return await Promise.race([perform(send, request, abort.signal, timer), aborted(abort.signal)])
  } catch (error) {
    if (error instanceof IpeosError) throw error
    throw networkError(abort.signal.aborted ? abort.signal.reason : error, request.url, timeout)
  } finally {
    clearTimeout(timer)
  }
}

/** undici looks at the signal only once it is connected. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}

async function perform(
  send: Send,
  request: HttpRequest,
  signal: AbortSignal,
  timer: NodeJS.Timeout,
): Promise<HttpResponse> {
  const { origin, pathname, search } = new URL(request.url)
  const { method, headers, body } = request
  const response = await send({
    origin,
    path: pathname + search,
    method,
    headers,
    body: typeof body === 'object' ? Readable.from(ticking(body, timer)) : (body ?? null),
    signal,
  })
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response.body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > (request.limit ?? Number.POSITIVE_INFINITY)) throw tooBig(request)
    chunks.push(chunk)
  }
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }
}

/** The same bytes; each chunk shows that the exchange goes on. */
async function* ticking(stream: Readable, timer: NodeJS.Timeout): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    timer.refresh()
    yield chunk
  }
}

function tooBig({ url, limit = 0 }: HttpRequest): IpeosError {
  return unreachable('platform.answer-too-big', { host: new URL(url).host, megabytes: Math.round(limit / 1024 / 1024) })
}
