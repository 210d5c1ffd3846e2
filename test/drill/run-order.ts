import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  attachFlags,
  type ImportOrder,
  type KeyOrder,
  type Order,
  type OrderedFile,
  type Random,
  type TicketOrder,
} from './order.ts'
import type { WaitingRoom } from './waiting.ts'

export interface Ended {
  /** Null for a client that was killed. */
  code: number | null
  out: string
  notes: string
}

/**
 * Runs `ipeos` with these words in this folder, as whatever client the drill chose this time; `whole`: one that is neither
 * killed nor finds its disk full.
 */
export type Client = (words: string[], folder: string, options?: { whole?: boolean }) => Promise<Ended>

/** Where an order is brought to its end. */
export interface Place {
  folder: string
  client: Client
  dice: Random
  room: WaitingRoom
  /** Proposes a solution, by a platform that does not fail. */
  solve(ticketId: number): Promise<void>
  /** A ticket was confirmed under this number. */
  confirm(title: string, id: number): void
}

const mostTries = 60

/**
 * Gets one order done as a stubborn person would: after each failure, what the draft says is taken up, and whoever keeps
 * the files touches them. Rejects when it is not done, and nothing waits.
 */
export async function runOrder(order: Order, place: Place): Promise<void> {
  mkdirSync(place.folder, { recursive: true })
  if (order.kind === 'import') return runImport(order, place)
  return order.kind === 'key' ? runKey(order, place) : runTicket(order, place)
}

async function runTicket(order: TicketOrder, place: Place): Promise<void> {
  const { folder } = place
  const description = `Ce qui arrive, pour ${order.title}.`
  const words = ['ticket', 'new', '--title', order.title, '--description', description, '--yes']
  const opened = await insist([...words, ...attachFlags(order.files, folder)], place)
  const ticketId = /^\d+$/m.exec(opened)?.[0]
  if (!ticketId) throw new Error(`${order.title}: no number came out: ${opened}`)
  place.confirm(order.title, Number(ticketId))
  const say = async (verb: string, text: string, files: OrderedFile[]): Promise<void> => {
    const words = ['ticket', verb, ticketId, '-m', text, ...attachFlags(files, folder)]
    const isThere = async () => JSON.stringify(await shown(ticketId, place)).includes(text)
    await insist(words, place, isThere)
  }
  for (const { text, files } of order.comments) await say('comment', text, files)
  if (!order.answer) return
  await place.solve(Number(ticketId))
  await say(order.answer.verb, order.answer.text, order.answer.files)
}

/** A job that imports a file again and again, while it grows; now and then two at once, or cron sends what waits. */
async function runImport({ title, titles, first }: ImportOrder, place: Place): Promise<void> {
  const { folder, client, dice, room, confirm } = place
  const words = ['ticket', 'import', 'rows.csv', '--yes']
  const put = (some: string[]): void => {
    const lines = some.map((one) => `${one},"Une ligne,\nde ${title}"`)
    writeFileSync(join(folder, 'rows.csv'), `title,description\n${lines.join('\n')}\n`)
  }
  const isDone = ({ code, out }: Ended): boolean => {
    const told = [...out.matchAll(/^\d+\t\w+\t(\d+)\t([^\t]+)\t/gm)]
    for (const [, id, name = ''] of told) confirm(name, Number(id))
    return code === 0 && told.length === titles.length
  }
  for (let tries = 0; tries < mostTries; tries++) {
    put(tries === 0 ? titles.slice(0, first) : dice.below(2) === 0 ? titles : titles.toReversed())
    if (dice.below(4) === 0) await client(['draft', 'send', '--all'], folder)
    const together = dice.below(3) === 0 ? 2 : 1
    const ended = await Promise.all(Array.from({ length: together }, () => client(words, folder)))
    if (tries > 0 && ended.some(isDone)) return
  }
  await room.wait()
  await client(['draft', 'send', '--all'], folder)
  put(titles)
  const ended = await client(words, folder)
  if (!isDone(ended)) throw neverDone(words, ended)
}

