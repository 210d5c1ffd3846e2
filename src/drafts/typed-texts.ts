import { createHash } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ours } from '../files/ours.ts'
import { parseJson } from '../files/parse-json.ts'
import { cannotWrite, isNewer, readText, writePrivately } from '../files/private-file.ts'
import type { Owner } from './draft.ts'

/** Whose texts, and of which command, as part of a file’s name: `ticket-edit-15`. */
export interface TypedWhere {
  command: string
  owner: Owner
}

/** The texts of one command, as far as they were typed, by what each answers. */
export interface KeptTexts {
  readonly texts: Readonly<Record<string, string>>
  /** Keeps this text; a blank one is forgotten. Rejects with `Failed` where nothing can be kept. */
  keep(name: string, text: string): Promise<void>
  /** Forgets them all: they were sent. */
  forget(): Promise<void>
}

/** What nobody came back to for so long (ms) is forgotten. */
const longestKept = 30 * 24 * 3600 * 1000

/**
 * What is typed of commands that need no draft, in a folder (0700) that comes into being with the first of it: a file for
 * each command and account, so that each writes its own. Two windows at the same command share one, and the last writes.
 */
export class TypedTexts {
  readonly #folder: string
  readonly #now: () => Date
  readonly #ours: Ours

  constructor({ folder, now, ours }: { folder: string; now(): Date; ours: Ours }) {
    this.#folder = folder
    this.#now = now
    this.#ours = ours
  }

  /** What was typed there before, if it can be read, and how to keep more. */
  async of(where: TypedWhere): Promise<KeptTexts> {
    const path = join(this.#folder, nameOf(where))
    await this.sweep()
    let texts = await this.#read(path)
    const change = async (next: Record<string, string>): Promise<void> => {
      if (Object.keys(next).length === 0) await rm(path, { force: true }).catch(cannotWrite(path))
      else {
        await this.#ours.makeFolder(this.#folder)
        await writePrivately(path, `${JSON.stringify({ version: 1, texts: next }, undefined, 2)}\n`)
      }
      texts = next
    }
    return {
      get texts() {
        return texts
      },
      keep: async (name, text) => {
        const { [name]: before, ...others } = texts
        const kept = text.trim() === '' ? undefined : text
        if (kept !== before) await change(kept === undefined ? others : { ...others, [name]: kept })
      },
      forget: () => change({}),
    }
  }

  /** Forgets what is too old; never fails for it. */
  async sweep(): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const path = join(this.#folder, name)
      const isOld = async () => this.#now().getTime() - (await stat(path)).mtimeMs > longestKept
      if (await isOld().catch(() => false)) await rm(path, { force: true }).catch(() => undefined)
    }
  }

  /** Nothing of what others may have written, or what makes no sense: it is written anew. */
  async #read(path: string): Promise<Record<string, string>> {
    if (!(await this.#ours.obeys(this.#folder)) || !(await this.#ours.obeys(path))) return {}
    const value = parseJson((await readText(path).catch(() => undefined)) ?? '')
    if (typeof value !== 'object' || value === null || !('texts' in value) || isNewer(value)) return {}
    const entries = Object.entries(value.texts ?? {})
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  }
}

function nameOf({ command, owner: { platform, user } }: TypedWhere): string {
  const whose = createHash('sha256').update(`${platform} ${user}`).digest('hex').slice(0, 16)
  return `${command}-${whose}.json`
}
