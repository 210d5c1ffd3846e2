import type { FaultKind } from '../../src/sandbox/faults.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import type { Random } from './order.ts'
import { pace } from './world.ts'

const kinds: FaultKind[] = [
  { kind: 'delay', milliseconds: 900 },
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
/** Milliseconds of the drill's time. */
const latest = 50_000

/** A platform that fails at random: one write in four, one question in thirty; counts what it did. */
export function failing(sandbox: Sandbox, { below, oneOf }: Random): { sandbox: Sandbox; met: Map<string, number> } {
  const met = new Map<string, number>()
  const lateFault = (): FaultKind => ({
    kind: 'late',
    milliseconds: below(latest / pace),
    answer: oneOf(lateAnswers),
  })
  const fetch = (request: Request): Promise<Response> => {
    if (below(request.method === 'GET' ? 30 : 4) === 0) {
      const isLate = request.method !== 'GET' && below(3) === 0
      const fault = isLate ? lateFault() : oneOf(kinds)
      met.set(fault.kind, (met.get(fault.kind) ?? 0) + 1)
      // Taken by this very request: nothing comes between.
      sandbox.faults.inject({ ...fault, match: { method: request.method } })
    }
    return sandbox.fetch(request)
  }
  return { sandbox: { ...sandbox, fetch }, met }
}
