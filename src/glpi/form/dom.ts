import { Parser } from 'htmlparser2'

/** An element of a page, as much of it as reading a form takes. */
export interface Element {
  name: string
  attributes: Record<string, string>
  children: Array<Element | string>
  parent: Element | undefined
}

/** A page: all its elements, in the order in which they open. */
export interface Page {
  elements: Element[]
}

/** Reads a page of HTML, however it is made. */
export function readPage(html: string): Page {
  const elements: Element[] = []
  let open: Element | undefined
  const parser = new Parser({
    onopentag(name, attributes) {
      const element: Element = { name, attributes, children: [], parent: open }
      open?.children.push(element)
      elements.push(element)
      open = element
    },
    ontext(text) {
      open?.children.push(text)
    },
    onclosetag() {
      open = open?.parent
    },
  })
  parser.end(html)
  return { elements }
}

/** The elements of this name, and with this `name` attribute when one is given. */
export function named(page: Page, tag: string, name?: string): Element[] {
  return page.elements.filter((one) => one.name === tag && (name === undefined || one.attributes.name === name))
}

/** The elements within another one, in order. */
export function within(element: Element): Element[] {
  const found: Element[] = []
  const waiting: Array<Element | string> = [...element.children]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (typeof next === 'string') continue
    found.push(next)
    waiting.unshift(...next.children)
  }
  return found
}

/** All the text within an element, on one line. */
export function textOf(element: Element): string {
  const texts = [element, ...within(element)].flatMap(({ children }) =>
    children.filter((child) => typeof child === 'string'),
  )
  return texts.join(' ').replace(/\s+/g, ' ').trim()
}

/** The text of every script of the page. */
export function scripts(page: Page): string[] {
  return named(page, 'script').map((script) => script.children.filter((child) => typeof child === 'string').join(''))
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
  return within(select)
    .filter(({ name, attributes }) => name === 'option' && attributes.value)
    .map((one) => ({ value: one.attributes.value ?? '', text: textOf(one), selected: 'selected' in one.attributes }))
}
