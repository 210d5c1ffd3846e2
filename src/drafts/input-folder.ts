import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { IpeosError, WrongUsage } from '../errors/error.ts'
import { keepFile } from '../files/incoming-file.ts'
import { type Holder, type LockOptions, lock, type Unlock } from '../files/lock.ts'
import { makeFolder } from '../files/make-folder.ts'
import type { Ours } from '../files/ours.ts'

/** What can be read only once, as from a pipe. */
export interface Input {
  /** Under which it is sent; without a folder. */
  name: string
  stream: Readable
  /** Bytes. */
  limit: number
  /** Told how to remove what is there so far, at once: for a command that is interrupted. */
  onPart(remove: () => void): void
}

/** What no draft names any more (ms old): a command was killed on its way. */
const abandoned = 24 * 3600 * 1000

/** Bytes of what is read that are held until it is whole on a disk: the first may have no room. */
const mostHeld = 16 * 1_048_576

/** How the folders begin that are made among the temporary files. */
const temporary = 'ipeos-input-'

/** Beside the folder of a copy while its command runs: it may not be named by a draft yet. */
const lockEnding = '.lock'

/**
 * Files that came by a pipe, each in a folder of its own (0700), under the name that it was given: so that they can be
 * looked at, sent, and sent again by a later command. They go with the last draft that names them.
 */
export class InputFolder {
  readonly #folder: string
  readonly #ours: Ours
  readonly #terms: LockOptions
  /** What ends the claim to each copy of this command, by its path. */
  readonly #own = new Map<string, Unlock>()

  constructor(folder: string, ours: Ours, holder: Holder) {
    this.#folder = folder
    this.#ours = ours
    this.#terms = { holder, longest: abandoned }
  }

  /**
   * Reads all of it; gives the path of the copy. Where nothing can be kept, as on a full disk, it lies among the temporary
   * files, and lives as long as this command. Rejects with `WrongUsage` where it is larger than the limit, with `Failed`
   * where there is no room for it anywhere.
   */
  async keep({ name, stream, limit, onPart }: Input): Promise<string> {
    const input = replayable(bounded(stream, name, limit))
    try {
      const folder = await this.#place()
      const unlock = await this.#claim(folder)
      const path = await keepIn(folder, name, input.read(), onPart).catch(async (error) => {
        await unlock()
        if (!isNoRoom(error) || !input.isWhole()) throw error
        return keepIn(await mkdtemp(join(tmpdir(), temporary)), name, input.read(), onPart)
      })
      this.#own.set(path, unlock)
      return path
    } catch (error) {
      stream.destroy()
      throw isNoRoom(error) ? error.withHint({ key: 'settings.file-trouble.hint' }) : error
    }
  }

  /** True for a copy that lies here. */
  holds(path: string): boolean {
    const folder = dirname(path)
    const isTemporary = dirname(folder) === tmpdir() && basename(folder).startsWith(temporary)
    return isTemporary || dirname(folder) === this.#folder
  }

