import type { Platform } from '../../glpi/platform.ts'
import type { BatchOutcome } from '../../glpi/ticket/tickets.ts'
import { exactlyOnce, type Patience } from '../exactly-once.ts'
import { lookForTwins } from '../once/twin-look.ts'
import { batchesOf, type ImportState, requestOf } from './import-plan.ts'
import type { OpenImport } from './imports.ts'

export interface Watching {
  /** Of the rows of these places it is known what became of them. */
  onBatch(places: readonly number[]): void
  /** Told when an answer was lost and the platform is looked at, for so many seconds at most. */
  onDoubt(seconds: number): void
}

/** Twice what a ticket costs a server that is not in a hurry (ms). */
const workPerTicket = 200

type Tickets = Pick<Platform['tickets'], 'createMany' | 'findByMarks'>

/**
 * Creates those tickets of an import that the platform does not have, many by one request, each exactly once. What was
 * refused before is tried once more. Rejects with the platform's error when a request came to nothing; what is then on
 * disk lets a later command go on from there.
 */
export async function sendImport(
  open: OpenImport,
  { tickets }: { tickets: Tickets },
  patience: Patience,
  watching: Watching,
): Promise<void> {
  const batches = batchesOf(open.plan)
  // Whatever a former command left open comes first: only then is it known what the rest is.
  const order = [...batches.keys()].sort((a, b) => Number(isOpen(b, open.state)) - Number(isOpen(a, open.state)))
  for (const number of order) {
    const places = batches[number] ?? []
    const batch = { number, places }
    if (missingOf(places, open.state).length > 0) await sendBatch(batch, open, tickets, patience, watching)
    if (isUnlooked(number, open.state)) await lookOnceMore(batch, open, tickets)
    watching.onBatch(places)
  }
  // A platform that was busy a moment ago may answer by now.
  for (const number of open.state.unlooked ?? [])
    await lookOnceMore({ number, places: batches[number] ?? [] }, open, tickets)
}

function isUnlooked(batch: number, { unlooked }: ImportState): boolean {
  return unlooked?.includes(batch) === true
}

function isOpen(batch: number, { unanswered }: ImportState): boolean {
  return unanswered?.batch === batch
}

interface Batch {
  number: number
  places: number[]
}

/**
 * Why no ticket of a batch is made twice, even when a server dies in the middle of it: after an answer that was lost,
 * `exactlyOnce` looks at the marks until the request can no longer take effect, and what is sent again is what was not there
 * at that last look.
 */
async function sendBatch(
  { number, places }: Batch,
  open: OpenImport,
  tickets: Tickets,
  patience: Patience,
  { onDoubt }: Watching,
): Promise<void> {
  const start = `${open.plan.id}-${number}-`
  const { unanswered } = open.state
  await exactlyOnce<true>(
    {
      find: async () => {
        await look({ number, places }, open, tickets)
        return missingOf(places, open.state).length === 0 ? true : undefined
      },
      send: async () => {
        const sent = missingOf(places, open.state)
        const requests = sent.flatMap((place) => {
          const row = open.plan.rows[place]
          return row ? [{ ...requestOf(row), mark: `${start}${place}` }] : []
        })
        await note(sent, await tickets.createMany(requests), number, open)
        return true
      },
      unanswered: unanswered?.batch === number ? unanswered : undefined,
      keep: (state) => open.change({ unanswered: state && { ...state, batch: number } }),
      work: places.length * workPerTicket,
      onDoubt,
    },
    patience,
  )
  await open.change({ unanswered: undefined })
}

/** What is there is known; this look is for what is there twice. One that comes to nothing is due once more. */
async function lookOnceMore(batch: Batch, open: OpenImport, tickets: Tickets): Promise<void> {
  if (!(await lookForTwins(() => look(batch, open, tickets)))) return
  const rest = open.state.unlooked?.filter((number) => number !== batch.number) ?? []
  await open.change({ unlooked: rest.length > 0 ? rest : undefined })
}

/** Notes which tickets of a batch are there; of several with one mark the oldest is ours. */
async function look({ number, places }: Batch, open: OpenImport, tickets: Tickets): Promise<true> {
  const start = `${open.plan.id}-${number}-`
  const made = new Set(Object.values(open.state.tickets))
  const found = await tickets.findByMarks(start, 2 * places.length, made)
  const there: Record<string, number> = {}
  const younger: Record<string, number[]> = {}
  for (const place of places) {
    const [oldest, ...others] = found.get(`${start}${place}`) ?? []
    if (oldest !== undefined) there[place] = oldest
    if (others.length > 0) younger[place] = others
  }
  const isNews = Object.entries(there).some(([place, id]) => open.state.tickets[place] !== id)
  if (!isNews && Object.keys(younger).length === 0) return true
  await open.change({
    tickets: { ...open.state.tickets, ...there },
    ...(Object.keys(younger).length > 0 && { younger: { ...open.state.younger, ...younger } }),
  })
  return true
}

/** What became of each, that no answer is waited for any more, and that a look is still due, in one step. */
async function note(sent: number[], outcomes: BatchOutcome[], batch: number, open: OpenImport): Promise<void> {
  const tickets = { ...open.state.tickets }
  const refused = { ...open.state.refused }
  for (const [index, place] of sent.entries()) {
    const outcome = outcomes[index]
    delete refused[place]
    if (outcome && 'id' in outcome) tickets[place] = outcome.id
    else refused[place] = outcome?.refused ?? ''
  }
  const unlooked = [...(open.state.unlooked ?? []).filter((number) => number !== batch), batch]
  await open.change({ tickets, refused, unanswered: undefined, unlooked })
}

function missingOf(places: number[], { tickets }: ImportState): number[] {
  return places.filter((place) => tickets[place] === undefined)
}
