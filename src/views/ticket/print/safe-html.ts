import { Parser } from 'htmlparser2'
import { escapeHtml } from '../../../glpi/html.ts'
import { isHtml } from '../../../terminal/html.ts'
import { readableHtml, readableText } from '../../../terminal/readable-html.ts'
import { plain } from '../../../terminal/sanitize.ts'

/** Elements that are made anew, without what they were given, and as what. All others leave their text alone. */
const elements: Record<string, string> = {
  ...{ p: 'p', div: 'div', section: 'div', article: 'div', center: 'div', figure: 'div', figcaption: 'div' },
  ...{
    ul: 'ul',
    ol: 'ol',
    li: 'li',
    dl: 'dl',
    dt: 'dt',
    dd: 'dd',
    br: 'br',
    hr: 'hr',
    pre: 'pre',
    blockquote: 'blockquote',
  },
  ...{
    strong: 'strong',
    b: 'strong',
    em: 'em',
    i: 'em',
    u: 'u',
    ins: 'u',
    s: 's',
    strike: 's',
    del: 's',
    small: 'small',
  },
  ...{ sub: 'sub', sup: 'sup', code: 'code', tt: 'code', samp: 'code', kbd: 'kbd' },
  ...{
    table: 'table',
    caption: 'caption',
    thead: 'thead',
    tbody: 'tbody',
    tfoot: 'tfoot',
    tr: 'tr',
    td: 'td',
    th: 'th',
  },
  // The page has headings of its own above these.
  ...{ h1: 'h4', h2: 'h4', h3: 'h5', h4: 'h5', h5: 'h6', h6: 'h6' },
}
/** These have no end. */
const single = new Set(['br', 'hr'])
/** What these hold is no text of anybody. */
const wordless = new Set(['script', 'style', 'title', 'template'])
const widestSpan = 30

/** Where a text stands. */
export interface Surroundings {
  /** The address of its page: links are read from there. */
  base: string
  /** Pictures that are at hand, as `data:` addresses, by the words that the text has in their place. */
  pictures: Pick<ReadonlyMap<string, string>, 'get'>
}

/**
 * A text of the platform as HTML that may stand in a page of ours, whatever it holds; `left`: how many characters of an
 * endless one are not in it. Nothing of it is passed on: elements of a list are made anew, with the few attributes that are
 * understood, and texts are escaped. Links lead to the web or to a mail alone, and say where; pictures are those at hand, or a name.
 */
export function safeHtml(html: string, around: Surroundings): { html: string; left: number } {
  if (!isHtml(html)) {
    const { text, left } = readableText(html.replace(/<!--[\s\S]*?(-->|$)/g, ''))
    const said = plain(text, { multiline: true }).trim()
    return { html: said === '' ? '' : `<p class="typed">${escapeHtml(said)}</p>`, left }
  }
  const { text, left } = readableHtml(html)
  const rebuilt = new Rebuilt(around)
  const parser = new Parser({
    onopentag: (name, attributes) => rebuilt.open(name, attributes),
    ontext: (words) => rebuilt.say(words),
    onclosetag: () => rebuilt.close(),
  })
  parser.end(text)
  return { html: rebuilt.text(), left }
}

interface Open {
  /** What ends it. */
  end: string
  /** What it holds is left out. */
  isSilent: boolean
  /** Of a link: where it leads, and what it says so far. */
  link?: { address: string; words: string }
}

class Rebuilt {
  readonly #around: Surroundings
  readonly #pieces: string[] = []
  readonly #open: Open[] = []
  /** The text since the last tag: a control sequence of it may come in several parts. */
  #words = ''

  constructor(around: Surroundings) {
    this.#around = around
  }

  open(name: string, attributes: Record<string, string>): void {
    this.#tell()
    const isSilent = this.#isSilent || wordless.has(name)
    this.#open.push(isSilent ? { end: '', isSilent } : { isSilent, ...this.#begin(name, attributes) })
  }

  close(): void {
    this.#tell()
    const { end, link } = this.#open.pop() ?? { end: '' }
    this.#pieces.push(end)
    if (link && link.words.trim() !== link.address)
      this.#pieces.push(` <span class="address">(${attribute(link.address)})</span>`)
  }

  say(words: string): void {
    if (!this.#isSilent) this.#words += words
  }

  text(): string {
    this.#tell()
    return this.#pieces.join('').trim()
  }

  get #isSilent(): boolean {
    return this.#open.at(-1)?.isSilent ?? false
  }

  get #link(): Open['link'] {
    return this.#open.findLast(({ link }) => link)?.link
  }

  #tell(): void {
    if (this.#words === '') return
    const words = plain(this.#words, { multiline: true })
    this.#words = ''
    this.#pieces.push(escapeHtml(words))
    const link = this.#link
    if (link) link.words += words
  }

  #begin(name: string, attributes: Record<string, string>): Pick<Open, 'end' | 'link'> {
    if (name === 'img') {
      this.#pieces.push(this.#picture(attributes))
      return { end: '' }
    }
    if (name === 'a') return this.#beginLink(attributes.href ?? '')
    const element = Object.hasOwn(elements, name) ? elements[name] : undefined
    if (!element) return { end: '' }
    this.#pieces.push(`<${element}${kept(element, attributes)}>`)
    return { end: single.has(element) ? '' : `</${element}>` }
  }

  #beginLink(given: string): Pick<Open, 'end' | 'link'> {
    const address = this.#link ? undefined : linked(given, this.#around.base)
    if (address === undefined) return { end: '' }
    this.#pieces.push(`<a href="${attribute(address)}" rel="noopener noreferrer">`)
    return { end: '</a>', link: { address, words: '' } }
  }

  #picture({ src = '', alt = '' }: Record<string, string>): string {
    const data = this.#around.pictures.get(alt)
    const file = src.startsWith('data:') ? '' : (src.split(/[?#]/)[0]?.split('/').pop() ?? '')
    const label = attribute(plain(alt.trim() || file || 'image'))
    return data ? `<img src="${data}" alt="${label}">` : `<span class="picture">[${label}]</span>`
  }
}

/** Of what an element was given, numbers alone. */
function kept(element: string, { colspan, rowspan, start }: Record<string, string>): string {
  const number = (name: string, given: string | undefined, most: number): string =>
    /^\d{1,4}$/.test(given ?? '') && Number(given) > 0 ? ` ${name}="${Math.min(Number(given), most)}"` : ''
  if (element === 'ol') return number('start', start, 9999)
  if (element !== 'td' && element !== 'th') return ''
  return number('colspan', colspan, widestSpan) + number('rowspan', rowspan, widestSpan)
}

/** An address of the web, or of a mail; undefined for all else, and for a document of the platform, which asks for a login. */
function linked(given: string, base: string): string | undefined {
  const { protocol, href, username, password, pathname } = parsed(given, base) ?? {}
  if (href === undefined || pathname?.endsWith('/front/document.send.php')) return undefined
  if (protocol === 'mailto:') return href
  return (protocol === 'http:' || protocol === 'https:') && !username && !password ? href : undefined
}

function parsed(given: string, base: string): URL | undefined {
  // A mere place in a text that is not there.
  if (given.trim() === '' || given.trim().startsWith('#')) return undefined
  return URL.canParse(given, base) ? new URL(given, base) : undefined
}

/** Text within quotes. */
export function attribute(text: string): string {
  return escapeHtml(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}
