import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type * as z from 'zod/mini'
import { Failed, NotFound } from '../../errors/error.ts'
import { type Holder, isLocked, lock } from '../../files/lock.ts'
import { Ours } from '../../files/ours.ts'
import { parseJson } from '../../files/parse-json.ts'
import { cannotWrite, readText, setAside, writePrivately } from '../../files/private-file.ts'
import type { Translate } from '../../i18n/translate.ts'
import {
  type DraftFolderOptions,
  longestClaim,
  namesAside,
  namesIn,
  nothingKept,
  writtenOrReleased,
} from '../draft-folder.ts'
import { type FinishedImports, finishedImports } from './finished-imports.ts'
import {
  type GivenImport,
  givenImport,
  type ImportPlan,
  type ImportState,
  importPlan,
  importState,
} from './import-plan.ts'
import type { Imports, KeptImport, NewPlan, OpenGiven, OpenImport } from './imports.ts'
import { type LineMemory, lineMemory } from './line-memory.ts'

const nothingYet: ImportState = { version: 1, tickets: {}, refused: {} }
const planEnding = '.plan.json'
const givenEnding = '.given.json'

function isImport(name: string): boolean {
  return name.endsWith(planEnding) || name.endsWith(givenEnding)
}

function idsOf(names: string[], ending: string): string[] {
  return names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length))
}

/** The imports of a folder (0700), which comes into being with the first of them. */
export class ImportFolder implements Imports {
  readonly finished: FinishedImports
  readonly lines: LineMemory
  readonly #folder: string
  readonly #now: () => Date
  readonly #holder: Holder
  readonly #onUnkept: (why: Failed) => void
  readonly #ours: Ours

  constructor({ folder, now, holder, onUnkept = () => undefined, ours = new Ours() }: DraftFolderOptions) {
    this.#ours = ours
    this.#onUnkept = onUnkept
    this.#folder = folder
    this.#now = now
    this.#holder = holder
    this.finished = finishedImports(join(folder, 'finished.json'), now, holder, ours)
    this.lines = lineMemory(folder, now, holder, ours)
  }

