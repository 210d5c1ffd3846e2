import type { FaultKind } from '../../src/sandbox/faults.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { opensTicket } from '../support/glpi-versions.ts'
import { titlesOf } from './forms/form-order.ts'
import type { Random } from './order.ts'
import { pace } from './world.ts'

const kinds: FaultKind[] = [
  { kind: 'delay', milliseconds: 2000 },
  { kind: 'drop-before' },
  { kind: 'drop-after' },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 502 },
  { kind: 'status', status: 503, retryAfter: 1 },
  { kind: 'status', status: 429, retryAfter: 1 },
  { kind: 'html' },
  { kind: 'truncated' },
  { kind: 'dead-session' },
  { kind: 'disk-full' },
]

/** What is said at once of what is done later. */
const lateAnswers = ['cut', 'reset', 302, 408, 429, 500, 502, 503, 504, 522] as const
/** Milliseconds of the drill's time: half for the beginning, half for a hundred tickets one by one. */
const latest = 50_000
/** One new ticket, or hundred of them, in this many is sent twice on its way. */
const twiceOneIn = 25

export interface FaultSource {
  /** Passes a request on to the platform, perhaps after giving it a fault: one write in four, one question in thirty. */
  pass(request: Request, sandbox: Sandbox): Promise<Response>
  /** What it did, by kind. */
  met: Map<string, number>
  /** How many tickets of each title were made by a request that was sent once more on its way. */
  madeTwice: Map<string, number>
}

export function faultSource({ below, oneOf }: Random): FaultSource {
  const met = new Map<string, number>()
  const madeTwice = new Map<string, number>()
  /** Those of requests that were sent twice. */
  const doubled: string[] = []
  const inject = (fault: FaultKind, { method }: Request, sandbox: Sandbox): void => {
    met.set(fault.kind, (met.get(fault.kind) ?? 0) + 1)
    // Taken by this very request: nothing comes between.
    sandbox.faults.inject({ ...fault, match: { method } })
  }
  const lateFault = async (request: Request): Promise<FaultKind> => {
    const late = { kind: 'late', milliseconds: below(latest / pace), answer: oneOf(lateAnswers) } as const
    // Those of a form are made at once.
    const count = isCreate(request) && !isForm(request) ? (await titlesIn(request)).length : 1
    // Many are made one by one: the last is there when the time is up.
    return count === 1 ? late : { ...late, milliseconds: late.milliseconds / 2, each: late.milliseconds / (2 * count) }
  }
  const pass = async (request: Request, sandbox: Sandbox): Promise<Response> => {
    const { method } = request
    if (isCreate(request) && below(twiceOneIn) === 0) return passTwice(request, sandbox)
    // Who looks for twins and gets no answer cannot tell of any: it would be chance whether all are noticed.
    const looksFor = markIn(decodeURIComponent(request.url))
    if (looksFor && doubled.some((mark) => mark.startsWith(looksFor))) return sandbox.fetch(request)
    if (below(method === 'GET' ? 30 : 4) > 0) return sandbox.fetch(request)
    if (isUpload(request) && below(4) === 0) inject({ kind: 'status', status: 503 }, request, sandbox)
    else inject(method !== 'GET' && below(3) === 0 ? await lateFault(request) : oneOf(kinds), request, sandbox)
    return sandbox.fetch(request)
  }
  const passTwice = async (request: Request, sandbox: Sandbox): Promise<Response> => {
    const titles = await titlesIn(request)
    if (titles.length === 0) return sandbox.fetch(request)
    inject({ kind: 'twice' }, request, sandbox)
    // Answers to a form are encoded as an address is.
    const text = (await request.clone().text()).replaceAll('%3A', ':')
    doubled.push(...[...text.matchAll(marks)].map(([, mark = '']) => mark))
    const answer = await sandbox.fetch(request)
    if (answer.ok) for (const title of titles) madeTwice.set(title, (madeTwice.get(title) ?? 0) + 1)
    return answer
  }
  return { pass, met, madeTwice }
}

const marks = /ipeos:([\w-]+)/g
const markIn = (text: string): string | undefined => [...text.matchAll(marks)][0]?.[1]
const isCreate = ({ method, url }: Request): boolean => method === 'POST' && opensTicket.test(new URL(url).pathname)
const isForm = ({ url }: Request): boolean => url.endsWith('/Form/SubmitAnswers')
const isUpload = ({ method, url }: Request): boolean =>
  method === 'POST' && /\/(Document|ajax\/fileupload\.php)$/.test(new URL(url).pathname)

/** The titles of the tickets that a request asks for; none of a form that has no long text: nobody can tell its twins. */
async function titlesIn(request: Request): Promise<string[]> {
  if (isForm(request)) {
    const fields = new URLSearchParams(await request.clone().text())
    const title = [...fields.values()].find((value) => value.startsWith('drill-')) ?? ''
    const kind = fields.get('forms_id') === '1' ? 'long' : fields.get('forms_id') === '3' ? 'two' : 'traceless'
    return titlesOf({ kind, title })
  }
  const { input } = (await request.clone().json()) as { input: { name: string } | Array<{ name: string }> }
  return [input].flat().map(({ name }) => name)
}
