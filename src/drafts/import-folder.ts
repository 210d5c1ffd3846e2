import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type * as z from 'zod/mini'
import { Failed } from '../errors/error.ts'
import { type Holder, lock } from '../files/lock.ts'
import { makeFolder } from '../files/make-folder.ts'
import { parseJson } from '../files/parse-json.ts'
import { cannotWrite, readText, setAside, writePrivately } from '../files/private-file.ts'
import type { Translate } from '../i18n/translate.ts'
import { type DraftFolderOptions, longestClaim, namesIn, writtenOrReleased } from './draft-folder.ts'
import { type FinishedImports, finishedImports } from './finished-imports.ts'
import { type ImportPlan, type ImportState, importPlan, importState } from './import-plan.ts'
import type { Imports, KeptImport, NewPlan, OpenImport } from './imports.ts'

const nothingYet: ImportState = { version: 1, tickets: {}, refused: {} }
const planEnding = '.plan.json'

/** The imports of a folder (0700), which comes into being with the first of them. */
export class ImportFolder implements Imports {
  readonly finished: FinishedImports
  readonly #folder: string
  readonly #now: () => Date
  readonly #holder: Holder

  constructor({ folder, now, holder }: DraftFolderOptions) {
    this.#folder = folder
    this.#now = now
    this.#holder = holder
    this.finished = finishedImports(join(folder, 'finished.json'), now, holder)
  }

  async list(): Promise<{ imports: KeptImport[]; broken: string[] }> {
    const imports: KeptImport[] = []
    const broken: string[] = []
    for (const name of await namesIn(this.#folder)) {
      if (!name.endsWith(planEnding)) continue
      const id = name.slice(0, -planEnding.length)
      const plan = await read(this.#planPath(id), importPlan)
      const state = (await read(this.#statePath(id), importState)) ?? nothingYet
      if (plan && 'movedTo' in plan) broken.push(plan.movedTo)
      else if (plan && 'movedTo' in state) broken.push(state.movedTo, await asideToo(this.#planPath(id)))
      else if (plan && !('movedTo' in state)) imports.push({ plan, state })
    }
    return { imports: imports.sort((a, b) => Date.parse(b.plan.created) - Date.parse(a.plan.created)), broken }
  }

  async begin(content: NewPlan): Promise<OpenImport> {
    const plan: ImportPlan = { ...content, version: 1, id: randomUUID(), created: this.#now().toISOString() }
    await makeFolder(this.#folder, 0o700).catch(cannotWrite(this.#folder))
    const open = await this.#opened({ plan, state: nothingYet })
    const write = () => writePrivately(this.#planPath(plan.id), `${JSON.stringify(plan)}\n`)
    await writtenOrReleased(write, open.release)
    return open
  }

  async takeUp({ plan }: KeptImport): Promise<OpenImport> {
    const open = await this.#opened({ plan, state: nothingYet })
    // It may have gone on between the look at the list and the claim.
    const state = await read(this.#statePath(plan.id), importState)
    if (state && 'movedTo' in state) {
      await asideToo(this.#planPath(plan.id))
      await open.release()
      throw new Failed('import-broken', { path: state.movedTo })
    }
    if (state) await open.change(state)
    return open
  }

  #planPath(id: string): string {
    return join(this.#folder, `${id}${planEnding}`)
  }

  #statePath(id: string): string {
    return join(this.#folder, `${id}.json`)
  }

  async #opened({ plan, state: first }: KeptImport): Promise<OpenImport> {
    const release = await lock(join(this.#folder, `${plan.id}.lock`), { holder: this.#holder, longest: longestClaim })
    if (!release) throw new Failed('import-in-use', { id: shortImportId(plan) })
    let state = first
    const remove = async (): Promise<void> => {
      // The plan first: without it the rest is nothing.
      await rm(this.#planPath(plan.id), { force: true })
      await rm(this.#statePath(plan.id), { force: true })
      await release()
    }
    return {
      plan,
      get state() {
        return state
      },
      change: async (fields) => {
        state = { ...state, ...fields }
        await writePrivately(this.#statePath(plan.id), `${JSON.stringify(state)}\n`)
      },
      finish: async () => {
        const numbers = Object.values(state.tickets)
        await this.finished.note({
          ...{ owner: plan.owner, digest: plan.digest },
          ...{ count: numbers.length, first: numbers.reduce((least, one) => Math.min(least, one)) },
        })
        await remove()
      },
      remove,
      release,
    }
  }
}

/** The part of the number that a person types: the first eight characters. */
export function shortImportId({ id }: Pick<ImportPlan, 'id'>): string {
  return id.slice(0, 8)
}

/** An import as people know it: its number, and where its lines came from. */
export function importName({ plan }: Pick<KeptImport, 'plan'>, t: Translate): string {
  return `${shortImportId(plan)} (${plan.source === '-' ? t('import.standard-input') : plan.source})`
}

async function read<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
): Promise<z.output<Schema> | { movedTo: string } | undefined> {
  const text = await readText(path)
  if (text === undefined) return undefined
  const result = schema.safeParse(parseJson(text))
  if (result.success) return result.data
  return { movedTo: (await setAside(path, text)) ?? path }
}

/** A plan of which nobody knows any more how far it got must not begin again from the start. */
async function asideToo(path: string): Promise<string> {
  return (await setAside(path, (await readText(path)) ?? '')) ?? path
}
