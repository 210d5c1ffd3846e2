import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { login } from '../sandbox/caller.ts'
import { random } from '../support/random.ts'
import { someClient } from './clients.ts'
import { type Comparison, type Count, compare } from './compare.ts'
import { orderOf } from './order.ts'
import { badPlatform, type Version } from './platform.ts'
import { type Client, runOrder } from './run-order.ts'
import { runAll } from './waiting.ts'
import { drillTime } from './world.ts'

export interface DrillOptions {
  runs: number
  seed: number
  /** A script that is `ipeos` in the drill's time: what is killed. */
  client: string
  /** Which GLPI it is at first. */
  glpi: Version
}

export interface DrillResult extends Comparison {
  /** Orders that were not done before the platform worked again; nothing of them was lost. */
  waited: number
  kills: number
  fullDisks: number
  versions: number
  faults: Record<string, number>
  failures: string[]
  /** What was said to `ipeos` of each order, and what it answered. */
  stories: Map<string, string[]>
}

/** Runs at once: each mostly waits. */
const atOnce = 16
/** For how long after the last command a late server may still be at it (ms of the drill's time). */
const aftermath = 60_000

/** Opens tickets with files and comments, and imports, on a platform that fails at random, by clients killed at random. */
export async function drill({ runs, seed, client: script, glpi }: DrillOptions): Promise<DrillResult> {
  const dice = random(seed)
  const origin = Date.now()
  const platform = await badPlatform(glpi, dice)
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-drill-'))
  const orders = Array.from({ length: runs }, (_, index) => orderOf(`drill-${seed}-${index}`, dice))
  const tally = { kills: 0, fullDisks: 0 }
  let isHealed = false
  const told = new Map<string, number>()
  const noticed = new Set<number>()
  const failures: string[] = []
  const stories = new Map(orders.map(({ title }) => [title, [] as string[]]))
  const ask = someClient({ url: platform.url, script, dice, tally, origin, isHealed: () => isHealed })
  const client: Client = (words, folder, options) =>
    platform.during(async () => {
      const ended = await ask(words, folder, options)
      for (const id of noticedIn(ended.notes)) noticed.add(id)
      return ended
    })
  const heal = (): void => {
    isHealed = true
    platform.heal()
  }
  try {
    const { waited } = await runAll(
      [...orders.entries()],
      atOnce,
      async ([index, order], room) => {
        const place = join(folder, String(index))
        const confirm = (title: string, id: number): void => void told.set(title, id)
        const tellsAll = telling(client, stories.get(order.title) ?? [], origin)
        const solve = (ticketId: number): Promise<void> => propose(platform.now(), ticketId)
        await runOrder(order, { folder: place, client: tellsAll, dice, room, solve, confirm }).catch((error: Error) =>
          failures.push(error.message),
        )
        rmSync(place, { recursive: true, force: true })
      },
      heal,
    )
    // What nobody waits for any more may still be on its way.
    await drillTime(origin).sleep(aftermath)
    const { madeTwice, met } = platform.faults
    const compared = await compare(orders, { told, noticed, madeTwice }, platform.now())
    const faults = Object.fromEntries(met)
    return { ...compared, ...tally, waited, versions: platform.versions(), faults, failures, stories }
  } finally {
    await platform.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same client, whose every command is put into this story. */
export function telling(client: Client, story: string[], origin: number): Client {
  return async (words, folder, options) => {
    const { now } = drillTime(origin)
    const from = now().toISOString()
    const ended = await client(words, folder, options)
    story.push(`${from} – ${now().toISOString()}: ${words.join(' ')}\n${ended.code} ${ended.out}\n${ended.notes}`)
    return ended
  }
}

/** The numbers of the tickets that a command said to be there twice. */
export function noticedIn(notes: string): number[] {
  const one = [...notes.matchAll(/ticket no\. (\d+) is no\. \d+ once more/g)].map(([, id]) => id)
  const more = [...notes.matchAll(/there twice; (?:the younger|too many): ([\d, ]+)/g)].flatMap(([, ids = '']) =>
    ids.split(', '),
  )
  // By a form, and of a lost answer: nobody can tell a twin from a second ticket that the form makes.
  const also = [...notes.matchAll(/Ticket no\. (\d+) came of it as well/g)].map(([, id]) => id)
  return [...one, ...more, ...also].map(Number)
}

export function counted(name: string, { asked, lost, duplicated }: Omit<Count, 'wrong'>): string {
  return `${name} asked ${asked}, lost ${lost}, duplicated ${duplicated}`
}

/** The stories of orders of which something is wrong, each behind its title. */
export function storiesOf(wrong: string[], stories: DrillResult['stories']): string[] {
  return [...stories].filter(([title]) => wrong.some((one) => one.startsWith(title))).flat(2)
}

/** The drill in words, and whether nothing was lost nor made twice. */
export function report(result: DrillResult): { text: string; ok: boolean } {
  const { tickets, files, comments, wronglyConfirmed, twins, failures, stories } = result
  const wrong = [tickets.wrong, files.wrong, comments.wrong, twins.missed].flat()
  const faults = Object.entries(result.faults).map(([kind, times]) => `${kind} ${times}`)
  const text = [
    [counted('tickets', tickets), counted('files', files), counted('comments', comments)].join('; '),
    `wrongly confirmed ${wronglyConfirmed}; sent twice on the way ${twins.made}, noticed ${twins.noticed}`,
    `waited for the end ${result.waited}; clients killed ${result.kills}, on a full disk ${result.fullDisks}; versions changed ${result.versions}; faults ${faults.join(', ')}`,
    ...failures,
    ...wrong,
    ...storiesOf(wrong, stories),
  ].join('\n')
  const ok =
    failures.length + wronglyConfirmed === 0 &&
    twins.made === twins.noticed &&
    [tickets, files, comments].every(({ lost, duplicated }) => lost + duplicated === 0)
  return { text, ok }
}

async function propose(sandbox: Parameters<typeof login>[0], ticketId: number): Promise<void> {
  const input = { itemtype: 'Ticket', items_id: ticketId, content: 'Fait.' }
  await (await login(sandbox, 'teo')).post('/ITILSolution', { input })
}
