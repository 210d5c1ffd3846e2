import { randomBytes } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { link, open, rename, rm, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Failed } from '../errors/error.ts'
import { hasCode } from './has-code.ts'
import { isNowhere } from './home.ts'
import { type Holder, lockInTurn } from './lock.ts'
import { makeFolder } from './make-folder.ts'
import { readRegular } from './regular-file.ts'

/** The text of a file; undefined when there is no such file. Rejects with `Failed` when it cannot be read. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return (await readRegular(path)).text
  } catch (error) {
    if (hasCode(error, 'ENOENT') || isNowhere(path)) return undefined
    throw cannotRead(path, error)
  }
}

/** Whether a later version of ipeos wrote this: it stays as it is. `known`: the newest that this one understands. */
export function isNewer(value: unknown, known = 1): boolean {
  return typeof value === 'object' && value !== null && 'version' in value && Number(value.version) > known
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

/** The same at once, for a command that is being stopped. Throws the error of the system. */
export function writePrivatelyNow(path: string, text: string): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    writeFileSync(temporary, text, { mode: 0o600, flag: 'wx', flush: true })
    renameSync(temporary, path)
  } finally {
    rmSync(temporary, { force: true })
  }
}

/**
 * Renames a file whose text cannot be understood, overwriting nothing; gives its new path, or undefined when it says
 * something else by now: another `ipeos` may have moved it, and written a good one.
 */
export async function setAside(path: string, broken: string, now = new Date()): Promise<string | undefined> {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  for (let attempt = 1; ; attempt++) {
    const target = `${path}.corrupt-${stamp}${attempt === 1 ? '' : `-${attempt}`}`
    if ((await readText(path)) !== broken) return undefined
    try {
      // A rename would silently replace a file of that name; a link never does.
      await link(path, target)
      await unlink(path)
      return target
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined
      if (!hasCode(error, 'EEXIST')) throw error
    }
  }
}

/** For how long one waits for others (ms), whose work under the lock takes milliseconds. */
const patience = 5_000
const longest = 15_000

/**
 * Runs `work` while no other `ipeos` runs its own on the same file. Rejects with `Failed` when it never becomes free, or
 * nothing can be written there.
 */
export async function holding<Result>(path: string, work: () => Promise<Result>, holder?: Holder): Promise<Result> {
  await makeFolder(dirname(path), 0o700).catch(cannotWrite(path))
  const unlock = await lockInTurn(`${path}.lock`, { holder, longest }, patience).catch(cannotWrite(`${path}.lock`))
  if (!unlock) throw new Failed('settings-locked', { path })
  try {
    return await work()
  } finally {
    await unlock()
  }
}

/** For a `catch`: tells, as `Failed`, that nothing can be kept at this path. */
export function cannotWrite(path: string): (cause: unknown) => never {
  return (cause) => {
    if (!isNowhere(path)) throw troubleWith('cannot-write-settings', path, cause)
    throw new Failed('no-home', undefined, { cause })
  }
}

/** What of ours is there, and cannot be read. */
export function cannotRead(path: string, cause: unknown): Failed {
  return troubleWith('cannot-read-settings', path, cause)
}

function troubleWith(code: 'cannot-read-settings' | 'cannot-write-settings', path: string, cause: unknown): Failed {
  return new Failed(code, { path, reason: codeOf(cause) ?? String(cause) }, { cause })
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
