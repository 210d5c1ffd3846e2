import { mkdirSync } from 'node:fs'
import { attachFlags } from '../order.ts'
import { type Client, draftIn, type Ended, neverDone, touchFiles } from '../run-order.ts'
import type { WaitingRoom } from '../waiting.ts'
import { type FormOrder, titlesOf } from './form-order.ts'

/** Where an order is brought to its end. */
export interface FormPlace {
  folder: string
  client: Client
  room: WaitingRoom
  /** A ticket was confirmed under this number. */
  confirm(title: string, id: number): void
}

const mostTries = 60

/**
 * Gets one form sent as a stubborn person would, who takes up what the draft says. `doubtful`: nobody can tell whether it
 * arrived, and ipeos does not send it again by itself. Rejects when it is not done, and nothing waits.
 */
export async function runForm(order: FormOrder, place: FormPlace): Promise<'done' | 'doubtful'> {
  const { folder, client, room } = place
  mkdirSync(folder, { recursive: true })
  const words = wordsOf(order, folder)
  let last: Ended | undefined
  for (let tries = 0; tries < mostTries; tries += 1) {
    const draft = draftIn(folder)
    last = await client(draft ? ['ticket', 'new', '--resume', draft] : words, folder)
    if (isDoubtful(last)) return stays(place)
    if (draftIn(folder)) touchFiles(folder)
    else if (isDone(last, draft)) return confirmed(order, last, place)
  }
  if (!draftIn(folder)) throw neverDone(words, last ?? { code: null, out: '', notes: '' })
  await room.wait()
  const sent = await client(['draft', 'send', '--all'], folder)
  if (isDoubtful(sent)) return 'doubtful'
  if (sent.code !== 0 || draftIn(folder)) throw neverDone(words, sent)
  return confirmed(order, sent, place)
}

function wordsOf({ kind, form, title, files }: FormOrder, folder: string): string[] {
  const words = ['ticket', 'new', '--form', String(form), '--yes', '--answer', `Quoi ?=${title}`]
  const why = kind === 'long' || kind === 'two' ? ['--answer', `Pourquoi ?=Ce qui arrive, pour ${title}`] : []
  return [...words, ...why, ...attachFlags(files, folder)]
}

function isDoubtful({ notes }: Ended): boolean {
  return notes.includes('may have your answers')
}

/** What nobody can tell waits for a person: a job that sends all that waits leaves it alone. */
async function stays({ client, folder }: FormPlace): Promise<'doubtful'> {
  await client(['draft', 'send', '--all'], folder)
  return 'doubtful'
}

/** Killed right after its last word, the draft is gone, and so is the work. */
function isDone({ code, out, notes }: Ended, draft: string | undefined): boolean {
  const isTold = /^\d+$/m.test(out) || /arrived, as /.test(notes)
  return code === 0 || code === 7 || isTold || (code === null && draft !== undefined)
}

function confirmed(order: FormOrder, { out }: Ended, { confirm }: FormPlace): 'done' {
  const ids = out.match(/^\d+$/gm) ?? []
  for (const [index, title] of titlesOf(order).entries()) if (ids[index]) confirm(title, Number(ids[index]))
  return 'done'
}