  /** False, and told, for a copy that others may have written, or put in the place of ours. */
  async obeys(path: string): Promise<boolean> {
    if (!this.holds(path)) return true
    const folder = dirname(path)
    const ours = dirname(folder) === this.#folder ? [this.#folder, folder, path] : [folder, path]
    for (const one of ours) if (!(await this.#ours.obeys(one))) return false
    return true
  }

  /** Where others may write in our folder, it lies among the temporary files. */
  async #place(): Promise<string> {
    return (await this.#ours.obeys(this.#folder))
      ? join(this.#folder, randomUUID())
      : mkdtemp(join(tmpdir(), temporary))
  }

  /** Where it cannot be claimed it cannot be kept either, which is told then. */
  async #claim(folder: string): Promise<Unlock> {
    const unclaimed = async () => undefined
    if (dirname(folder) !== this.#folder) return unclaimed
    try {
      await makeFolder(this.#folder, 0o700)
      return (await lock(`${folder}${lockEnding}`, this.#terms)) ?? unclaimed
    } catch {
      return unclaimed
    }
  }

  /** Of what this command itself read, at its end: what it says may go another way yet. */
  async remove(path: string): Promise<void> {
    if (!this.#own.has(path)) await removeCopy(path)
  }

  /**
   * At the end of a command: of what it read, only what a draft names stays; and of what others read that were killed
   * before their end.
   */
  async sweep(named: () => Promise<ReadonlySet<string>>): Promise<void> {
    if (this.#own.size > 0) await this.#sweepOwn(await named())
    await this.#sweepLeft(named)
  }

  async #sweepOwn(used: ReadonlySet<string>): Promise<void> {
    for (const [path, unlock] of this.#own) {
      if (!used.has(path)) await removeCopy(path)
      await unlock()
    }
    this.#own.clear()
    const kept = foldersOf(used)
    for (const entry of await readdir(this.#folder).catch(() => [])) {
      const folder = join(this.#folder, entry)
      const isOld = async () => Date.now() - (await stat(folder)).mtimeMs > abandoned
      if (!kept.has(folder) && (await isOld().catch(() => false))) await rm(folder, { recursive: true, force: true })
    }
  }

  /** What nobody holds any more. Where it cannot be known what drafts name, all of it stays. */
  async #sweepLeft(named: () => Promise<ReadonlySet<string>>): Promise<void> {
    const entries = await readdir(this.#folder).catch(() => [])
    for (const entry of entries.filter((one) => one.endsWith(lockEnding))) {
      const path = join(this.#folder, entry)
      const unlock = await lock(path, this.#terms).catch(() => undefined)
      if (!unlock) continue
      // Looked up once it is ours: until then another command may have given it to a draft.
      const used = await named().catch(() => undefined)
      // The claim stays, and is nobody's once this command has ended: a later one looks again.
      if (!used) return
      const folder = path.slice(0, -lockEnding.length)
      if (!foldersOf(used).has(folder)) await rm(folder, { recursive: true, force: true }).catch(() => undefined)
      await unlock().catch(() => undefined)
    }
  }
}

async function removeCopy(path: string): Promise<void> {
  await rm(dirname(path), { recursive: true, force: true })
}

function foldersOf(paths: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...paths].map((path) => dirname(path)))
}

/** Copies it into a folder that is made for it, and goes with it where it cannot be copied. */
async function keepIn(
  folder: string,
  name: string,
  pieces: AsyncIterable<Uint8Array>,
  onPart: Input['onPart'],
): Promise<string> {
  const onProgress = (): void => undefined
  const remove = (): void => {
    for (const path of [folder, `${folder}${lockEnding}`]) rmSync(path, { recursive: true, force: true })
  }
  try {
    const keeping = { replace: false, isPrivate: true, onProgress, onPart: () => onPart(remove) }
    await keepFile(folder, { name, stream: Readable.from(pieces) }, keeping)
    return join(folder, name)
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
}

function isNoRoom(error: unknown): error is IpeosError {
  return error instanceof IpeosError && (error.code === 'cannot-write-file' || error.code === 'not-a-folder')
}

/** What comes once, to be read from its start a second time as long as no more than `mostHeld` of it came. */
function replayable(source: AsyncGenerator<Uint8Array>) {
  const held: Array<Uint8Array | undefined> = []
  let size = 0
  let pulling: Promise<boolean> | undefined
  const take = async (): Promise<boolean> => {
    const next = await source.next()
    if (next.done) return false
    held.push(next.value)
    size += next.value.length
    return true
  }
  // One at a time: a reader that gave up may still wait for a piece, which is the other's too.
  const pull = (): Promise<boolean> => {
    pulling ??= take().finally(() => {
      pulling = undefined
    })
    return pulling
  }
  return {
    isWhole: () => size <= mostHeld,
    async *read(): AsyncGenerator<Uint8Array> {
      for (let place = 0; ; place++) {
        while (place >= held.length) if (!(await pull())) return
        const piece = held[place]
        if (size > mostHeld) held.fill(undefined, 0, place + 1)
        if (piece) yield piece
      }
    },
  }
}

async function* bounded(stream: Readable, name: string, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limit) throw new WrongUsage('input-too-big', { name, limit: Math.floor(limit / 1_048_576) })
    yield chunk
  }
}
