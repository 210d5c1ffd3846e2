import { randomUUID } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type ErrorCode, Failed, NotFound, WrongUsage } from '../errors/error.ts'
import { hasCode } from '../files/has-code.ts'
import { isNowhere } from '../files/home.ts'
import { type Holder, isLocked, lock, lockInTurn } from '../files/lock.ts'
import { Ours } from '../files/ours.ts'
import { cannotRead, cannotWrite, writePrivately } from '../files/private-file.ts'
import { shortId } from './describe.ts'
import type { Draft } from './draft.ts'
import type { DraftList, Drafts, KnownDraft, NewDraft, OpenDraft } from './drafts.ts'
import { versionOf } from './form/draft-version.ts'
import type { InputFolder } from './input-folder.ts'
import { readDraft } from './read-draft.ts'

export interface DraftFolderOptions {
  folder: string
  now(): Date
  holder: Holder
  /** Told why, when a draft cannot be kept. */
  onUnkept?(why: Failed): void
  /** Where files of drafts may lie that are of no use to anybody else. */
  input?: Pick<InputFolder, 'holds' | 'remove'>
  /** What is obeyed of what lies there; all of it by default. */
  ours?: Ours
}

/** What a killed process left half-written (ms old) is no use to anybody. */
const abandoned = 24 * 3600 * 1000

/** After a restart of the machine another program may bear the number: a claim this old (ms) is nobody's. */
export const longestClaim = 24 * 3600 * 1000

/** For how long one waits for the others (ms): each may itself be waiting for a platform that is slow. */
const longestTurn = 5 * 60_000

/** The drafts of a folder (0700), which comes into being with the first of them. */
export class DraftFolder implements Drafts {
  readonly #folder: string
  readonly #now: () => Date
  readonly #onUnkept: (why: Failed) => void
  readonly #input: DraftFolderOptions['input']
  readonly #ours: Ours
  readonly #terms: { holder: Holder; longest: number }
  /** By the name of the file. */
  readonly #known = new Map<string, KnownDraft>()
  /** The names of the files that this command is at. */
  readonly #held = new Set<string>()

  constructor({ folder, now, holder, onUnkept = () => undefined, input, ours = new Ours() }: DraftFolderOptions) {
    this.#folder = folder
    this.#now = now
    this.#onUnkept = onUnkept
    this.#input = input
    this.#ours = ours
    this.#terms = { holder, longest: longestClaim }
  }

