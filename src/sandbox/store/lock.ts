import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
// The one ambient thing that the sandbox takes: a lock is worth nothing if it does not say who holds it.
import { kill, pid } from 'node:process'
import { readRegular } from './regular.ts'

const RETRY_MS = 3
const GIVE_UP_MS = 10_000
/** A lock is held for milliseconds: an older one was left by a process whose number another one has now. */
const STALE_MS = 30_000
/** One that does not even say who took it was left by a process that died as it took it. */
const NAMELESS_STALE_MS = 2000

/**
 * Runs `work` while this process alone holds the lock file, and removes it after. Synchronous, as the write that it
 * protects: within one process nothing can come between. Throws when the lock is not to be had in ten seconds.
 */
export function withLock<T>(file: string, work: () => T): T {
  const deadline = Date.now() + GIVE_UP_MS
  while (!take(file)) {
    if (isStale(file)) breakStale(file)
    else if (Date.now() > deadline) throw new Error(`${file} is held by another process`)
    else pause(RETRY_MS)
  }
  try {
    return work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file: string): boolean {
  try {
    const descriptor = openSync(file, 'wx', 0o600)
    writeSync(descriptor, String(pid))
    closeSync(descriptor)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Only one of those who see a stale lock may break it; otherwise the second would break the first one's fresh lock. */
function breakStale(file: string): void {
  const right = `${file}.break`
  if (!take(right)) {
    if (ageOf(right) > STALE_MS) rmSync(right, { force: true })
    else pause(RETRY_MS)
    return
  }
  try {
    if (isStale(file)) rmSync(file, { force: true })
  } finally {
    rmSync(right, { force: true })
  }
}

function isStale(file: string): boolean {
  const holder = holderOf(file)
  if (holder === undefined) return ageOf(file) > NAMELESS_STALE_MS
  return !isAlive(holder) || ageOf(file) > STALE_MS
}

/** The process that holds the lock; undefined while it is being written, or once it is gone. */
function holderOf(file: string): number | undefined {
  try {
    const holder = Number.parseInt(readRegular(file).toString('utf8'), 10)
    return Number.isInteger(holder) ? holder : undefined
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function isAlive(holder: number): boolean {
  try {
    kill(holder, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

function ageOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false })
  return found ? Date.now() - found.mtimeMs : 0
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/** Whether an error is the system's error of that code, as ENOENT. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
