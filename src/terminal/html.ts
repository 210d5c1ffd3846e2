import { setImmediate } from 'node:timers/promises'
import { compile, type DomNode, type FormatCallback, type HtmlToTextOptions } from 'html-to-text'
import { documentIn, saysNothing } from '../glpi/ticket/text-images.ts'
import { longestRead, type Readable, readableHtml, readableText } from './readable-html.ts'
import { plain } from './sanitize.ts'
import { wrapped } from './width.ts'

/** Beyond what is left of any text before it is converted (`readableHtml`): nothing is lost by them. */
const limits = { maxDepth: 1_000, maxChildNodes: 100_000, ellipsis: '…' }
const largestTable = { rows: 200, columns: 30 }
/** In the grids of all tables of a text together. */
const mostPlaces = largestTable.rows * largestTable.columns
/** Stands for a blank that HTML would swallow. Private use, as the next one. */
const blankMark = '\ue002'
/** Marks lines of code, which are never wrapped. Private use, so that no text has it by accident; plain() runs later. */
const codeMark = '\ue001'

/**
 * The platform's HTML as text for a terminal: lists, links with their address, tables, code, quotes; images by their
 * name; comments dropped. Text that is not HTML keeps its line breaks. Sanitised last: entities decode into live escape
 * sequences. `width` in columns; Infinity leaves lines whole.
 */
export function htmlToText(html: string, width: number): string {
  return converted(html, width).text
}

/** The same, and how many characters of an endless text were left out. After each, what waits is heard: Ctrl-C, above all. */
export async function readText(html: string, width: number): Promise<Readable> {
  const read = converted(html, width)
  await setImmediate()
  return read
}

/** The beginning of it on one line, of some `length`. */
export function firstWords(html: string, length: number): string {
  // Of a text, a tenth at least is words.
  const { text } = converted(html, Number.POSITIVE_INFINITY, length * 10)
  return text.replace(/\s+/g, ' ').trim()
}

function converted(html: string, width: number, longest = longestRead): Readable {
  const read = isHtml(html) ? readableHtml(html, longest) : readableText(html.replace(comment, ''), longest)
  const text = isHtml(read.text) ? convert(read.text, width) : read.text
  return { text: tidy(plain(text, { multiline: true }), width), left: read.left }
}

const comment = /<!--[\s\S]*?(-->|$)/g
const knownTag =
  /<\/?(?:p|div|br|span|ul|ol|li|a|strong|em|b|i|u|s|sub|sup|small|font|table|t[rdh]|thead|tbody|pre|code|blockquote|img|h[1-6]|hr|html|body|head|style|script|section|article|details|summary|figure|center)(?:\s[^<>]*)?\/?>/i

/** Only what looks like a tag of a document counts: «a < b» and «<bob@acme.example>» are what someone typed. */
export function isHtml(text: string): boolean {
  return knownTag.test(text)
}

function convert(html: string, width: number): string {
  const marked = markedBlanks(html)
  const text = compile(options('spreadTable'))(marked)
  // A table wider than the terminal would fall to pieces: its rows are told one by one instead.
  const fits = !/<table/i.test(html) || text.split('\n').every((line) => line.length <= width)
  const told = fits ? text : compile(options('rows'))(marked)
  return told.replaceAll(blankMark, ' ')
}

/** `&nbsp;` where a line begins, or beside another blank: spaces that somebody typed, and that HTML would swallow. */
function markedBlanks(html: string): string {
  return html.replace(/(<(?:p|br|div|li)(?:\s[^<>]{0,200})?\/?>)?((?:&nbsp;)+)( ?)/g, (found, start, blanks, after) => {
    if (!start && blanks.length === '&nbsp;'.length && !after) return found
    return `${start ?? ''}${blankMark.repeat(blanks.length / '&nbsp;'.length)}${after}`
  })
}

const image: FormatCallback = (element, _walk, builder) => {
  const { alt = '', src = '' } = (element.attribs ?? {}) as { alt?: string; src?: string }
  const isUnnamed = src.startsWith('data:') || src.includes('document.send.php?')
  const file = isUnnamed ? '' : (src.split(/[?#]/)[0]?.split('/').pop() ?? '')
  const words = saysNothing(alt.trim()) ? '' : alt.trim()
  builder.addInline(`[${words || file || 'image'}]`)
}

/** The platform wraps each image of a text into a link to that image: an address that opens for nobody but its own page. */
const link: FormatCallback = (element, walk, builder, formatOptions) => {
  if (isOwnImage(element)) walk(element.children, builder)
  else builder.options.formatters.anchor?.(element, walk, builder, formatOptions)
}

function isOwnImage({ attribs, children }: DomNode): boolean {
  const document = documentIn(attribs.href ?? '')
  const images = children.filter((child) => isTag(child, 'img'))
  return (
    document !== undefined &&
    images.length > 0 &&
    images.every(({ attribs }) => documentIn(attribs.src ?? '') === document)
  )
}

const code: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ isPre: true, leadingLineBreaks: 2 })
  walk(element.children, builder)
  builder.closeBlock({
    trailingLineBreaks: 2,
    blockTransform: (text) => text.replace(/^/gm, `${codeMark}    `),
  })
}

