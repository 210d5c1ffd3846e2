import { setMaxListeners } from 'node:events'
import type { Application } from './application.ts'
import type { FaultKind, FaultPlan } from './faults.ts'
import type { Exchange, Site } from './site.ts'
import { hasCode } from './store/lock.ts'
import { killSession } from './viewer.ts'
import { failurePage } from './web/page.ts'
import { sessionCookie } from './web/visitor.ts'

/** A request that came, and what it was answered. */
export interface RecordedRequest {
  method: string
  /** With its query, without the site's sub-path. */
  path: string
  at: Date
  /** 0 while it is not answered, and for good when the connection was cut before. */
  status: number
}

/** The connection was cut: what a fetch rejects with, and upon which a server destroys the socket. */
export class CutConnection extends TypeError {
  /** `isReset`: the client is told so, by a packet that says it. */
  constructor(readonly isReset = false) {
    super('fetch failed: the connection was cut')
    this.name = 'TypeError'
  }
}

/** Waits that many milliseconds, or until the signal says that it is over. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>

interface Behind {
  site: Site
  faults: FaultPlan
  answer: Application
  pathOf: (request: Request) => string
  sleep: Sleep
}

type LateFault = Extract<FaultKind, { kind: 'late' }>
type OtherFault = Exclude<FaultKind, { kind: 'delay' }>

const MOST_RECORDED = 10_000

/** What each request passes through: it is recorded, meets the faults that wait for it, and finds the newest state. */
export class Gate {
  readonly requests: RecordedRequest[] = []
  readonly writes: RecordedRequest[] = []
  readonly #behind: Behind
  readonly #end = new AbortController()

  constructor(behind: Behind) {
    this.#behind = behind
    // Each request that waits listens for the end.
    setMaxListeners(0, this.#end.signal)
  }

  async pass(request: Request): Promise<Response> {
    if (this.#end.signal.aborted) throw new CutConnection()
    const { site, faults, pathOf } = this.#behind
    const path = pathOf(request) + new URL(request.url).search
    const record: RecordedRequest = { method: request.method, path, at: site.time.instant(), status: 0 }
    keep(this.requests, record)
    const { delay, fault } = faults.take(request.method, path)
    // What was sent is received before the wait: a client that gives up meanwhile cannot take it back.
    const received = delay > 0 ? await whole(request) : request
    if (delay > 0) await this.#wait(delay)
    if (fault?.kind === 'late') return this.#late(await whole(received), record, fault)
    if (fault?.kind === 'drop-before') throw new CutConnection()
    const passed = fault?.kind === 'twice' ? await this.#twice(await whole(received), record) : received
    const response = outage(fault) ?? (await this.#answer(passed, record, fault))
    record.status = response.status
    if (fault?.kind === 'drop-after') throw new CutConnection()
    return fault?.kind === 'truncated' ? truncated(response) : response
  }

  /** Lets the client go, and does what it asked for afterwards. */
  #late(request: Request, record: RecordedRequest, { milliseconds, each = 0, answer }: LateFault): Response {
    const afterwards = async (): Promise<void> => {
      await this.#wait(milliseconds)
      for (const part of each > 0 ? await partsOf(request) : [request]) {
        await this.#answer(part, record, undefined)
        await this.#wait(each)
      }
    }
    afterwards().catch((error: unknown) => {
      if (!(error instanceof CutConnection)) throw error
    })
    if (typeof answer !== 'number') throw new CutConnection(answer === 'reset')
    return failure(answer)
  }

  /** Does what a request asks for once more than it was sent; gives what is left to be answered. */
  async #twice(request: Request, record: RecordedRequest): Promise<Request> {
    await this.#answer(request.clone(), record, undefined)
    return request
  }

  close(): void {
    this.#end.abort()
  }

  async #answer(request: Request, record: RecordedRequest, fault: OtherFault | undefined): Promise<Response> {
    const { site, answer } = this.#behind
    const exchange: Exchange = { isDiskFull: fault?.kind === 'disk-full', hasChanged: false }
    try {
      site.store.refresh()
      if (fault?.kind === 'dead-session') site.store.transaction(() => killSessionOf(site, request))
      const response = await answer(request, exchange)
      if (request.method !== 'GET' && exchange.hasChanged && response.status < 400) keep(this.writes, record)
      return response
    } catch (error) {
      if (!hasCode(error, 'ENOSPC')) throw error
      // A full disk is the platform's own trouble: it answers a page that is not of its API, and does not say why.
      return failurePage()
    }
  }

  async #wait(milliseconds: number): Promise<void> {
    const { signal } = this.#end
    if (!signal.aborted) await this.#behind.sleep(milliseconds, signal)
    if (signal.aborted) throw new CutConnection()
  }
}

/** By the clock of this computer. */
export const realSleep: Sleep = (milliseconds, signal) =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)
  })

function keep(list: RecordedRequest[], record: RecordedRequest): void {
  list.push(record)
  if (list.length > MOST_RECORDED) list.shift()
}

async function whole(request: Request): Promise<Request> {
  const { url, method, headers } = request
  const body = method === 'GET' || method === 'HEAD' ? undefined : await request.arrayBuffer()
  return new Request(url, { method, headers, ...(body === undefined ? {} : { body }) })
}

/** A request for several things as a request for each. */
async function partsOf(request: Request): Promise<Request[]> {
  const { url, method, headers } = request
  const { input } = (await request.json()) as { input: unknown[] }
  return input.map((one) => new Request(url, { method, headers, body: JSON.stringify({ input: [one] }) }))
}

function killSessionOf(site: Site, request: Request): void {
  const token = request.headers.get('session-token') ?? sessionCookie(request)
  if (token) killSession(site.store, token)
}

/** What a proxy answers in the platform's place; undefined when the platform answers itself. */
function outage(fault: OtherFault | undefined): Response | undefined {
  if (fault?.kind === 'html') return page(200, 'Maintenance', 'Le support revient dans quelques minutes.')
  if (fault?.kind === 'empty') return new Response('', { headers: { 'Content-Type': 'application/json' } })
  if (fault?.kind !== 'status') return undefined
  const response = failure(fault.status)
  if (fault.retryAfter !== undefined) response.headers.set('Retry-After', String(fault.retryAfter))
  return response
}

function failure(status: number): Response {
  const response = page(status, String(status), 'Service indisponible')
  if (status >= 300 && status < 400) response.headers.set('Location', 'https://ailleurs.example/')
  return response
}

function page(status: number, title: string, text: string): Response {
  const markup = `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`
  return new Response(markup, { status, headers: { 'Content-Type': 'text/html; charset=UTF-8' } })
}

/** Half of the body, under the length of the whole one; then the stream breaks. */
async function truncated(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const half = bytes.slice(0, Math.ceil(bytes.length / 2))
  let isSent = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent) controller.error(new CutConnection())
      else controller.enqueue(half)
      isSent = true
    },
  })
  const headers = new Headers(response.headers)
  headers.set('Content-Length', String(bytes.length))
  return new Response(body, { status: response.status, headers })
}
