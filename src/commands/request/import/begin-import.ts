import { createHash } from 'node:crypto'
import type { Context } from '../../../app/context.ts'
import type { Owner } from '../../../drafts/draft.ts'
import { shortImportId } from '../../../drafts/import/import-folder.ts'
import { countSent } from '../../../drafts/import/import-plan.ts'
import type { KeptImport, NewPlan, OpenGiven, OpenImport } from '../../../drafts/import/imports.ts'
import { Failed, NotFound, WrongUsage } from '../../../errors/error.ts'
import type { Named } from '../../../itil/person.ts'
import { resumeImportCommand } from './find-import.ts'
import type { ImportFile } from './import-file.ts'
import { type LineState, lookAtLines } from './known-lines.ts'

/** Who imports, where to, and what they said of lines that are known. */
export interface Importing {
  owner: Owner
  /** Where the tickets are opened. */
  entity: Named
  /** All lines once more. */
  again?: boolean | undefined
}

/** What is to be done for a file. */
export interface Begun {
  /** Those that were begun before first. */
  opens: OpenImport[]
  /** Where each line of the file stands. */
  lines: PlacedLine[]
}

/** A line in an import that this command works on, or what is known of it all the same. */
export type PlacedLine = { open: OpenImport; place: number } | { state: LineState }

/** What is known of the lines, before anything is begun. Rejects with `WrongUsage` where they cannot be sent from here. */
export async function lookAt(file: ImportFile, importing: Importing, context: Context): Promise<LineState[]> {
  const states = await lookAtLines(file.rows, importing.owner, context)
  for (const kept of waitingIn(states)) {
    if (importing.again) throw begun(kept)
    refuseElsewhere(kept, importing.entity)
  }
  return importing.again ? states.map(() => ({ is: 'new' })) : states
}

/** Tickets of one file are opened in one place. */
export function refuseElsewhere({ plan }: KeptImport, here: Named): void {
  const { id, name } = plan.entity
  if (here.id === id) return
  const command = `${resumeImportCommand(plan)} --entity ${id}`
  throw new WrongUsage('import-other-entity', { id: shortImportId(plan), entity: name, command })
}

function waitingIn(states: readonly LineState[]): KeptImport[] {
  const all = states.flatMap((state) => (state.is === 'waiting' ? [state.kept] : []))
  return [...new Map(all.map((kept) => [kept.plan.id, kept])).values()]
}

function begun(kept: KeptImport): WrongUsage {
  const discard = `ipeos ticket import --discard ${shortImportId(kept.plan)}`
  const { plan } = kept
  const parameters = { done: countSent(kept), count: plan.rows.length, discard }
  return new WrongUsage('import-begun', { ...parameters, command: resumeImportCommand(plan) })
}

/**
 * Begins an import of the lines that are new, and takes up those in which others wait. One command of this account after
 * the other, so that of two that come at once the second finds the lines of the first.
 */
export function beginImport(
  file: ImportFile,
  importing: Importing,
  given: OpenGiven | undefined,
  context: Context,
): Promise<Begun> {
  const { owner } = importing
  const account = createHash('sha256')
    .update(JSON.stringify([owner.platform, owner.user]))
    .digest('hex')
  return context.drafts.alone(`import-${account.slice(0, 32)}`, async () => {
    for (;;) {
      const states = await lookAt(file, importing, context)
      const former = await takenUp(waitingIn(states), context)
      // One has come to its end meanwhile: its lines are there by now.
      if (!former) continue
      await rememberSeen(states, importing.owner, context)
      const open = await beginNew(states, file, importing, given, context)
      const opens = [...former.values(), ...(open ? [open] : [])]
      let place = 0
      const lines = states.map((state): PlacedLine => {
        if (state.is === 'new' && open) return { open, place: place++ }
        const other = state.is === 'waiting' ? former.get(state.kept.plan.id) : undefined
        return other && state.is === 'waiting' ? { open: other, place: state.place } : { state }
      })
      return { opens, lines }
    }
  })
}

/** By their numbers, without those that another process works on; undefined when one was done before it could be taken up. */
async function takenUp(all: KeptImport[], { imports }: Context): Promise<Map<string, OpenImport> | undefined> {
  const taken = new Map<string, OpenImport>()
  const kept = await imports()
  try {
    for (const one of all) {
      const open = await kept.takeUp(one).catch((error: unknown) => {
        if (error instanceof Failed && error.code === 'import-in-use') return undefined
        throw error
      })
      if (open) taken.set(one.plan.id, open)
    }
    return taken
  } catch (error) {
    for (const open of taken.values()) await open.release()
    if (error instanceof NotFound) return undefined
    throw error
  }
}

/** What stands in a file is not forgotten, and what an older ipeos imported is known line by line from now on. */
async function rememberSeen(states: LineState[], owner: Owner, { imports }: Context): Promise<void> {
  const { lines } = await imports()
  const there = states.flatMap((state) => (state.is === 'there' ? [state.known] : []))
  if (there.length === 0) return
  const remembered = new Set((await lines.read(owner)).lines.map(({ content }) => content))
  const old = there.filter(({ content }) => !remembered.has(content))
  if (old.length > 0) await lines.note(owner, old)
  await lines.seen(owner, there)
}

async function beginNew(
  states: LineState[],
  file: ImportFile,
  { owner, entity, again }: Importing,
  given: OpenGiven | undefined,
  context: Context,
): Promise<OpenImport | undefined> {
  const rows = file.rows.filter((_row, place) => states[place]?.is === 'new')
  if (rows.length === 0) {
    await given?.remove()
    return undefined
  }
  const { source, text, key, byForm } = file
  const plan: NewPlan = {
    ...{ source, text, owner, entity, digest: digestOf(rows) },
    ...(key !== undefined && { key }),
    ...(again && { again }),
    ...(byForm !== undefined && { byForm }),
    rows: rows.map(({ line, request, mark, files, byForm }) => {
      return { line, request, mark, ...(byForm && { byForm }), ...(files.length > 0 && { files }) }
    }),
  }
  return (await context.imports()).begin(plan, given)
}

function digestOf(rows: ImportFile['rows']): string {
  return createHash('sha256')
    .update(JSON.stringify(rows.map(({ mark }) => mark)))
    .digest('hex')
}