/** Spans come from outside: a huge or negative one would keep html-to-text busy for ever, and so would many large ones. */
const spreadTable =
  (room: { places: number }): FormatCallback =>
  (element, walk, builder, formatOptions) => {
    const cells = cellsOf(element)
    for (const { attribs } of cells) {
      for (const name of ['colspan', 'rowspan']) if (attribs[name] !== undefined) attribs[name] = span(attribs[name])
      room.places -= Number(attribs.colspan ?? 1) * Number(attribs.rowspan ?? 1)
    }
    const layout =
      room.places < 0 || cells.length > largestTable.rows * 5 || rowsOf(element).length > largestTable.rows
        ? 'block'
        : 'dataTable'
    builder.options.formatters[layout]?.(element, walk, builder, formatOptions)
  }

function span(value: string): string {
  const wanted = Number.parseInt(value, 10)
  return String(Math.min(Math.max(Number.isNaN(wanted) ? 1 : wanted, 1), largestTable.columns))
}

function rowsOf(table: DomNode): DomNode[] {
  const below = table.children.flatMap((child) =>
    isTag(child, 'thead', 'tbody', 'tfoot', 'center') ? child.children : [child],
  )
  return below.filter((child) => isTag(child, 'tr'))
}

function cellsOf(table: DomNode): DomNode[] {
  return rowsOf(table).flatMap((row) => row.children.filter((cell) => isTag(cell, 'td', 'th')))
}

function isTag(node: DomNode, ...names: string[]): boolean {
  return node.type === 'tag' && names.includes(node.name ?? '')
}

function options(tables: 'spreadTable' | 'rows'): HtmlToTextOptions {
  const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
  const rowsTable = [
    { selector: 'table', format: 'block' },
    { selector: 'tr', format: 'block' },
    { selector: 'td', format: 'inlineSurround', options: { suffix: '  ' } },
    { selector: 'th', format: 'inlineSurround', options: { suffix: '  ' } },
  ]
  return {
    wordwrap: false,
    limits,
    formatters: { image, link, code, spreadTable: spreadTable({ places: mostPlaces }) },
    selectors: [
      { selector: 'img', format: 'image' },
      { selector: 'pre', format: 'code' },
      { selector: 'a', format: 'link', options: { linkBrackets: ['(', ')'], hideLinkHrefIfSameAsText: true } },
      { selector: 'ul', options: { itemPrefix: '• ' } },
      { selector: 'style', format: 'skip' },
      { selector: 'script', format: 'skip' },
      { selector: 'head', format: 'skip' },
      { selector: 'p', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
      { selector: 'hr', options: { length: 20 } },
      ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
      ...(tables === 'rows'
        ? rowsTable
        : [{ selector: 'table', format: 'spreadTable', options: { uppercaseHeaderCells: false, maxColumnWidth: 40 } }]),
    ],
  }
}

/** Wraps each line under its own indentation, bullet or quote mark; at most one empty line in a row. */
function tidy(text: string, width: number): string {
  // By trimEnd, not by a pattern: one that ends in `$` looks again from each blank of a long run, for minutes.
  return text
    .split('\n')
    .map((line) => wrapLine(line.trimEnd(), width))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd()
}

function wrapLine(line: string, width: number): string {
  if (line.includes(codeMark)) return line.replaceAll(codeMark, '')
  if (!Number.isFinite(width)) return line
  const found = /^\s*(?:(?:>|•|-|\d+\.)\s+)*/.exec(line)?.[0] ?? ''
  // A lead of thousands of dashes would be set before each of thousands of lines.
  const lead = found.length > Math.max(width / 2, 20) ? '' : found
  const hanging = lead.replace(/[^>\s]/g, ' ')
  return wrapped(line.slice(lead.length), Math.max(10, width - lead.length))
    .split('\n')
    .map((part, index) => `${index === 0 ? lead : hanging}${part}`.trimEnd())
    .join('\n')
}
