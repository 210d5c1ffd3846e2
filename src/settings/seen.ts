import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseJson } from '../files/parse-json.ts'
import { readRegularNow } from '../files/regular-file.ts'
import { replaceFile } from '../files/replace-file.ts'
import { accountFile } from './account/account-file.ts'

/** What lists show, and one names on a command line. */
export type SeenKind =
  | 'ticket'
  | 'document'
  | 'entity'
  | 'profile'
  | 'article'
  | 'reservation-item'
  | 'reservation'
  | 'contract'

/** Something that a list showed: what one types to name it, and what it is. */
export interface SeenValue {
  value: string
  about: string
}

/** What the last lists of an account showed, kept for completion. It may always be lost. */
export interface Seen {
  /** Keeps these, the last seen first; never fails for want of a place. */
  remember(kind: SeenKind, values: readonly SeenValue[]): Promise<void>
  /** Forgets it, and the form with the names that it offers. */
  forget(): Promise<void>
}

/** Of each kind: as many as one may want to choose from. */
const most = 200
const longestAbout = 120

/** What was seen by an account (its name, or the platform's address), in one private file (0600) of the cache folder. */
export function seenFile(folder: string, account: string): Seen {
  return {
    remember: async (kind, values) => {
      if (values.length === 0) return
      const before = readSeen(folder, account)
      const fresh = values.slice(0, most).map(({ value, about }) => ({ value, about: about.slice(0, longestAbout) }))
      const isFresh = new Set(fresh.map(({ value }) => value))
      const kept = (before[kind] ?? []).filter(({ value }) => !isFresh.has(value))
      const kinds = { ...before, [kind]: [...fresh, ...kept].slice(0, most) }
      if (JSON.stringify(kinds) === JSON.stringify(before)) return
      await replaceFile(accountFile(folder, 'seen', account), JSON.stringify({ account, kinds })).catch(mayFail)
    },
    forget: async () => {
      for (const kind of ['seen', 'form'] as const)
        await rm(accountFile(folder, kind, account), { force: true }).catch(mayFail)
    },
  }
}

/** What was seen by an account, kind by kind; nothing where the file is absent or broken. */
export function readSeen(folder: string, account: string): Record<string, SeenValue[]> {
  const kept = parseJson(textOf(accountFile(folder, 'seen', account)) ?? '') as
    | { account?: unknown; kinds?: unknown }
    | undefined
  // Two names may begin alike for longer than a file name can be.
  if (kept?.account !== account || typeof kept.kinds !== 'object' || kept.kinds === null) return {}
  const kinds = Object.entries(kept.kinds).map(([kind, values]) => [
    kind,
    Array.isArray(values) ? values.filter(isSeenValue) : [],
  ])
  return Object.fromEntries(kinds)
}

/** Forgets what every account saw, with what a command that was killed left of it. */
export async function forgetAllSeen(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const seen = names.filter((name) => /^(?:seen|form)-[\w-]+\.json(?:\.\w+\.tmp)?$/.test(name))
  await Promise.all(seen.map((name) => rm(join(folder, name), { force: true }).catch(mayFail)))
}

function textOf(path: string): string | undefined {
  try {
    return readRegularNow(path)
  } catch (error) {
    mayFail(error)
    return undefined
  }
}

function isSeenValue(value: unknown): value is SeenValue {
  const given = value as Partial<SeenValue> | null
  return typeof given?.value === 'string' && typeof given.about === 'string'
}

/** No place for it, no right to it: it is not kept, and nobody needs to know. */
function mayFail(error: unknown): void {
  if (!(error as NodeJS.ErrnoException).code) throw error
}
