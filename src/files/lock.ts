import { type FileHandle, open, rm, stat, utimes } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { hasCode } from './has-code.ts'
import { readRegular } from './regular-file.ts'

/** This very process, and how to tell whether another one still runs. */
export interface Holder {
  pid: number
  /** Where its number means it: this computer, or this container; several may share a folder. */
  place?: string
  isRunning(pid: number): boolean
}

export interface LockOptions {
  holder?: Holder | undefined
  /** Whoever holds it for longer (ms) is dead, as far as nothing better is known: another program may bear its number. */
  longest: number
}

/** Ends a lock. */
export type Unlock = () => Promise<void>

/** A lock that does not say whose it is (ms). */
const longestNameless = 15_000
/** One that says nothing at all (ms): whoever made it writes into it at once, and died before, or had no room to. */
const longestEmpty = 2_000
/** Whoever has a lock touches it so often (ms): from elsewhere nothing else shows that it is alive. */
const between = 20_000
/** What nobody elsewhere touched for so long (ms) is nobody's. */
const longestUntouched = 120_000

/**
 * Takes a lock: a file that is there while somebody has it; gives what ends it, or undefined while another has it. What
 * a killed process left is free at once. Rejects with the error of the system where no such file can be made.
 */
export async function lock(path: string, options: LockOptions): Promise<Unlock | undefined> {
  if (await make(path, options.holder)) return held(path)
  const stale = await staleLock(path, options)
  // Only one of those who wait may break it: the second would break the lock that the first has taken since.
  const unlock = stale && (await lock(`${path}.${stale}`, options))
  if (!unlock) return undefined
  try {
    if ((await staleLock(path, options)) === stale) await rm(path, { force: true })
  } finally {
    await unlock()
  }
  return lock(path, options)
}

/** Keeps it fresh, until it is ended. Another process may have taken it since: a second time that does nothing. */
function held(path: string): Unlock {
  let isHeld = true
  const touching = setInterval(() => {
    const now = new Date()
    // Where it may not be touched, it is held for a shorter time.
    utimes(path, now, now).catch(() => undefined)
  }, between).unref()
  return async () => {
    clearInterval(touching)
    if (isHeld) await rm(path, { force: true })
    isHeld = false
  }
}

/** The same, but waits in turn for `patience` (ms); undefined when it never becomes free. */
export async function lockInTurn(path: string, options: LockOptions, patience: number): Promise<Unlock | undefined> {
  const since = performance.now()
  for (let interval = 15; ; interval = Math.min(interval * 2, 150)) {
    const unlock = await lock(path, options)
    if (unlock || performance.now() - since > patience) return unlock
    await pause(interval * (1 + Math.random()))
  }
}

/** Whether another process that runs has it. */
export async function isLocked(path: string, options: LockOptions): Promise<boolean> {
  const found = await look(path)
  return found !== undefined && !isOwn(found, options) && staleName(found, options) === undefined
}

/** The number of the process that has it; undefined where none does, or it is not said. */
export async function holderOf(path: string): Promise<number | undefined> {
  const { pid = Number.NaN } = (await look(path)) ?? {}
  return Number.isNaN(pid) ? undefined : pid
}

async function make(path: string, holder: Holder | undefined): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      return await name(file, path, holder)
    } finally {
      await file.close()
    }
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Writes whose it is. False where that took so long that another has it by now; where there is no room, it goes again. */
async function name(file: FileHandle, path: string, holder: Holder | undefined): Promise<boolean> {
  const { ino } = await file.stat()
  const isOurs = async (): Promise<boolean> => (await inodeAt(path)) === ino
  try {
    // Without its number it is held all the same, and only longer once its process is dead.
    await file.writeFile(holder?.place ? `${holder.pid} ${holder.place}` : String(holder?.pid ?? '-'))
  } catch (error) {
    if (await isOurs()) await rm(path, { force: true })
    throw error
  }
  return isOurs()
}

async function inodeAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).ino
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

async function staleLock(path: string, options: LockOptions): Promise<string | undefined> {
  const found = await look(path)
  return found && staleName(found, options)
}

interface Found {
  /** NaN while it is not said. */
  pid: number
  /** Empty where it is not said. */
  place: string
  /** Milliseconds. */
  age: number
  isEmpty: boolean
  /** What tells it from any other lock on the same thing. */
  name: string
}

/** The name of a lock whose process is dead; undefined for a living one. */
function staleName(found: Found, options: LockOptions): string | undefined {
  const { pid, age, isEmpty, name } = found
  const { holder, longest } = options
  if (Number.isNaN(pid)) return age > Math.min(longest, isEmpty ? longestEmpty : longestNameless) ? name : undefined
  if (isElsewhere(found, options)) return age > Math.min(longest, longestUntouched) ? name : undefined
  const isLeft = pid !== holder?.pid && holder?.isRunning(pid) === false
  return isLeft || age > longest ? name : undefined
}

/** There another process bears the number, or none does. */
function isElsewhere({ place }: Found, { holder }: LockOptions): boolean {
  return place !== '' && place !== holder?.place
}

function isOwn(found: Found, options: LockOptions): boolean {
  return found.pid === options.holder?.pid && !isElsewhere(found, options)
}

async function look(path: string): Promise<Found | undefined> {
  try {
    const { mtimeMs, ino } = await stat(path)
    const { text } = await readRegular(path)
    const [, pid, place = ''] = /^(\d+)(?: (.*))?$/.exec(text.slice(0, 500)) ?? []
    const age = Date.now() - mtimeMs
    return { pid: Number(pid), place, age, isEmpty: text === '', name: `${ino}-${Math.round(mtimeMs)}` }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}
