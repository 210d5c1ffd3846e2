import { setTimeout as timer } from 'node:timers/promises'
import { IpeosError } from '../../errors/error.ts'

/** Milliseconds for what is only good to know. */
export const patience = 3000

/**
 * Does jobs, so many at a time, and waits for them no longer than that (ms); what failed or was too slow is simply not
 * done. A bug is thrown as ever.
 */
export async function inTime(
  jobs: ReadonlyArray<() => Promise<void>>,
  { lanes, patience }: { lanes: number; patience: number },
): Promise<void> {
  const enough = new AbortController()
  const waiting = [...jobs]
  const lane = async (): Promise<void> => {
    for (let job = waiting.shift(); job && !enough.signal.aborted; job = waiting.shift()) await job().catch(unlessBug)
  }
  const all = Promise.all(Array.from({ length: lanes }, lane))
  // Nobody hears any more what fails after the time is up.
  all.catch(() => undefined)
  await Promise.race([all, timer(patience, undefined, { signal: enough.signal }).catch(() => undefined)])
  enough.abort()
}

function unlessBug(error: unknown): void {
  if (!(error instanceof IpeosError)) throw error
}
