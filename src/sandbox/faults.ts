/** Something that goes wrong with the next matching request (or the next `times` of them). */
export type Fault = { match?: { method?: string; path?: RegExp }; times?: number } & FaultKind

/** What can go wrong. */
export type FaultKind =
  | { kind: 'delay'; milliseconds: number }
  /** The connection is cut before the request is handled: nothing took effect. */
  | { kind: 'drop-before' }
  /** The connection is cut once the request was handled: the client cannot know that it took effect. */
  | { kind: 'drop-after' }
  | { kind: 'status'; status: number; retryAfter?: number }
  /**
   * The client is cut off, reset or answered this status at once, and the request handled so many milliseconds later; one
   * that makes several things makes them one by one, `each` milliseconds apart.
   */
  | { kind: 'late'; milliseconds: number; each?: number; answer: 'cut' | 'reset' | number }
  /** Something on the way hands the request on twice, and one answer back: that of the second. */
  | { kind: 'twice' }
  /** A maintenance page: 200, text/html. */
  | { kind: 'html' }
  /** 200 and JSON, and nothing in it: what a list answers of which the site forgot that it handed it out. */
  | { kind: 'empty' }
  /** The body is cut in the middle. */
  | { kind: 'truncated' }
  /** The session of the request has just died. */
  | { kind: 'dead-session' }
  /** The store cannot write: the request fails with 500 and nothing changed. Waits for a request that writes. */
  | { kind: 'disk-full' }

/** What a request is about to meet. */
export interface MetFaults {
  /** Milliseconds to wait before the request is handled. */
  delay: number
  fault: Exclude<FaultKind, { kind: 'delay' }> | undefined
}

interface Planned {
  fault: Fault
  left: number
}

/** The faults to come, in the order in which they were given. */
export class FaultPlan {
  #planned: Planned[] = []

  inject(fault: Fault): void {
    this.#planned.push({ fault, left: fault.times ?? 1 })
  }

  clear(): void {
    this.#planned = []
  }

  /** Takes the faults that this request meets: every delay that matches it, and the first other one. */
  take(method: string, path: string): MetFaults {
    const met: MetFaults = { delay: 0, fault: undefined }
    for (const planned of this.#planned) {
      const { fault } = planned
      if (!matches(fault, method, path)) continue
      if (fault.kind === 'delay') met.delay += fault.milliseconds
      else if (met.fault) continue
      else met.fault = fault
      planned.left -= 1
    }
    this.#planned = this.#planned.filter(({ left }) => left > 0)
    return met
  }
}

function matches(fault: Fault, method: string, path: string): boolean {
  const wanted = fault.match?.method?.toUpperCase()
  if (wanted !== undefined && wanted !== method) return false
  if (wanted === undefined && fault.kind === 'disk-full' && method === 'GET') return false
  const pattern = fault.match?.path
  return pattern === undefined || path.search(pattern) >= 0
}
