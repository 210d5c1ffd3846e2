import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'
import { withWholeCommands } from './whole-command.ts'

/** Columns that a text takes on a terminal: wide characters count two, combining ones and colours none. */
export function widthOf(text: string): number {
  return stringWidth(text)
}

/** The text, or as much of it as fits with «…» at its end. For text without colours. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  if (width <= 0) return ''
  let kept = ''
  let used = 1
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += widthOf(segment)
    if (used > width) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** The text with spaces after it, up to a width. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** fast-wrap-ansi looks at a whole run of spaces for each of them: half a million would take it minutes. */
const longRun = / {200,}/g
const longestRun = ' '.repeat(199)

/** The text on lines of at most that width, broken at spaces; a longer word, as an address is, stays whole, and so does a command line that fits. */
export function wrapped(text: string, width: number): string {
  return withWholeCommands(text, width, (whole) => wrapAnsi(whole.replace(longRun, longestRun), Math.max(1, width)))
}
