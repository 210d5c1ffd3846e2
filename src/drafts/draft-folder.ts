import { randomUUID } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Failed, NotFound, WrongUsage } from '../errors.ts'
import { isNowhere } from '../files/home.ts'
import { makeFolder } from '../files/make-folder.ts'
import { parseJson } from '../files/parse-json.ts'
import { cannotWrite, isNewer, readText, setAside, writePrivately } from '../files/private-file.ts'
import { type Claimant, claim, claimInTurn, isClaimed, writtenOrReleased } from './claim.ts'
import { shortId } from './describe.ts'
import type { Draft } from './draft.ts'
import type { DraftList, Drafts, OpenDraft } from './drafts.ts'

export interface DraftFolderOptions {
  folder: string
  now(): Date
  claimant: Claimant
}

/** What a killed process left half-written (ms old) is no use to anybody. */
const abandoned = 24 * 3600 * 1000

/** The drafts of a folder (0700), which comes into being with the first of them. */
export function draftFolder({ folder, now, claimant }: DraftFolderOptions): Drafts {
  const pathOf = ({ id }: Draft): string => join(folder, `${id}.json`)
  const write = (draft: Draft): Promise<void> =>
    writePrivately(pathOf(draft), `${JSON.stringify(draft, undefined, 2)}\n`)

  async function list(): Promise<DraftList> {
    const drafts: Draft[] = []
    const broken: string[] = []
    for (const name of await namesIn(folder)) {
      if (name.endsWith('.tmp')) await sweep(join(folder, name))
      if (!/^[\w-]+\.json$/.test(name)) continue
      const read = await readDraft(join(folder, name))
      if (read && 'draft' in read) drafts.push(read.draft)
      if (read && 'aside' in read) broken.push(read.aside)
    }
    return { drafts: drafts.sort((a, b) => Date.parse(b.changed) - Date.parse(a.changed)), broken }
  }

  async function claimed(draft: Draft): Promise<() => Promise<void>> {
    const release = await claim(folder, draft.id, claimant)
    if (!release) throw new Failed('draft.in-use', { id: shortId(draft) }, { hint: { key: 'draft.in-use-hint' } })
    return release
  }

  function opened<Kind extends Draft>(first: Kind, release: () => Promise<void>): OpenDraft<Kind> {
    let draft = first
    return {
      get draft() {
        return draft
      },
      async change(fields) {
        draft = { ...draft, ...fields, changed: now().toISOString() }
        await write(draft)
      },
      async remove() {
        await rm(pathOf(draft), { force: true })
        await release()
      },
      release,
    }
  }

  return {
    list,
    async find(start) {
      const { drafts } = await list()
      const found = drafts.filter(({ id }) => id.startsWith(start.toLowerCase()))
      const [draft] = found
      if (!draft || start === '')
        throw new NotFound('draft.not-found', { id: start }, { hint: { key: 'draft.see-list' } })
      if (found.length > 1) throw new WrongUsage('draft.ambiguous', { id: start }, { hint: { key: 'draft.see-list' } })
      return draft
    },
    async begin(content) {
      const moment = now().toISOString()
      const draft = { ...content, version: 1, id: randomUUID(), created: moment, changed: moment } as unknown as Draft
      await makeFolder(folder, 0o700).catch(cannotWrite(folder))
      const release = await claimed(draft)
      await writtenOrReleased(() => write(draft), release)
      return opened(draft, release) as never
    },
    async takeUp(draft) {
      const release = await claimed(draft)
      // It may have changed, or gone, between the look at the list and the claim.
      const read = await readDraft(pathOf(draft))
      if (read && 'draft' in read) return opened(read.draft as typeof draft, release)
      await release()
      throw new NotFound('draft.not-found', { id: shortId(draft) }, { hint: { key: 'draft.see-list' } })
    },
    async delete(draft) {
      const release = await claimed(draft)
      await rm(pathOf(draft), { force: true })
      await release()
    },
    async alone(name, work) {
      await makeFolder(folder, 0o700).catch(cannotWrite(folder))
      const release = await claimInTurn(folder, name, claimant)
      try {
        return await work()
      } finally {
        await release()
      }
    },
    inUse: (draft) => isClaimed(folder, draft.id, claimant),
  }
}

/** Nothing where the folder is not there yet. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error) || isNowhere(folder)) return []
    throw error
  }
}

async function sweep(path: string): Promise<void> {
  try {
    if (Date.now() - (await stat(path)).mtimeMs > abandoned) await rm(path, { force: true })
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/** A draft; where one that cannot be understood was put; undefined when it is gone, or of a newer ipeos. */
async function readDraft(path: string): Promise<{ draft: Draft } | { aside: string } | undefined> {
  const text = await readText(path)
  if (text === undefined) return undefined
  const value = parseJson(text)
  const { draftSchema } = await import('./draft.ts')
  const read = draftSchema.safeParse(value)
  if (read.success) return { draft: read.data }
  if (isNewer(value)) return undefined
  const aside = await setAside(path, text)
  return aside === undefined ? readDraft(path) : { aside }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
