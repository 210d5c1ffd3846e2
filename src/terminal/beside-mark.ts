import { widthOf, wrapped } from './width.ts'

/**
 * A sentence after its mark: on a terminal of that width broken at spaces, the further lines below the first; in plain
 * mode below the mark, which is a word then.
 */
export function besideMark(
  mark: string,
  sentence: string,
  { width, isPlain }: { width: number | undefined; isPlain: boolean },
): string {
  const indent = isPlain ? 0 : widthOf(mark)
  const indented = (text: string) => text.replaceAll('\n', `\n${' '.repeat(indent)}`)
  if (width === undefined) return mark + indented(sentence)
  const room = width - indent
  const lines = (text: string) => indented(wrapped(commandsApart(text, room), room))
  return isPlain ? lines(mark + sentence) : mark + lines(sentence)
}

/** A command that ends a line of a sentence begins a line where it would be broken: it is there to be copied. */
function commandsApart(sentence: string, room: number): string {
  const lines = sentence.split('\n')
  return lines.map((line) => (widthOf(line) <= room ? line : line.replace(/(:)\s(ipeos .+)$/, '$1\n$2'))).join('\n')
}
