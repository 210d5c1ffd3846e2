import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, rmSync } from 'node:fs'
import { constants, lstat, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { Failed, IpeosError, WrongUsage } from '../errors/error.ts'
import { type Holder, lockInTurn } from './lock.ts'
import { makeFolder } from './make-folder.ts'

/** A file that comes from the platform, to be kept in a folder of the person. */
export interface IncomingContent {
  /** Without a folder; made harmless by the caller. */
  name: string
  stream: Readable
  /** What its bytes must amount to, in hexadecimal, where it is known. */
  sha1?: string | undefined
}

export interface Keeping {
  /** Overwrites a file of that name; otherwise this one gets another name, «name (2)». */
  replace: boolean
  /** For its owner alone: the file, and the folders that are made for it. */
  isPrivate?: boolean
  /** Told the bytes that came so far. */
  onProgress(bytes: number): void
  /** Told how to remove what is there so far, at once: for a command that is interrupted. */
  onPart(remove: () => void): void
}

/** Nothing is followed and nothing is opened that was there before; Windows has no links of that kind. */
const newFile = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0)

/**
 * Keeps a file in a folder, which is made where it lacks; gives its name there. It appears under its name only once it
 * is whole, and its sum is right. Rejects with `WrongUsage` when the folder is a file, with `Failed` when it cannot be
 * written or arrives damaged, and with what the stream fails with; nothing of it stays then.
 */
export async function keepFile(folder: string, content: IncomingContent, keeping: Keeping): Promise<string> {
  const { name, stream } = content
  if (name === '' || name === '.' || name === '..' || basename(name) !== name)
    throw new TypeError(`not a name: ${name}`)
  const part = join(folder, `.${randomBytes(6).toString('hex')}.part`)
  try {
    await makeFolder(folder, keeping.isPrivate ? 0o700 : 0o777).catch(refuseFile(folder))
    keeping.onPart(() => rmSync(part, { force: true }))
    await write(part, content, keeping)
    return await place(part, folder, name, keeping.replace)
  } catch (error) {
    stream.destroy()
    await rm(part, { force: true }).catch(() => undefined)
    throw error instanceof IpeosError ? error : cannotWrite(join(folder, name), error)
  }
}

/** The name under which these very bytes are in the folder already; undefined where they are not, or cannot be compared. */
export async function keptAlready(
  folder: string,
  { name, sha1 }: Pick<IncomingContent, 'name' | 'sha1'>,
): Promise<string | undefined> {
  for (let count = 1; sha1 && count <= mostNumbered; count++) {
    const candidate = count === 1 ? name : numbered(name, count)
    const found = await lstat(join(folder, candidate)).catch(() => undefined)
    if (!found) return undefined
    const isSame =
      found.isFile() && (await sumOf(join(folder, candidate)).catch(() => undefined)) === sha1.toLowerCase()
    if (isSame) return candidate
  }
  return undefined
}

/** As many of one name are looked at. */
const mostNumbered = 100

async function sumOf(path: string): Promise<string> {
  const hash = createHash('sha1')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** For how long (ms) one waits for others, whose work on the same file takes milliseconds, and when they are dead. */
const longestTurn = 60_000

/**
 * Runs `work` while no other `ipeos` runs its own on this file; its folder, for its owner alone, is made where it lacks.
 * Rejects as `keepFile` does, and with `Failed` when it never becomes free.
 */
export async function inTurn(path: string, work: () => Promise<void>, holder?: Holder): Promise<void> {
  const folder = dirname(path)
  await makeFolder(folder, 0o700).catch(refuseFile(folder)).catch(tell(path))
  const unlock = await lockInTurn(`${path}.lock`, { holder, longest: longestTurn }, longestTurn).catch(tell(path))
  if (!unlock) throw new Failed('settings-locked', { path })
  try {
    await work()
  } finally {
    await unlock()
  }
}

function tell(path: string) {
  return (error: unknown): never => {
    throw error instanceof IpeosError ? error : cannotWrite(path, error)
  }
}

/** Where a folder is meant, there is a file, or above it. */
function refuseFile(folder: string) {
  return (cause: NodeJS.ErrnoException): never => {
    if (cause.code !== 'EEXIST' && cause.code !== 'ENOTDIR') throw cause
    throw new WrongUsage('not-a-folder', { path: folder }, { cause })
  }
}

async function write(
  part: string,
  { name, stream, sha1 }: IncomingContent,
  { onProgress, isPrivate }: Keeping,
): Promise<void> {
  const hash = createHash('sha1')
  let size = 0
  const file = await open(part, newFile, isPrivate ? 0o600 : 0o666)
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      await file.writeFile(chunk)
      hash.update(chunk)
      size += chunk.length
      onProgress(size)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  if (sha1 && hash.digest('hex') !== sha1) {
    throw new Failed('damaged-file', { name })
  }
}

/** Gives the whole file its name, or the first free one after it. */
async function place(part: string, folder: string, name: string, replace: boolean): Promise<string> {
  if (replace) {
    await rename(part, join(folder, name))
    return name
  }
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : numbered(name, count)
    if (!(await reserve(join(folder, candidate)))) continue
    await rename(part, join(folder, candidate))
    return candidate
  }
}

/** Takes a name that is free, in one step, so that another process cannot take it between a look and a write. */
async function reserve(path: string): Promise<boolean> {
  try {
    await (await open(path, newFile, 0o666)).close()
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ELOOP') return false
    throw error
  }
}

/** «écran (2).png». */
function numbered(name: string, count: number): string {
  const extension = extname(name)
  return `${name.slice(0, name.length - extension.length)} (${count})${extension}`
}

function cannotWrite(path: string, cause: unknown): Failed {
  const reason = codeOf(cause) || String(cause)
  return new Failed('cannot-write-file', { path, reason }, { cause })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
