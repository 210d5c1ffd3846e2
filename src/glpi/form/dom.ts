import { Parser } from 'htmlparser2'

/** An element of a page, as much of it as reading a form takes. */
export interface Element {
  name: string
  attributes: Record<string, string>
  parent: Element | undefined
  /** The text directly in it. */
  text: string
  /** Texts and elements directly in it, in their order. */
  content: Array<string | Element>
  /** The elements within it, in the order in which they open. */
  readonly inner: Element[]
}

/** A page: all its elements, in the order in which they open. */
export interface Page {
  elements: Element[]
  /** False where it goes on beyond what is read of any page. */
  isWhole: boolean
}

/** A page of GLPI has some three thousand elements and twice as many attributes. */
const mostOfPage = { elements: 30_000, attributes: 100_000 }

/** Reads a page of HTML, however it is made; of one that never ends, its beginning. */
export function readPage(html: string, most = mostOfPage): Page {
  const elements: Element[] = []
  let attributesSeen = 0
  let isWhole = true
  const stop = (): void => {
    isWhole = false
    parser.pause()
  }
  const open: Array<{ element: Element; end(): void }> = []
  const parser = new Parser({
    onattribute() {
      attributesSeen += 1
      if (attributesSeen > most.attributes) stop()
    },
    onopentag(name, attributes) {
      const start = elements.length + 1
      let end: number | undefined
      const element: Element = {
        name,
        attributes,
        parent: open.at(-1)?.element,
        text: '',
        content: [],
        get inner() {
          return elements.slice(start, end)
        },
      }
      if (elements.length >= most.elements) return stop()
      elements.push(element)
      element.parent?.content.push(element)
      open.push({ element, end: () => (end = elements.length) })
    },
    ontext(text) {
      const innermost = open.at(-1)?.element
      if (!innermost) return
      innermost.text += text
      innermost.content.push(text)
    },
    onclosetag() {
      open.pop()?.end()
    },
  })
  parser.end(html)
  return { elements, isWhole }
}

/** The elements of this name, and with this `name` attribute when one is given. */
export function named(page: Page, tag: string, name?: string): Element[] {
  return page.elements.filter((one) => one.name === tag && (name === undefined || one.attributes.name === name))
}

/** A label has a few elements; one that was never closed holds the rest of the page. */
const mostTexts = 100

/** The text of an element and of those within it, in their order, on one line. */
export function textOf(element: Element): string {
  let left = mostTexts
  const gather = ({ content }: Element): string =>
    content
      .map((part) => {
        if (typeof part === 'string') return part
        left -= 1
        if (left < 0 || part.name === 'script') return ''
        return isInline(part) ? gather(part) : ` ${gather(part)} `
      })
      .join('')
  return gather(element).replace(/\s+/g, ' ').trim()
}

/** What stands within a word or a sentence. */
function isInline({ name }: Element): boolean {
  return ['a', 'b', 'em', 'i', 'span', 'strong', 'u'].includes(name)
}

/** The text of every script of the page. */
export function scripts(page: Page): string[] {
  return named(page, 'script').map(({ text }) => text)
}

/** Whether an element is of this class. */
export function hasClass({ attributes }: Element, name: string): boolean {
  return attributes.class?.split(/\s+/).includes(name) ?? false
}

/** True when an attribute is there and does not say no. */
export function isSet(element: Element, attribute: string): boolean {
  const value = element.attributes[attribute]
  return value !== undefined && value !== '0' && value !== 'false'
}

export interface Option {
  value: string
  text: string
  selected: boolean
}

/** The options of a drop-down that have a value. */
export function options(select: Element): Option[] {
  return select.inner
    .filter(({ name, attributes }) => name === 'option' && attributes.value)
    .map((one) => ({ value: one.attributes.value ?? '', text: textOf(one), selected: 'selected' in one.attributes }))
}
