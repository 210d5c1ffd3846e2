import { mkdirSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { attachFlags, type Order } from './order.ts'

export interface Ended {
  /** Null for a client that was killed. */
  code: number | null
  out: string
  notes: string
}

/** Runs `ipeos` with these words in this folder, as whatever client the drill chose this time. */
export type Client = (words: string[], folder: string) => Promise<Ended>

const mostTries = 60

/**
 * Gets one order done as a stubborn person would: after each failure, what the draft says is taken up, and whoever keeps
 * the files touches them. Gives the number of the ticket that was confirmed.
 */
export async function runOrder(
  order: Order,
  folder: string,
  client: Client,
  solve: (ticketId: number) => Promise<void>,
): Promise<number> {
  mkdirSync(folder, { recursive: true })
  const description = `Ce qui arrive, pour ${order.title}.`
  const words = ['ticket', 'new', '--title', order.title, '--description', description, '--yes']
  const opened = await insist([...words, ...attachFlags(order.files, folder)], folder, client)
  const ticketId = /^\d+$/m.exec(opened)?.[0]
  if (!ticketId) throw new Error(`${order.title}: no number came out: ${opened}`)
  const say = async (verb: string, { text, files }: Order['comments'][number]): Promise<void> => {
    const words = ['ticket', verb, ticketId, '-m', text, ...attachFlags(files, folder)]
    const isThere = async () => JSON.stringify(await shown(ticketId, folder, client)).includes(text)
    await insist(words, folder, client, isThere)
  }
  for (const comment of order.comments) await say('comment', comment)
  if (order.answer) {
    await solve(Number(ticketId))
    await say(order.answer.verb, order.answer)
  }
  return Number(ticketId)
}

function touchFiles(folder: string): void {
  const now = new Date()
  for (const name of readdirSync(folder)) if (name.endsWith('.txt')) utimesSync(join(folder, name), now, now)
}

/**
 * Runs a command until it is done; gives what it printed. `isDone` is asked about a killed command that left no draft:
 * its last word may have been lost with it.
 */
async function insist(
  words: string[],
  folder: string,
  client: Client,
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
  throw new Error(`never done: ${words.join(' ')}\n${last?.code} ${last?.out}\n${last?.notes}`)
}

function resumption(words: string[], draft: string): string[] {
  return words[1] === 'new' ? ['ticket', 'new', '--resume', draft] : ['draft', 'send', draft]
}

function draftIn(folder: string): string | undefined {
  try {
    return readdirSync(join(folder, 'state', 'drafts'))
      .find((name) => name.endsWith('.json'))
      ?.replace('.json', '')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function shown(ticketId: string, folder: string, client: Client): Promise<unknown> {
  for (;;) {
    const { code, out } = await client(['ticket', 'show', ticketId, '--json'], folder)
    if (code === 0) return JSON.parse(out)
  }
}
