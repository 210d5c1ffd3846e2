import { createHash } from 'node:crypto'
import type { Context } from '../../../app/context.ts'
import type { Owner } from '../../../drafts/draft.ts'
import { type KnownLine, recognise } from '../../../drafts/import/import-line.ts'
import type { KeptImport } from '../../../drafts/import/imports.ts'
import { belongsTo } from '../../../drafts/own-drafts.ts'
import type { FileLine } from './line-reader.ts'

/** What is known of a line before anything is sent. */
export type LineState =
  | { is: 'new' }
  /** `changed`: its key is known, and it says something else. */
  | { is: 'there' | 'changed'; ticket: number | undefined; known: KnownLine }
  /** It stands in an import that is not done. */
  | { is: 'waiting'; kept: KeptImport; place: number }

/** A line of an import that is not done. */
interface WaitingLine extends KnownLine {
  kept: KeptImport
  place: number
}

/** What is known of each of these lines, for this account on this computer; what could not be read is named. */
export async function lookAtLines(
  lines: readonly FileLine[],
  owner: Owner,
  { imports, terminal }: Pick<Context, 'imports' | 'terminal'>,
): Promise<LineState[]> {
  const kept = await imports()
  // These first: an import that is done is remembered before it goes from here.
  const { imports: all, broken } = await kept.list()
  const unfinished = all.filter(({ plan }) => belongsTo(plan, owner))
  const { lines: remembered, movedTo } = await kept.lines.read(owner)
  const former = await kept.finished.all(owner)
  for (const path of [...broken, movedTo, former.movedTo])
    if (path !== undefined) terminal.warn('import.broken', { path })
  const there = new Set(remembered.map(({ ticket }) => ticket))
  const waiting = unfinished.flatMap((one) => waitingLines(one).filter(({ ticket }) => !ticket || !there.has(ticket)))
  const known: Array<KnownLine | WaitingLine> = [...remembered, ...waiting]
  const found = recognise(
    lines.map(({ mark }) => mark),
    known,
  )
  const states = found.map((one): LineState => {
    if (!one) return { is: 'new' }
    const { known, isChanged } = one
    if (isChanged) return { is: 'changed', ticket: known.ticket, known }
    return 'kept' in known
      ? { is: 'waiting', kept: known.kept, place: known.place }
      : { is: 'there', ticket: known.ticket, known }
  })
  return withOldOnes(states, lines, former.imports, unfinished)
}

function waitingLines(kept: KeptImport): WaitingLine[] {
  return kept.plan.rows.flatMap(({ mark }, place) =>
    mark ? [{ ...mark, ticket: kept.state.tickets[place], kept, place }] : [],
  )
}

/** What an older ipeos imported, and knew by the whole file: the same lines, whatever was added behind them. */
function withOldOnes(
  states: LineState[],
  lines: readonly FileLine[],
  finished: ReadonlyArray<{ digest: string; count: number; first: number }>,
  unfinished: readonly KeptImport[],
): LineState[] {
  const begun = unfinished.filter(({ plan }) => plan.rows.some(({ mark }) => !mark))
  if (finished.length + begun.length === 0) return states
  const counts = beginnings(lines)
  let read = states
  const put = (count: number, stateOf: (place: number) => LineState): void => {
    read = read.map((state, place) => (place < count && state.is === 'new' ? stateOf(place) : state))
  }
  for (const kept of begun) put(counts.get(kept.plan.digest) ?? 0, (place) => ({ is: 'waiting', kept, place }))
  for (const { digest, count, first } of finished) {
    const ticket = count === 1 ? first : undefined
    put(counts.get(digest) ?? 0, (place) => ({
      is: 'there',
      ticket,
      known: { ...(lines[place]?.mark ?? { content: '' }), ticket },
    }))
  }
  return read
}

/** How many lines from the first on have each digest of an older ipeos. */
function beginnings(lines: readonly FileLine[]): Map<string, number> {
  const counts = new Map<string, number>()
  const hash = createHash('sha256').update('[')
  for (const [place, { written }] of lines.entries()) {
    const answers = Object.entries(written).sort(([one], [other]) => (one < other ? -1 : 1))
    hash.update(`${place === 0 ? '' : ','}${JSON.stringify(answers)}`)
    counts.set(hash.copy().update(']').digest('hex'), place + 1)
  }
  return counts
}
