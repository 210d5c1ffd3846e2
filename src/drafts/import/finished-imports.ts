import * as z from 'zod/mini'
import type { Holder } from '../../files/lock.ts'
import type { Ours } from '../../files/ours.ts'
import { parseJson } from '../../files/parse-json.ts'
import { holding, isNewer, readText, setAside, writePrivately } from '../../files/private-file.ts'
import { draftOwner, type Owner } from '../draft.ts'
import { belongsTo } from '../own-drafts.ts'

const finishedImport = z.object({
  owner: draftOwner,
  /** Of what the file says, as in its plan. */
  digest: z.string(),
  /** When it was done. */
  finished: z.string(),
  /** How many tickets, and the lowest of their numbers. */
  count: z.int(),
  first: z.int(),
})
const memory = z.object({ version: z.literal(1), imports: z.array(finishedImport) })

/** An import whose tickets are all there. */
export type FinishedImport = z.infer<typeof finishedImport>

/** Who sends a file once more by mistake does so within hours or weeks; the file stays small (ms). */
const longestMemory = 366 * 24 * 3600 * 1000
const mostRemembered = 500

/**
 * What an older ipeos remembered of imports that are done, in a file (0600): each as a whole. Those that it began are noted
 * there still, as of their lines nothing is known.
 */
export interface FinishedImports {
  /** Those of this account; and where a memory that nobody can read was put. */
  all(owner: Owner): Promise<{ imports: FinishedImport[]; movedTo?: string }>
  /** Remembers one. Rejects with `Failed` when it cannot be written. */
  note(done: Omit<FinishedImport, 'finished'>): Promise<void>
}

export function finishedImports(path: string, now: () => Date, holder: Holder, ours: Ours): FinishedImports {
  async function read(): Promise<{ imports: FinishedImport[]; movedTo?: string; isNewer?: true }> {
    if (!(await ours.obeys(path))) return { imports: [], isNewer: true }
    const text = await readText(path)
    if (text === undefined) return { imports: [] }
    const value = parseJson(text)
    const result = memory.safeParse(value)
    if (result.success) return { imports: result.data.imports }
    if (isNewer(value)) return { imports: [], isNewer: true }
    return { imports: [], movedTo: (await setAside(path, text)) ?? path }
  }

  return {
    async all(owner) {
      const { imports, movedTo } = await read()
      const own = imports.filter((one) => belongsTo(one, owner) && isRecent(one, now()))
      return { imports: own, ...(movedTo !== undefined && { movedTo }) }
    },
    note: (done) =>
      holding(
        path,
        async () => {
          const { imports, isNewer } = await read()
          if (isNewer) return
          const others = imports.filter((one) => isRecent(one, now()) && !isSame(one, done))
          const kept = [{ ...done, finished: now().toISOString() }, ...others].slice(0, mostRemembered)
          await writePrivately(path, `${JSON.stringify({ version: 1, imports: kept }, undefined, 2)}\n`)
        },
        holder,
      ),
  }
}

function isRecent({ finished }: FinishedImport, now: Date): boolean {
  return now.getTime() - Date.parse(finished) < longestMemory
}

function isSame(one: FinishedImport, { digest, owner }: Pick<FinishedImport, 'digest' | 'owner'>): boolean {
  return one.digest === digest && belongsTo(one, owner)
}
