import type { Key } from 'node:readline'

export type Move = 'up' | 'down' | 'home' | 'end' | 'pageup' | 'pagedown'

const moves: readonly string[] = ['up', 'down', 'home', 'end', 'pageup', 'pagedown'] satisfies Move[]

/** Where in a list a key goes, if anywhere. */
export function moveOf({ name = '' }: Pick<Key, 'name'>): Move | undefined {
  return moves.includes(name) ? (name as Move) : undefined
}

/** The index in focus after a move in a list of `count`, of which `page` are seen at once; the ends hold. */
export function moved(index: number, move: Move, { count, page }: { count: number; page: number }): number {
  const last = Math.max(0, count - 1)
  const to: Record<Move, number> = {
    up: index - 1,
    down: index + 1,
    home: 0,
    end: last,
    pageup: index - page,
    pagedown: index + page,
  }
  return Math.max(0, Math.min(last, to[move]))
}

/** The line of a prompt. */
interface Line {
  clearLine(direction: 0): void
  write(text: string): void
}

/** Puts a text in the place of what a key made of the line. */
export function holdLine(line: Line, text: string): void {
  line.clearLine(0)
  if (text !== '') line.write(text)
}
