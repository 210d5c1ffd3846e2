import type { Dates } from '../dates/dates.ts'
import type { Article, ArticleSummary } from '../itil/article.ts'
import { address, integer, isoOf, listOf, maybe, moment, object, type RecordOf, shape, text } from './shape.ts'

/** An article of the FAQ, as lists have it. */
export const articleShape = shape({
  name: 'article',
  fields: { id: integer, title: text, category: maybe(text), changed: maybe(moment), url: address },
  list: true,
})

/** An article that was looked for; `excerpt`: where the words stand in it. */
export const foundArticleShape = shape({
  name: 'found-article',
  fields: { ...articleShape.fields, excerpt: text },
  list: true,
})

/** A whole article: its HTML both as it is and as text. */
export const articlePageShape = shape({
  name: 'article-page',
  fields: {
    ...articleShape.fields,
    created: maybe(moment),
    text,
    html: text,
    documents: listOf(object({ id: integer, fileName: text, mime: text })),
    textLeftOut: integer,
  },
  columns: ['id', 'title', 'category', 'created', 'changed', 'url', 'text'],
  list: false,
})

export function articleRecord(
  { id, title, category, changed }: ArticleSummary,
  url: string,
  dates: Dates,
): RecordOf<typeof articleShape> {
  return { id, title, category: category ?? null, changed: isoOf(changed, dates), url }
}

export function foundArticleRecord(
  { excerpt, ...article }: ArticleSummary & { excerpt: string },
  url: string,
  dates: Dates,
): RecordOf<typeof foundArticleShape> {
  return { ...articleRecord(article, url, dates), excerpt }
}

export async function articlePageRecord(
  article: Article,
  url: string,
  dates: Dates,
): Promise<RecordOf<typeof articlePageShape>> {
  const { readText } = await import('../terminal/html.ts')
  const { text, left } = await readText(article.answer, Number.POSITIVE_INFINITY)
  return {
    ...articleRecord(article, url, dates),
    created: isoOf(article.created, dates),
    text,
    html: article.answer,
    documents: article.documents.map(({ id, fileName, mime }) => ({ id, fileName, mime })),
    textLeftOut: left,
  }
}
