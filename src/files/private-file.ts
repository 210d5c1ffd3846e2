import { randomBytes } from 'node:crypto'
import { link, open, readFile, rename, rm, stat, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Failed } from '../errors.ts'
import { isNowhere } from './home.ts'
import { makeFolder } from './make-folder.ts'

/** The text of a file; undefined when there is no such file. Rejects with `Failed` when it cannot be read. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || isNowhere(path)) return undefined
    throw troubleWith('settings.cannot-read', path, error)
  }
}

/** Whether a later version of ipeos wrote this: it stays as it is. */
export function isNewer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'version' in value && Number(value.version) > 1
}

/**
 * Replaces a file by one that only its owner can read. Whoever reads it sees the old text or the new one, never a part
 * of it, even when the machine stops half-way. Rejects with `Failed` when it cannot be written; the old text stays.
 */
export async function writePrivately(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    await makeFolder(dirname(path), 0o700)
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    cannotWrite(path)(error)
  }
}

/**
 * Renames a file whose text cannot be understood, overwriting nothing; gives its new path, or undefined when it says
 * something else by now: another `ipeos` may have moved it, and written a good one.
 */
export async function setAside(path: string, broken: string, now = new Date()): Promise<string | undefined> {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  for (let attempt = 1; ; attempt++) {
    const aside = `${path}.corrupt-${stamp}${attempt === 1 ? '' : `-${attempt}`}`
    if ((await readText(path)) !== broken) return undefined
    try {
      // A rename would silently replace a file of that name; a link never does.
      await link(path, aside)
      await unlink(path)
      return aside
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

/** This very process, and how to tell whether another one still runs. */
export interface Holder {
  pid: number
  isRunning(pid: number): boolean
}

const patience = 5_000
/** Work under the lock takes milliseconds: whoever holds it for longer (ms) is dead, as far as nothing better is known. */
const longestHold = 15_000

/**
 * Runs `work` while no other `ipeos` runs its own on the same file. What a killed process (`holder` can tell) left held
 * is free at once. Rejects with `Failed` when it never becomes free, or nothing can be written there.
 */
export async function holding<Result>(path: string, work: () => Promise<Result>, holder?: Holder): Promise<Result> {
  const lock = `${path}.lock`
  await makeFolder(dirname(path), 0o700).catch(cannotWrite(path))
  const since = Date.now()
  while (!(await take(lock, holder))) {
    await breakStale(lock, holder)
    if (Date.now() - since > patience)
      throw new Failed('settings.locked', { path }, { hint: { key: 'settings.locked.hint' } })
    await pause(15 + Math.random() * 15)
  }
  try {
    return await work()
  } finally {
    await rm(lock, { force: true })
  }
}

async function take(lock: string, holder?: Holder): Promise<boolean> {
  try {
    const file = await open(lock, 'wx', 0o600)
    // Without its number it is held all the same, and only longer once its process is dead.
    await file.writeFile(holder ? String(holder.pid) : '').finally(() => file.close())
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    return cannotWrite(lock)(error)
  }
}

async function breakStale(lock: string, holder?: Holder): Promise<void> {
  const stale = await staleness(lock, holder)
  // Only one of those who wait may break it: the second would break the lock that the first has taken since.
  if (!stale || !(await take(`${lock}.${stale}`))) return
  if ((await staleness(lock, holder)) === stale) await rm(lock, { force: true })
  await rm(`${lock}.${stale}`, { force: true })
}

/** What tells this stale lock from any other; undefined when there is none, or a living one. */
async function staleness(lock: string, holder?: Holder): Promise<string | undefined> {
  try {
    const { mtimeMs, ino } = await stat(lock)
    const pid = Number.parseInt(await readFile(lock, 'utf8'), 10)
    const isLeft = pid > 0 && pid !== holder?.pid && holder?.isRunning(pid) === false
    return isLeft || Date.now() - mtimeMs > longestHold ? `${ino}-${Math.round(mtimeMs)}` : undefined
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** For a `catch`: tells, as `Failed`, that nothing can be kept at this path. */
export function cannotWrite(path: string): (cause: unknown) => never {
  return (cause) => {
    if (!isNowhere(path)) throw troubleWith('settings.cannot-write', path, cause)
    throw new Failed('settings.no-home', undefined, { hint: { key: 'settings.no-home.hint' }, cause })
  }
}

function troubleWith(key: 'settings.cannot-read' | 'settings.cannot-write', path: string, cause: unknown): Failed {
  const hint = { key: 'settings.file-trouble.hint' } as const
  return new Failed(key, { path, reason: codeOf(cause) ?? String(cause) }, { hint, cause })
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
