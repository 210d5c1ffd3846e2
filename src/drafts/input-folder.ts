import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { WrongUsage } from '../errors/error.ts'
import { keepFile } from '../files/incoming-file.ts'
import { makeFolder } from '../files/make-folder.ts'

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

/**
 * Files that came by a pipe, each in a folder of its own (0700), under the name that it was given: so that they can be
 * looked at, sent, and sent again by a later command. They go with the last draft that names them.
 */
export class InputFolder {
  readonly #folder: string
  readonly #own = new Set<string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Reads all of it; gives the path of the copy. Rejects with `WrongUsage` where it is larger than the limit. */
  async keep({ name, stream, limit, onPart }: Input): Promise<string> {
    const folder = join(await this.#base(), randomUUID())
    const content = { name, stream: Readable.from(bounded(stream, name, limit)) }
    const nothing = (): void => undefined
    try {
      const remove = () => rmSync(folder, { recursive: true, force: true })
      const keeping = { replace: false, isPrivate: true, onProgress: nothing, onPart: () => onPart(remove) }
      await keepFile(folder, content, keeping)
    } catch (error) {
      stream.destroy()
      await rm(folder, { recursive: true, force: true })
      throw error
    }
    const path = join(folder, name)
    this.#own.add(path)
    return path
  }

  /** True for a copy that lies here. */
  holds(path: string): boolean {
    return dirname(dirname(path)) === this.#folder
  }

  async remove(path: string): Promise<void> {
    await rm(dirname(path), { recursive: true, force: true })
  }

  /** At the end of a command: of what it read, only what a draft names stays. */
  async sweep(named: () => Promise<ReadonlySet<string>>): Promise<void> {
    if (this.#own.size === 0) return
    const used = await named()
    for (const path of this.#own) if (!used.has(path)) await this.remove(path)
    const kept = new Set([...used].map((path) => dirname(path)))
    for (const entry of await readdir(this.#folder).catch(() => [])) {
      const folder = join(this.#folder, entry)
      const isOld = async () => Date.now() - (await stat(folder)).mtimeMs > abandoned
      if (!kept.has(folder) && (await isOld().catch(() => false))) await rm(folder, { recursive: true, force: true })
    }
  }

  /** Where nothing can be kept, it lives as long as this command. */
  #base(): Promise<string> {
    return makeFolder(this.#folder, 0o700).then(
      () => this.#folder,
      () => mkdtemp(join(tmpdir(), 'ipeos-')),
    )
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