  async list(): Promise<DraftList> {
    const drafts: Draft[] = []
    const broken: string[] = []
    let leftAside = (await namesAside(this.#folder, this.#ours)).filter(isDraftName).length
    for (const name of await namesIn(this.#folder, this.#ours)) {
      const path = join(this.#folder, name)
      if (name.endsWith('.tmp')) await sweep(path)
      if (!isDraftName(name)) continue
      const isOurs = await this.#ours.obeys(path)
      if (!isOurs) leftAside += 1
      const read = isOurs ? await readDraft(path) : undefined
      if (read && 'draft' in read) drafts.push(read.draft)
      if (read && 'movedTo' in read) broken.push(read.movedTo)
    }
    return { drafts: drafts.sort(lastChangedFirst), broken, leftAside }
  }

  async others(where: (known: KnownDraft) => boolean): Promise<Draft[]> {
    const found: Draft[] = []
    for (const name of await namesIn(this.#folder, this.#ours)) {
      if (!isDraftName(name) || this.#held.has(name)) continue
      const known = this.#known.get(name)
      if (known && !where(known)) continue
      const path = join(this.#folder, name)
      const read = (await this.#ours.obeys(path)) ? await readDraft(path) : undefined
      if (!read || !('draft' in read)) continue
      this.#know(read.draft)
      if (where(read.draft)) found.push(read.draft)
    }
    return found.sort(lastChangedFirst)
  }

  #know(draft: KnownDraft & Pick<Draft, 'id'>): void {
    const { owner, keyMark, given } = draft
    this.#known.set(nameOf(draft), { owner, keyMark, given })
  }

  async find(start: string): Promise<Draft> {
    const { drafts } = await this.list()
    const found = drafts.filter(({ id }) => id.startsWith(start.toLowerCase()))
    const [draft] = found
    if (!draft || start === '') throw new NotFound('draft-not-found', { id: start })
    if (found.length > 1) throw new WrongUsage('draft-ambiguous', { id: start })
    return draft
  }

  async begin<Kind extends Draft>(content: NewDraft<Kind>): Promise<OpenDraft<Kind>> {
    const moment = this.#now().toISOString()
    const head = { version: versionOf(content), id: randomUUID(), created: moment, changed: moment }
    const draft = { ...content, ...head } as unknown as Kind
    try {
      await this.#ours.makeFolder(this.#folder)
      const release = await this.#claimed(draft)
      await writtenOrReleased(() => this.#write(draft), release)
      return this.#opened(draft, release)
    } catch (error) {
      this.#onUnkept(nothingKept(error))
      return this.#opened({ ...draft, unkept: true }, async () => undefined)
    }
  }

  async takeUp<Kind extends Draft>(draft: Kind): Promise<OpenDraft<Kind>> {
    const release = await this.#claimed(draft)
    // It may have changed, or gone, between the look at the list and the claim.
    const read = await readDraft(this.#pathOf(draft))
    if (read && 'draft' in read) return this.#opened(read.draft as Kind, release)
    await release()
    throw new NotFound('draft-not-found', { id: shortId(draft) })
  }

  async delete(draft: Draft): Promise<void> {
    const release = await this.#claimed(draft)
    await rm(this.#pathOf(draft), { force: true })
    await this.#forgetInput(draft)
    await release()
  }

  /** The paths of the files that drafts name. */
  async namedFiles(): Promise<ReadonlySet<string>> {
    return new Set((await this.list()).drafts.flatMap(({ files }) => files.map(({ path }) => path)))
  }

  /** What came by a pipe goes with the last draft that names it. */
  async #forgetInput({ files }: Draft): Promise<void> {
    const input = this.#input
    const paths = files.map(({ path }) => path).filter((path) => input?.holds(path))
    const used = paths.length > 0 ? await this.namedFiles() : new Set()
    for (const path of paths) if (!used.has(path)) await input?.remove(path)
  }

  async alone<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const release = await this.#turn(name)
    if (!release) throw new Failed('no-turn')
    try {
      return await work()
    } finally {
      await release()
    }
  }

  async #turn(name: string): Promise<(() => Promise<void>) | undefined> {
    const path = this.#lockPath(name)
    try {
      await this.#ours.makeFolder(this.#folder)
      return await lockInTurn(path, this.#terms, longestTurn).catch(cannotWrite(path))
    } catch (error) {
      nothingKept(error)
      return async () => undefined
    }
  }

  inUse(draft: Draft): Promise<boolean> {
    return isLocked(this.#lockPath(draft.id), this.#terms)
  }

  #pathOf({ id }: Draft): string {
    return join(this.#folder, nameOf({ id }))
  }

  #lockPath(name: string): string {
    return join(this.#folder, `${name}.lock`)
  }

  async #write(draft: Draft): Promise<void> {
    await writePrivately(this.#pathOf(draft), `${JSON.stringify(draft, undefined, 2)}\n`)
    this.#know(draft)
  }

  async #claimed(draft: Draft): Promise<() => Promise<void>> {
    const path = this.#lockPath(draft.id)
    const release = await lock(path, this.#terms).catch(cannotWrite(path))
    if (!release) throw new Failed('draft-in-use', { id: shortId(draft) })
    const name = nameOf(draft)
    this.#held.add(name)
    return async () => {
      this.#held.delete(name)
      await release()
    }
  }

  #opened<Kind extends Draft>(first: Kind, release: () => Promise<void>): OpenDraft<Kind> {
    let draft = first
    let isKept = !first.unkept
    return {
      get draft() {
        return draft
      },
      get isKept() {
        return isKept
      },
      change: async (fields) => {
        draft = { ...draft, ...fields, changed: this.#now().toISOString() }
        draft = { ...draft, version: versionOf(draft) }
        isKept = false
        if (!draft.unkept) await this.#write(draft)
        isKept = !draft.unkept
      },
      become: async <Other extends Draft>(content: NewDraft<Other>) => {
        const { id, created, unkept } = draft
        const changed = this.#now().toISOString()
        const other = {
          ...content,
          version: versionOf(content),
          id,
          created,
          changed,
          ...(unkept && { unkept }),
        } as unknown as Other
        if (!unkept) await this.#write(other)
        return this.#opened(other, release)
      },
      remove: async () => {
        if (!draft.unkept) await rm(this.#pathOf(draft), { force: true })
        await this.#forgetInput(draft)
        await release()
      },
      release,
    }
  }
}

function nameOf({ id }: Pick<Draft, 'id'>): string {
  return `${id}.json`
}

const isDraftName = (name: string): boolean => /^[\w-]+\.json$/.test(name)

function lastChangedFirst(a: Draft, b: Draft): number {
  return Date.parse(b.changed) - Date.parse(a.changed)
}

const nowhereToKeep: ErrorCode[] = ['no-home', 'cannot-write-settings', 'not-ours', 'open-to-others']

/**
 * The error, where it says that nothing can be kept here: no home, a full disk, a folder that is read only, or that others
 * may write in. Throws others.
 */
export function nothingKept(error: unknown): Failed {
  if (error instanceof Failed && nowhereToKeep.includes(error.code)) return error
  throw error
}

/** The first writing of what is claimed. Where it fails, as on a full disk, the claim goes: on nothing it would stay for good. */
export async function writtenOrReleased(write: () => Promise<void>, release: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    await release()
    throw error
  }
}

/** Nothing where the folder is not there yet, or others may write in it. Rejects with `Failed` when it cannot be read. */
export async function namesIn(folder: string, ours: Ours): Promise<string[]> {
  try {
    return (await ours.obeys(folder)) ? await readdir(folder) : []
  } catch (error) {
    if (hasCode(error, 'ENOENT') || isNowhere(folder)) return []
    throw cannotRead(folder, error)
  }
}

/** What lies in a folder that others may write in; nothing where it is ours alone. */
export async function namesAside(folder: string, ours: Ours): Promise<string[]> {
  return (await ours.obeys(folder)) ? [] : readdir(folder).catch(() => [])
}

async function sweep(path: string): Promise<void> {
  try {
    if (Date.now() - (await stat(path)).mtimeMs > abandoned) await rm(path, { force: true })
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
}
