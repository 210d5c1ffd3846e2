import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type * as z from 'zod/mini'
import { Failed } from '../errors/error.ts'
import { lock } from '../files/lock.ts'
import { makeFolder } from '../files/make-folder.ts'
import { parseJson } from '../files/parse-json.ts'
import { cannotWrite, readText, setAside, writePrivately } from '../files/private-file.ts'
import type { Translate } from '../i18n/translate.ts'
import { type DraftFolderOptions, longestClaim, namesIn, writtenOrReleased } from './draft-folder.ts'
import { finishedImports } from './finished-imports.ts'
import { type ImportPlan, type ImportState, importPlan, importState } from './import-plan.ts'
import type { Imports, KeptImport, OpenImport } from './imports.ts'

const nothingYet: ImportState = { version: 1, tickets: {}, refused: {} }
const planEnding = '.plan.json'

/** The imports of a folder (0700), which comes into being with the first of them. */
export function importFolder({ folder, now, holder }: DraftFolderOptions): Imports {
  const planPath = (id: string): string => join(folder, `${id}${planEnding}`)
  const statePath = (id: string): string => join(folder, `${id}.json`)
  const finished = finishedImports(join(folder, 'finished.json'), now, holder)

  async function opened({ plan, state: first }: KeptImport): Promise<OpenImport> {
    const release = await lock(join(folder, `${plan.id}.lock`), { holder, longest: longestClaim })
    if (!release) throw new Failed('import-in-use', { id: shortImportId(plan) })
    let state = first
    const remove = async (): Promise<void> => {
      // The plan first: without it the rest is nothing.
      await rm(planPath(plan.id), { force: true })
      await rm(statePath(plan.id), { force: true })
      await release()
    }
    return {
      plan,
      get state() {
        return state
      },
      async change(fields) {
        state = { ...state, ...fields }
        await writePrivately(statePath(plan.id), `${JSON.stringify(state)}\n`)
      },
      async finish() {
        const numbers = Object.values(state.tickets)
        await finished.note({
          ...{ owner: plan.owner, digest: plan.digest },
          ...{ count: numbers.length, first: numbers.reduce((least, one) => Math.min(least, one)) },
        })
        await remove()
      },
      remove,
      release,
    }
  }

  return {
    finished,
    async list() {
      const imports: KeptImport[] = []
      const broken: string[] = []
      for (const name of await namesIn(folder)) {
        if (!name.endsWith(planEnding)) continue
        const id = name.slice(0, -planEnding.length)
        const plan = await read(planPath(id), importPlan)
        const state = (await read(statePath(id), importState)) ?? nothingYet
        if (plan && 'aside' in plan) broken.push(plan.aside)
        else if (plan && 'aside' in state) broken.push(state.aside, await asideToo(planPath(id)))
        else if (plan && !('aside' in state)) imports.push({ plan, state })
      }
      return { imports: imports.sort((a, b) => Date.parse(b.plan.created) - Date.parse(a.plan.created)), broken }
    },
    async begin(content) {
      const plan: ImportPlan = { ...content, version: 1, id: randomUUID(), created: now().toISOString() }
      await makeFolder(folder, 0o700).catch(cannotWrite(folder))
      const open = await opened({ plan, state: nothingYet })
      await writtenOrReleased(() => writePrivately(planPath(plan.id), `${JSON.stringify(plan)}\n`), open.release)
      return open
    },
    async takeUp({ plan }) {
      const open = await opened({ plan, state: nothingYet })
      // It may have gone on between the look at the list and the claim.
      const state = await read(statePath(plan.id), importState)
      if (state && 'aside' in state) {
        await asideToo(planPath(plan.id))
        await open.release()
        throw new Failed('import-broken', { path: state.aside })
      }
      if (state) await open.change(state)
      return open
    },
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
): Promise<z.output<Schema> | { aside: string } | undefined> {
  const text = await readText(path)
  if (text === undefined) return undefined
  const result = schema.safeParse(parseJson(text))
  if (result.success) return result.data
  return { aside: (await setAside(path, text)) ?? path }
}

/** A plan of which nobody knows any more how far it got must not begin again from the start. */
async function asideToo(path: string): Promise<string> {
  return (await setAside(path, (await readText(path)) ?? '')) ?? path
}