  async list(): ReturnType<Imports['list']> {
    const imports: KeptImport[] = []
    const broken: string[] = []
    const names = await namesIn(this.#folder, this.#ours)
    const begun = idsOf(names, planEnding)
    // Beside its import, a file as it was given is what a killed command had no time to take away.
    const waiting = idsOf(names, givenEnding).filter((id) => !begun.includes(id))
    const oursBegun = await this.#obeyed(begun, (id) => [this.#planPath(id), this.#statePath(id)])
    for (const id of oursBegun) {
      const plan = await read(this.#planPath(id), importPlan)
      const state = (await read(this.#statePath(id), importState)) ?? nothingYet
      if (plan && 'movedTo' in plan) broken.push(plan.movedTo)
      else if (plan && 'movedTo' in state) broken.push(state.movedTo, await asideToo(this.#planPath(id)))
      else if (plan && !('movedTo' in state)) imports.push({ plan, state })
    }
    const oursWaiting = await this.#obeyed(waiting, (id) => [this.#givenPath(id)])
    const given = await this.#given(oursWaiting, broken)
    const aside = (await namesAside(this.#folder, this.#ours)).filter(isImport)
    const others = begun.length + waiting.length - oursBegun.length - oursWaiting.length
    const newest = (one: { created: string }, other: { created: string }): number =>
      Date.parse(other.created) - Date.parse(one.created)
    return {
      imports: imports.sort((a, b) => newest(a.plan, b.plan)),
      given: given.sort(newest),
      broken,
      leftAside: aside.length + others,
    }
  }

  async #given(ids: string[], broken: string[]): Promise<GivenImport[]> {
    const found: GivenImport[] = []
    for (const id of ids) {
      const one = await read(this.#givenPath(id), givenImport)
      if (one && 'movedTo' in one) broken.push(one.movedTo)
      else if (one) found.push(one)
    }
    return found
  }

  async #obeyed(ids: string[], pathsOf: (id: string) => string[]): Promise<string[]> {
    const found: string[] = []
    for (const id of ids) if (await this.#obeys(...pathsOf(id))) found.push(id)
    return found
  }

  async #obeys(...paths: string[]): Promise<boolean> {
    for (const path of paths) if (!(await this.#ours.obeys(path))) return false
    return true
  }

  async begin(content: NewPlan, given?: OpenGiven): Promise<OpenImport> {
    const id = given?.given.id ?? randomUUID()
    const version = content.byForm === undefined ? 1 : 2
    const plan: ImportPlan = { ...content, version, id, created: this.#now().toISOString() }
    try {
      await this.#ours.makeFolder(this.#folder)
      const release = given ? given.release : await this.#claimed(id)
      await writtenOrReleased(() => writePrivately(this.#planPath(id), `${JSON.stringify(plan)}\n`), release)
      await given?.remove()
      return this.#opened({ plan, state: nothingYet }, release)
    } catch (error) {
      const why = nothingKept(error)
      // What waits as it was given would be sent a second time; what nobody remembers, by the next command.
      if (given || !content.again) throw new Failed('import-unkept', undefined, { cause: why, lines: [why.text] })
      this.#onUnkept(why)
      return this.#opened({ plan, state: nothingYet }, async () => undefined, true)
    }
  }

  async keepGiven(content: Omit<GivenImport, 'version' | 'id' | 'created'>): Promise<OpenGiven | undefined> {
    const version = content.formName === undefined ? 1 : 2
    const given: GivenImport = { ...content, version, id: randomUUID(), created: this.#now().toISOString() }
    try {
      await this.#ours.makeFolder(this.#folder)
      const release = await this.#claimed(given.id)
      await writtenOrReleased(() => writePrivately(this.#givenPath(given.id), `${JSON.stringify(given)}\n`), release)
      return this.#openedGiven(given, release)
    } catch (error) {
      nothingKept(error)
      return undefined
    }
  }

  async takeUpGiven(given: GivenImport): Promise<OpenGiven> {
    const release = await this.#claimed(given.id)
    const isThere = (await readText(this.#givenPath(given.id))) !== undefined
    if (isThere && (await readText(this.#planPath(given.id))) === undefined) return this.#openedGiven(given, release)
    await release()
    throw new NotFound('import-not-found', { id: shortImportId(given) })
  }

  #openedGiven(given: GivenImport, release: () => Promise<void>): OpenGiven {
    const path = this.#givenPath(given.id)
    return {
      given,
      remove: () => rm(path, { force: true }),
      isKept: async () => (await readText(path)) !== undefined,
      release,
    }
  }

  inUse(id: string): Promise<boolean> {
    return isLocked(this.#lockPath(id), { holder: this.#holder, longest: longestClaim })
  }

  #lockPath(id: string): string {
    return join(this.#folder, `${id}.lock`)
  }

  async takeUp({ plan }: KeptImport): Promise<OpenImport> {
    const open = this.#opened({ plan, state: nothingYet }, await this.#claimed(plan.id))
    // It may have gone on, or come to its end, between the look at the list and the claim.
    if ((await readText(this.#planPath(plan.id))) === undefined) {
      await open.release()
      throw new NotFound('import-not-found', { id: shortImportId(plan) })
    }
    const state = await read(this.#statePath(plan.id), importState)
    if (state && 'movedTo' in state) {
      await asideToo(this.#planPath(plan.id))
      await open.release()
      throw new Failed('import-broken', { path: state.movedTo })
    }
    if (state) await open.change(state)
    return open
  }

  /** Before the plan goes: whoever looks for a line finds it in the one or in the other. */
  async #remember({ plan, state }: KeptImport): Promise<void> {
    const { owner, digest, again } = plan
    const lines = plan.rows.flatMap(({ mark }, place) => (mark ? [{ ...mark, ticket: state.tickets[place] }] : []))
    if (lines.length === plan.rows.length) return this.lines.note(owner, lines, { again })
    const numbers = Object.values(state.tickets)
    const first = numbers.reduce((least, one) => Math.min(least, one))
    await this.finished.note({ owner, digest, count: numbers.length, first })
  }

  #planPath(id: string): string {
    return join(this.#folder, `${id}${planEnding}`)
  }

  #givenPath(id: string): string {
    return join(this.#folder, `${id}${givenEnding}`)
  }

  #statePath(id: string): string {
    return join(this.#folder, `${id}.json`)
  }

  async #claimed(id: string): Promise<() => Promise<void>> {
    const path = this.#lockPath(id)
    const release = await lock(path, { holder: this.#holder, longest: longestClaim }).catch(cannotWrite(path))
    if (!release) throw new Failed('import-in-use', { id: shortImportId({ id }) })
    return release
  }

  #opened({ plan, state: first }: KeptImport, release: () => Promise<void>, unkept = false): OpenImport {
    let state = first
    const remove = async (): Promise<void> => {
      // The plan first: without it the rest is nothing.
      await rm(this.#planPath(plan.id), { force: true })
      await rm(this.#statePath(plan.id), { force: true })
      await release()
    }
    return {
      plan,
      unkept,
      get state() {
        return state
      },
      change: async (fields) => {
        state = { ...state, ...fields }
        if (!unkept) await writePrivately(this.#statePath(plan.id), `${JSON.stringify(state)}\n`)
      },
      finish: async () => {
        const remembering = this.#remember({ plan, state })
        await (unkept ? remembering.catch(nothingKept) : remembering)
        await (unkept ? release() : remove())
      },
      remove: unkept ? release : remove,
      release,
    }
  }
}

/** The part of the number that a person types: the first eight characters. */
export function shortImportId({ id }: Pick<ImportPlan, 'id'>): string {
  return id.slice(0, 8)
}

/** An import as people know it: its number, and where its lines came from. */
export function importName(plan: Pick<ImportPlan, 'id' | 'source'>, t: Translate): string {
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
