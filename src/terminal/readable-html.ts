import { endOfTag } from '../glpi/html.ts'

/** Characters: as much as a person can read; hostile input costs time. */
export const longestRead = 500_000
/** Tags and lines together. */
const mostPieces = 30_000
/** Of elements in one another; deeper ones are as good as none: each level is laid out once more. */
const deepest = 40
/** Of those, how many move their text to the right: lists and quotes. */
const mostIndents = 10
const indenting = /^(?:[uod]l|blockquote)$/
/** Characters; a tag that is longer holds what nobody reads: styles, classes, pictures. */
const longTag = 300
const longestValue = 2_000
const shownAttributes = new Set(['href', 'src', 'alt', 'colspan', 'rowspan', 'start', 'type'])
/** What ends by itself, so that a thousand in a row are no deeper than one. */
const shallow =
  /^(?:p|li|d[td]|t[rdh]|thead|tbody|tfoot|option|optgroup|area|base|br|hr|wbr|col|embed|img|input|link|meta|param|source|track)$/
/** What stands on lines of its own, at any depth. */
const blocks = /^(?:div|blockquote|table|[uod]l|section|article|center|pre|h[1-6])$/
/** What these hold is no text. */
const wordless = new Set(['style', 'script'])

/** What of a text is read; `left`: how many characters of text stand behind it. */
export interface Readable {
  text: string
  left: number
}

/** As much of a plain text as is laid out within a moment. */
export function readableText(text: string, longest = longestRead): Readable {
  let end = Math.min(text.length, longest)
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    lines += 1
    if (lines === mostPieces) end = at
  }
  return { text: whole(text.slice(0, end)), left: text.length - end }
}

/**
 * As much of an HTML text as is converted within a moment, whatever it holds, and without what is no text: comments,
 * styles, pictures that stand in it as `data:`. In one pass, which looks at each character once.
 */
export function readableHtml(html: string, longest = longestRead): Readable {
  const kept: string[] = []
  const room = { characters: longest, pieces: mostPieces }
  const depth: Depth = { open: 0, indents: 0 }
  let at = 0
  while (at < html.length) {
    const next = pieceAt(html, at, depth)
    room.characters -= next.text.length
    room.pieces -= next.pieces
    if (room.characters < 0 || room.pieces < 0) break
    kept.push(next.text)
    at = next.end
  }
  return at < html.length ? cutAt(html, at, kept, room) : { text: kept.join(''), left: 0 }
}

/** Of a piece of text that is too long, its beginning is read. */
function cutAt(html: string, at: number, kept: string[], room: { characters: number }): Readable {
  const text = html.startsWith('<', at) ? '' : words(html, at).text
  const part = room.characters < 0 ? whole(text.slice(0, text.length + room.characters)) : ''
  const rest = html.slice(at + part.length).replace(/<[^<>]*>/g, '')
  return { text: kept.join('') + part, left: rest.trim() === '' ? 0 : rest.length }
}

/** Without half of an entity or of a sign at its end. */
function whole(text: string): string {
  const tail = text.slice(-12)
  return text.slice(0, text.length - tail.length) + tail.replace(/&[#\w]{0,10}$|[\ud800-\udbff]$/, '')
}

/** How many elements are open, and how many of them indent. */
interface Depth {
  open: number
  indents: number
}

interface Piece {
  /** What is kept of it. */
  text: string
  /** Where the next one begins. */
  end: number
  pieces: number
}

function pieceAt(html: string, at: number, depth: Depth): Piece {
  if (html.startsWith('<!--', at)) return { text: '', end: behind(html, '-->', at), pieces: 0 }
  const name = html[at] === '<' ? nameAt(html, at) : ''
  if (!name) return words(html, at)
  const end = endOfTag(html, at)
  const isClosing = html[at + 1] === '/'
  if (!isClosing && wordless.has(name)) return { text: '', end: behindElement(html, name, end), pieces: 1 }
  const isKept = counted(name, isClosing, depth)
  const tag = html.slice(at, end)
  const text = tag.length <= longTag ? tag : isClosing ? `</${name}>` : shortTag(tag, name)
  return { text: isKept ? text : blocks.test(name) ? '<br>' : '', end, pieces: isClosing ? 0 : 1 }
}

/** Until the next `<`, or to the end of the line: each may become one. */
function words(html: string, at: number): Piece {
  const end = endOfWords(html, at)
  return { text: html.slice(at, end), end, pieces: html[end - 1] === '\n' ? 1 : 0 }
}

function endOfWords(html: string, at: number): number {
  if (html[at] === '\n') return at + 1
  const next = /[<\n]/g
  next.lastIndex = at + 1
  const found = next.exec(html)
  if (!found) return html.length
  return found[0] === '\n' ? found.index + 1 : found.index
}

function nameAt(html: string, at: number): string {
  return /^<\/?([a-z][a-z\d:-]{0,40})/i.exec(html.slice(at, at + 50))?.[1]?.toLowerCase() ?? ''
}

function behind(html: string, mark: string, at: number): number {
  const found = html.indexOf(mark, at)
  return found < 0 ? html.length : found + mark.length
}

function behindElement(html: string, name: string, at: number): number {
  const closing = name === 'style' ? /<\/style/gi : /<\/script/gi
  closing.lastIndex = at
  const found = closing.exec(html)
  return found ? behind(html, '>', found.index) : html.length
}

/** Counts how deep it stands, and says whether that is not too deep. */
function counted(name: string, isClosing: boolean, depth: Depth): boolean {
  if (shallow.test(name)) return true
  const indents = indenting.test(name) ? 1 : 0
  if (!isClosing) add(depth, 1, indents)
  const isKept = depth.open <= deepest && (indents === 0 || depth.indents <= mostIndents)
  if (isClosing) add(depth, -1, -indents)
  return isKept
}

function add(depth: Depth, open: number, indents: number): void {
  depth.open = Math.max(0, depth.open + open)
  depth.indents = Math.max(0, depth.indents + indents)
}

function shortTag(tag: string, name: string): string {
  const attributes = [...tag.matchAll(/(?<![\w-])([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g)]
  const shown = attributes.flatMap(([, key = '', double, single, bare]) => {
    const value = double ?? single ?? bare ?? ''
    if (!shownAttributes.has(key.toLowerCase())) return []
    return [` ${key}="${/^\s*data:/i.test(value) ? 'data:' : value.slice(0, longestValue).replaceAll('"', '&quot;')}"`]
  })
  return `<${name}${shown.join('')}>`
}
