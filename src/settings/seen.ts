import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceFile } from '../files/replace-file.ts'
import { accountFile } from './account/account-file.ts'
import { mayFail, readSeen, type SeenKind, type SeenValue } from './read-seen.ts'

/** What the last lists of an account showed, kept for completion. It may always be lost. */
export interface Seen {
  /** Keeps these, the last seen first; never fails for want of a place. */
  remember(kind: SeenKind, values: readonly SeenValue[]): Promise<void>
  /** What was seen of this kind, the last seen first. */
  recall(kind: SeenKind): Promise<SeenValue[]>
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
    recall: async (kind) => readSeen(folder, account)[kind] ?? [],
    forget: async () => {
      for (const kind of ['seen', 'form'] as const)
        await rm(accountFile(folder, kind, account), { force: true }).catch(mayFail)
    },
  }
}

/** Forgets what every account saw, with what a command that was killed left of it. */
export async function forgetAllSeen(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const seen = names.filter((name) => /^(?:seen|form)-[\w-]+\.json(?:\.\w+\.tmp)?$/.test(name))
  await Promise.all(seen.map((name) => rm(join(folder, name), { force: true }).catch(mayFail)))
}
