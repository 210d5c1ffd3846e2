import { lstat, stat } from 'node:fs/promises'
import { Failed } from '../errors/error.ts'
import { hasCode } from './has-code.ts'
import { makeFolder } from './make-folder.ts'
import { cannotWrite } from './private-file.ts'

/** What is obeyed of that which lies in our folders: what is ours, and nobody else may write. */
export class Ours {
  readonly #user: number | undefined
  readonly #onOther: (why: Failed) => void
  readonly #told = new Set<string>()

  /** `user`: our number; undefined on Windows, where a person's profile folder is private. `onOther`: told of each once. */
  constructor(user?: number, onOther: (why: Failed) => void = () => undefined) {
    this.#user = user
    this.#onOther = onOther
  }

  /** False, and told, where others may have written this file, or may write in this folder; true where nothing is there. */
  async obeys(path: string): Promise<boolean> {
    const why = await this.#whyNot(path)
    if (why && !this.#told.has(path)) this.#onOther(why)
    if (why) this.#told.add(path)
    return why === undefined
  }

  /** Makes a folder (0700) to keep things in. Rejects with `Failed` where it cannot be, or is not to be obeyed. */
  async makeFolder(path: string): Promise<void> {
    await makeFolder(path, 0o700).catch(cannotWrite(path))
    const why = await this.#whyNot(path)
    if (!why) return
    // Whoever catches it tells why.
    this.#told.add(path)
    throw why
  }

  async #whyNot(path: string): Promise<Failed | undefined> {
    const user = this.#user
    if (user === undefined) return undefined
    try {
      const entry = await lstat(path)
      const found = entry.isSymbolicLink() ? await stat(path) : entry
      if (entry.uid !== user || found.uid !== user) return new Failed('not-ours', { path, user: String(user) })
      return (found.mode & 0o022) === 0 ? undefined : new Failed('open-to-others', { path })
    } catch (error) {
      if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR') || hasCode(error, 'EACCES')) return undefined
      throw error
    }
  }
}
