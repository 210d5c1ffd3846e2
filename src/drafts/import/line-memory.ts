import { createHash } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Holder } from '../../files/lock.ts'
import type { Ours } from '../../files/ours.ts'
import { parseJson } from '../../files/parse-json.ts'
import { holding, isNewer, readText, setAside, writePrivately } from '../../files/private-file.ts'
import type { Owner } from '../draft.ts'
import { type KnownLine, recognise } from './import-line.ts'

const rememberedLine = z.object({
  content: z.string(),
  key: z.optional(z.string()),
  ticket: z.optional(z.int()),
  /** The day on which it was last seen in a file that was imported. */
  seen: z.string(),
})
const memory = z.object({ version: z.literal(1), lines: z.array(rememberedLine) })
type RememberedLine = z.infer<typeof rememberedLine>

/** A line that stays in a file stays in mind; another is forgotten after a year (ms), or after so many that came later. */
const longestMemory = 366 * 24 * 3600 * 1000
const mostRemembered = 100_000
/** A line is noted as seen again only when that is news (ms). */
const newsAfter = 30 * 24 * 3600 * 1000

/** Lines of imports that are there, for each account of this computer, in a file (0600) of its own. */
export interface LineMemory {
  /** Those of this account; and where a memory that nobody can read was put. */
  read(owner: Owner): Promise<{ lines: KnownLine[]; movedTo?: string }>
  /**
   * Remembers some, in the place of those that say the same where they were sent `again`. Rejects with `Failed` when it
   * cannot be written.
   */
  note(owner: Owner, lines: readonly KnownLine[], options?: { again?: boolean | undefined }): Promise<void>
  /** Notes that these, of those that `read` gave, still stand in a file. */
  seen(owner: Owner, lines: readonly KnownLine[]): Promise<void>
}

export function lineMemory(folder: string, now: () => Date, holder: Holder, ours: Ours): LineMemory {
  const pathOf = ({ platform, user }: Owner): string => {
    const account = createHash('sha256')
      .update(JSON.stringify([platform, user]))
      .digest('hex')
    return join(folder, `lines-${account.slice(0, 16)}.json`)
  }

  async function read(owner: Owner): Promise<{ lines: RememberedLine[]; movedTo?: string; isNewer?: true }> {
    const path = pathOf(owner)
    if (!(await ours.obeys(path))) return { lines: [], isNewer: true }
    const text = await readText(path)
    if (text === undefined) return { lines: [] }
    const value = parseJson(text)
    const result = memory.safeParse(value)
    if (result.success) return { lines: result.data.lines.filter(({ seen }) => ageOf(seen) < longestMemory) }
    if (isNewer(value)) return { lines: [], isNewer: true }
    return { lines: [], movedTo: (await setAside(path, text)) ?? path }
  }

  const ageOf = (day: string): number => now().getTime() - Date.parse(day)
  const today = (): string => now().toISOString().slice(0, 10)

  /** The newest first, so that the oldest go. */
  function change(owner: Owner, work: (lines: RememberedLine[]) => RememberedLine[]): Promise<void> {
    const path = pathOf(owner)
    const write = async (): Promise<void> => {
      const { lines, isNewer } = await read(owner)
      if (isNewer) return
      const kept = work(lines).slice(0, mostRemembered)
      await writePrivately(path, `${JSON.stringify({ version: 1, lines: kept })}\n`)
    }
    return holding(path, write, holder)
  }

  return {
    async read(owner) {
      const { lines, movedTo } = await read(owner)
      return { lines, ...(movedTo !== undefined && { movedTo }) }
    },
    note: (owner, noted, { again = false } = {}) =>
      change(owner, (lines) => {
        // A command that was killed right after this does it once more.
        const there = new Set(lines.map(({ ticket }) => ticket))
        const fresh = noted.filter(({ ticket }) => ticket === undefined || !there.has(ticket))
        const former = new Set(again ? recognise(fresh, lines).map((one) => one?.known) : [])
        const others = lines.filter((line) => !former.has(line))
        return [...fresh.map((line) => ({ ...line, seen: today() })), ...others]
      }),
    async seen(owner, again) {
      const { lines } = await read(owner)
      const of = ({ content, key, ticket }: KnownLine): string => JSON.stringify([content, key, ticket])
      const wanted = new Set(again.map(of))
      if (!lines.some((line) => wanted.has(of(line)) && ageOf(line.seen) > newsAfter)) return
      await change(owner, (all) => {
        const still = all.filter((line) => wanted.has(of(line)))
        const others = all.filter((line) => !wanted.has(of(line)))
        return [...still.map((line) => ({ ...line, seen: today() })), ...others]
      })
    },
  }
}
