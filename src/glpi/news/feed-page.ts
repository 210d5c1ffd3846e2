import type { FeedItem } from '../../itil/news.ts'
import { type Element, readPage, textOf } from '../form/dom.ts'
import type { DateReader } from '../session/clock.ts'

/** As many as anybody reads. */
const mostItems = 200

/**
 * The news that a page shows: rows of a table, each with its date, its source and its title, both of which may be links,
 * and what it says in a box that opens beside it.
 */
export function feedItems(html: string, read: DateReader): FeedItem[] {
  const boxes = new Map<string, Element>()
  const page = readPage(html)
  for (const element of page.elements) if (element.attributes.id) boxes.set(element.attributes.id, element)
  return [...boxes]
    .filter(([id]) => /^rssitem\d+$/.test(id))
    .slice(0, mostItems)
    .flatMap(([id, title]) => itemOf(title, boxes.get(`${id}content`), read))
  function itemOf(title: Element, box: Element | undefined, read: DateReader): FeedItem[] {
    const row = rowAround(title)
    const said = textOf(title)
    if (!row || said === '') return []
    const [first] = row.inner.filter(({ name }) => name === 'td')
    const source = row.inner.find((one) => one.name === 'a' && one.parent !== title)
    const date = first && read(withSeconds(textOf(first)))
    const url = webAddress(title.inner.find(({ name }) => name === 'a')?.attributes.href)
    const text = box ? textOf(box) : ''
    return [
      {
        ...{ source: source ? textOf(source) : '', title: said, text },
        ...(date ? { date } : {}),
        ...(url ? { url } : {}),
      },
    ]
  }
}

function rowAround(element: Element): Element | undefined {
  let around = element.parent
  while (around && around.name !== 'tr') around = around.parent
  return around
}

/** The page shows minutes. */
function withSeconds(date: string): string {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(date) ? `${date}:00` : date
}

/** An address of the web; a link of another kind leads nowhere that a news should. */
function webAddress(href: string | undefined): string | undefined {
  return href && /^https?:\/\//i.test(href) ? href : undefined
}
