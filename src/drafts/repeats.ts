import * as z from 'zod/mini'
import type { Holder } from '../files/lock.ts'
import type { Ours } from '../files/ours.ts'
import { parseJson } from '../files/parse-json.ts'
import { holding, isNewer, readText, setAside, writePrivately } from '../files/private-file.ts'
import { type LeftOut, leftOutTexts, type TicketDraft } from './draft.ts'

const repeat = z.object({
  sent: z.optional(z.string()),
  says: z.optional(z.string()),
  leftOut: z.optional(leftOutTexts),
})
const memory = z.object({ version: z.literal(1), keys: z.record(z.string(), repeat) })

/** What this computer knows of one key. */
export interface Repeat {
  /** When the last of its texts went. */
  sent?: string | undefined
  /** What that text told, as in its draft. */
  says?: string | undefined
  /** What was left out since. */
  leftOut?: LeftOut | undefined
}

/** What is remembered of keys (`--dedupe`), in a file (0600) that comes into being with the first of them. */
export interface Repeats {
  /** Nothing, where nothing can be read. */
  of(draft: KeyedDraft): Promise<Repeat>
  /** Changes it. Rejects with `Failed` when it cannot be written. */
  change(draft: KeyedDraft, next: (before: Repeat) => Repeat): Promise<void>
}

type KeyedDraft = Pick<TicketDraft, 'keyMark' | 'owner'>

/** A key that was silent for so long (ms) is forgotten; and the file stays small. */
const longestMemory = 92 * 24 * 3600 * 1000
const mostKeys = 5_000

export function repeatsIn(path: string, now: () => Date, holder: Holder, ours: Ours): Repeats {
  async function read(): Promise<{ keys: Record<string, Repeat>; isNewer?: true }> {
    if (!(await ours.obeys(path))) return { keys: {}, isNewer: true }
    const text = await readText(path)
    if (text === undefined) return { keys: {} }
    const value = parseJson(text)
    const result = memory.safeParse(value)
    if (result.success) return { keys: result.data.keys }
    if (isNewer(value)) return { keys: {}, isNewer: true }
    await setAside(path, text)
    return { keys: {} }
  }

  return {
    of: async (draft) => {
      const { keys } = await read().catch(() => ({ keys: {} as Record<string, Repeat> }))
      return keys[nameOf(draft)] ?? {}
    },
    change: (draft, next) =>
      holding(
        path,
        async () => {
          const { keys, isNewer } = await read()
          if (isNewer) return
          const name = nameOf(draft)
          const { [name]: before = {}, ...others } = keys
          const kept = Object.entries({ [name]: next(before), ...others }).filter(([, one]) => isRecent(one, now()))
          const text = JSON.stringify({ version: 1, keys: Object.fromEntries(kept.slice(0, mostKeys)) })
          await writePrivately(path, `${text}\n`)
        },
        holder,
      ),
  }
}

function nameOf({ keyMark = '', owner }: KeyedDraft): string {
  return `${owner.platform} ${keyMark}`
}

function isRecent({ sent, leftOut }: Repeat, now: Date): boolean {
  const last = Math.max(...[sent, leftOut?.last].map((moment) => (moment === undefined ? 0 : Date.parse(moment))))
  return now.getTime() - last < longestMemory
}