/** Jobs that tell of the same at the same moment, and cron, that sends what waits. */
async function runKey({ title, texts, says }: KeyOrder, place: Place): Promise<void> {
  const { folder, client, confirm } = place
  const confirmFirst = (out: string): void => {
    const id = /^\d+$/m.exec(out)?.[0]
    if (id) confirm(title, Number(id))
  }
  const words = ['ticket', 'new', '--dedupe', title, '--yes']
  const say = async (text: string): Promise<void> => {
    for (let tries = 0; tries < mostTries; tries++) {
      const { code, out, notes } = await client([...words, ...says(text)], folder, { whole: true })
      confirmFirst(out)
      // Kept, or by now in the text of the other.
      if (code === 0 || code === 7 || notes.includes('Nothing is lost')) return
    }
    throw new Error(`never kept: ${title}`)
  }
  await Promise.all(texts.map(say))
  await sendAll(place, confirmFirst)
}

/** Sends what waits, until nothing does. */
async function sendAll({ folder, client, room }: Place, tell: (out: string) => void): Promise<void> {
  const words = ['draft', 'send', '--all']
  for (let tries = 0; tries < mostTries; tries++) {
    if (draftNames(folder).length === 0) return
    touchFiles(folder)
    tell((await client(words, folder)).out)
  }
  if (draftNames(folder).length === 0) return
  await room.wait()
  const ended = await client(words, folder)
  tell(ended.out)
  if (ended.code !== 0) throw neverDone(words, ended)
}

export function neverDone(words: string[], { code, out, notes }: Ended): Error {
  return new Error(`never done: ${words.join(' ')}\n${code} ${out}\n${notes}`)
}

export function touchFiles(folder: string): void {
  const now = new Date()
  for (const name of readdirSync(folder)) if (name.endsWith('.txt')) utimesSync(join(folder, name), now, now)
}

/**
 * Runs a command until it is done; gives what it printed. `isDone` is asked about a killed command that left no draft:
 * its last word may have been lost with it. What still waits after so many tries is sent once the platform works again.
 */
async function insist(
  words: string[],
  { folder, client, room }: Place,
  isDone: () => Promise<boolean> = async () => false,
): Promise<string> {
  let last: Ended | undefined
  for (let tries = 0; tries < mostTries; tries++) {
    const draft = draftIn(folder)
    last = await client(draft ? resumption(words, draft) : words, folder)
    const left = draftIn(folder)
    if (left) touchFiles(folder)
    if (left) continue
    // Killed right after its last word: the number is out, the draft is gone, and so is the work.
    // 7: it is there, and what came of it was not read.
    if (last.code === 0 || last.code === 7 || /^\d+$/m.test(last.out)) return last.out
    if (last.code === null && (draft !== undefined || (await isDone()))) return last.out
  }
  if (!draftIn(folder)) throw neverDone(words, last ?? { code: null, out: '', notes: '' })
  await room.wait()
  const sent = await client(['draft', 'send', '--all'], folder)
  if (sent.code !== 0 || draftIn(folder)) throw neverDone(words, sent)
  return sent.out
}

function resumption(words: string[], draft: string): string[] {
  return words[1] === 'new' ? ['ticket', 'new', '--resume', draft] : ['draft', 'send', draft]
}

export function draftIn(folder: string): string | undefined {
  return draftNames(folder)[0]?.replace('.json', '')
}

function draftNames(folder: string): string[] {
  try {
    return readdirSync(join(folder, 'state', 'drafts')).filter((name) => name.endsWith('.json'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function shown(ticketId: string, { folder, client }: Place): Promise<unknown> {
  for (;;) {
    const { code, out } = await client(['ticket', 'show', ticketId, '--json'], folder)
    if (code === 0) return JSON.parse(out)
  }
}
