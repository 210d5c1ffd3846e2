const segmenter = new Intl.Segmenter()

/** Where the character (as people count them: a whole emoji, a letter with its accents) that begins here ends. */
export function borderAfter(text: string, at: number): number {
  if (at >= text.length) return text.length
  if (isBare(text, at) && isBare(text, at + 1)) return at + 1
  const { start, line } = lineAround(text, at)
  if (at === start + line.length) return at + 1
  const found = segmenter.segment(line).containing(at - start)
  return found ? start + found.index + found.segment.length : at + 1
}

/** Where the character before this place begins. */
export function borderBefore(text: string, at: number): number {
  if (at <= 0) return 0
  if (text[at - 1] === '\n') return at - 1
  if (isBare(text, at - 2) && isBare(text, at - 1) && isBare(text, at)) return at - 1
  const { start, line } = lineAround(text, at - 1)
  const found = segmenter.segment(line).containing(at - 1 - start)
  return found ? start + found.index : at - 1
}

/** This place, or the end of the character that it is within. */
export function onBorder(text: string, at: number): number {
  return at <= 0 ? 0 : borderAfter(text, borderBefore(text, at))
}

/** The end of the word that is here, or after the blanks and marks that are. */
export function wordAfter(text: string, at: number): number {
  let end = at
  while (end < text.length && !isWord(text, end)) end += unitsAt(text, end)
  while (end < text.length && isWord(text, end)) end += unitsAt(text, end)
  return onBorder(text, end)
}

/** The start of the word that ends here, or before the blanks and marks that do. */
export function wordBefore(text: string, at: number): number {
  let start = at
  while (start > 0 && !isWord(text, unitBefore(text, start))) start = unitBefore(text, start)
  while (start > 0 && isWord(text, unitBefore(text, start))) start = unitBefore(text, start)
  return start === at ? at : borderBefore(text, borderAfter(text, start))
}

export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
}

export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

/** The characters of a line, as people count them. */
export function* charactersOf(line: string): Iterable<string> {
  for (const { segment } of segmenter.segment(line)) yield segment
}

function lineAround(text: string, at: number): { start: number; line: string } {
  const start = lineStart(text, at)
  return { start, line: text.slice(start, lineEnd(text, at)) }
}

/** Nothing joins these to what stands beside them. */
function isBare(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return Number.isNaN(code) || (code >= 0x20 && code < 0x7f) || (code > 0xa0 && code < 0x300 && code !== 0xad)
}

/** Marks, joiners, colours of skin: they belong to what stands before them. */
const joins = /^(?:\p{M}|\u200c|\u200d|\p{Emoji_Modifier})/u

/** As what it is joined to. */
function isWord(text: string, at: number): boolean {
  let base = at
  while (base > 0 && joins.test(characterAt(text, base)) && (text[base - 1] ?? '') >= ' ') base = unitBefore(text, base)
  return /[\p{L}\p{N}\p{M}_]/u.test(characterAt(text, base))
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0)
}

function unitsAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function unitBefore(text: string, at: number): number {
  const isPair = at >= 2 && (text.codePointAt(at - 2) ?? 0) > 0xffff
  return at - (isPair ? 2 : 1)
}
