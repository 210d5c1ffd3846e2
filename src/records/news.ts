import type { Dates } from '../dates/dates.ts'
import type { Announcement, FeedItem } from '../itil/news.ts'
import { bool, isoOf, maybe, moment, oneOf, type RecordOf, shape, text } from './shape.ts'

/** An announcement of the support (`announcement`), or a piece of news from elsewhere (`feed`). */
export const newsShape = shape({
  name: 'news',
  fields: {
    kind: oneOf(['announcement', 'feed']),
    id: maybe({ type: 'integer' } as const),
    title: text,
    text,
    source: maybe(text),
    date: maybe(moment),
    begin: maybe(moment),
    end: maybe(moment),
    url: maybe(text),
    new: bool,
  },
  columns: ['kind', 'date', 'title', 'text', 'url'],
  list: true,
})

export type NewsRecord = RecordOf<typeof newsShape>

/** What there is to say now, and which announcements are shown for the first time. */
export interface NewsPage {
  announcements: Announcement[]
  /** The numbers of those. */
  fresh: ReadonlySet<number>
  feeds: FeedItem[]
}

export async function newsRecords({ announcements, fresh, feeds }: NewsPage, dates: Dates): Promise<NewsRecord[]> {
  const { readText } = await import('../terminal/html.ts')
  const told = announcements.map(async ({ id, title, text, since, begin, end, url }): Promise<NewsRecord> => {
    const { text: said } = await readText(text, Number.POSITIVE_INFINITY)
    const moments = { date: isoOf(since, dates), begin: isoOf(begin, dates), end: isoOf(end, dates) }
    return { kind: 'announcement', id, title, text: said, source: null, ...moments, url, new: fresh.has(id) }
  })
  const read = feeds.map(({ source, title, text, date, url }): NewsRecord => {
    const where = { source, date: isoOf(date, dates), begin: null, end: null, url: url ?? null }
    return { kind: 'feed', id: null, title, text, ...where, new: false }
  })
  return [...(await Promise.all(told)), ...read]
}
