import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { random } from '../support/random.ts'

export type Random = ReturnType<typeof random>

export interface OrderedFile {
  name: string
  content: string
}

/** What one run asks of the platform. */
export type Order = TicketOrder | ImportOrder | KeyOrder

export interface TicketOrder {
  kind: 'ticket'
  title: string
  files: OrderedFile[]
  comments: Array<{ text: string; files: OrderedFile[] }>
  /** How its solution is answered, with a word and perhaps a file in the same request; undefined: none is proposed. */
  answer: { verb: 'accept' | 'refuse'; text: string; files: OrderedFile[] } | undefined
}

/** A file whose lines are imported, and that grows meanwhile. */
export interface ImportOrder {
  kind: 'import'
  title: string
  titles: string[]
  /** Lines that it has at first. */
  first: number
}

/** Commands about the same, at the same time: one ticket, with all their texts. */
export interface KeyOrder {
  kind: 'key'
  title: string
  texts: string[]
  /** The flags that say one of them. */
  says(text: string): string[]
}

/** Lines of a file. */
const rows = 100
/** One order in this many is an import, or two commands with one key. */
const importOneIn = 25
const keyOneIn = 8

/** A ticket with up to three files and two comments; now and then an import of a hundred, or two alerts about the same. */
export function orderOf(name: string, dice: Random): Order {
  if (dice.below(importOneIn) === 0) {
    const titles = Array.from({ length: rows }, (_, row) => `${name} row ${row}.`)
    return { kind: 'import', title: name, titles, first: rows / 2 + dice.below(rows / 2) }
  }
  if (dice.below(keyOneIn) === 0)
    return keyOrder(name, ['one', 'two'], (text) => ['--title', name, '--description', text])
  return ticketOrder(name, dice)
}

export function keyOrder(title: string, texts: string[], says: KeyOrder['says']): KeyOrder {
  return { kind: 'key', title, texts: texts.map((one) => `${title} alert ${one}.`), says }
}

/** Now and then a comment has the same bytes twice, which is meant; of a form the site keeps them once (GLPI-11-FORMS.md, 8). */
function ticketOrder(name: string, { below }: Random): TicketOrder {
  const files = (count: number, where: string): OrderedFile[] => {
    const made = Array.from({ length: count }, (_, index) => ({
      name: `${where}-${index}.txt`,
      content: `${name} ${where} ${index} ${'x'.repeat(below(4000))}`,
    }))
    const [first] = made
    const isTwice = below(4) === 0 && where !== 'ticket'
    return first && isTwice ? [...made, { ...first }] : made
  }
  const verb = ([undefined, 'accept', 'refuse'] as const)[below(3)]
  return {
    kind: 'ticket',
    title: name,
    files: files(below(3), 'ticket'),
    comments: Array.from({ length: below(3) }, (_, index) => ({
      text: `${name} comment ${index}.`,
      files: files(below(2), `comment-${index}`),
    })),
    answer: verb && { verb, text: `${name} answer.`, files: files(below(2), 'answer').slice(0, 1) },
  }
}

/** Puts files on disk; gives the flags that attach them. */
export function attachFlags(files: OrderedFile[], folder: string): string[] {
  for (const { name, content } of files) writeFileSync(join(folder, name), content)
  return files.flatMap(({ name }) => ['--attach', name])
}
