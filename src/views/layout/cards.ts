import { wrapped } from '../../terminal/width.ts'

/** Columns of a window that is too narrow for a table of more than numbers and titles. */
export const narrowWindow = 60

/** Each of several things on lines of its own, the further ones set in, for a narrow window; empty lines are left out. */
export function cards(things: string[][], width: number): string {
  return things.map((lines) => card(lines.filter(Boolean), width)).join('\n')
}

function card([first = '', ...others]: string[], width: number): string {
  const below = others.map((line) => wrapped(line, Math.max(10, width - 4)).replace(/^/gm, '    '))
  return [wrapped(first, width), ...below].join('\n')
}
