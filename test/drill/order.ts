import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { random } from '../support/random.ts'

export type Random = ReturnType<typeof random>

export interface OrderedFile {
  name: string
  content: string
}

/** What one run asks of the platform. */
export interface Order {
  title: string
  files: OrderedFile[]
  comments: Array<{ text: string; files: OrderedFile[] }>
  /** How its solution is answered, with a word and perhaps a file in the same request; undefined: none is proposed. */
  answer: { verb: 'accept' | 'refuse'; text: string; files: OrderedFile[] } | undefined
}

/** A ticket with up to three files and two comments; now and then the same bytes twice, which is meant. */
export function orderOf(name: string, { below }: Random): Order {
  const files = (count: number, where: string): OrderedFile[] => {
    const made = Array.from({ length: count }, (_, index) => ({
      name: `${where}-${index}.txt`,
      content: `${name} ${where} ${index} ${'x'.repeat(below(4000))}`,
    }))
    const [first] = made
    return first && below(4) === 0 ? [...made, { ...first }] : made
  }
  const verb = ([undefined, 'accept', 'refuse'] as const)[below(3)]
  return {
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
