import type { Dates } from '../dates/dates.ts'
import type { Article, ArticleSummary } from '../itil/article.ts'
import { htmlToText } from '../terminal/html.ts'
import type { articlePageShape, articleShape } from './article-shape.ts'
import type { DataRecord } from './records.ts'

/** An article of a list, for scripts. */
export function articleRecord(
  { id, title, category, changed }: ArticleSummary,
  url: string,
  dates: Dates,
): DataRecord<keyof typeof articleShape.fields> {
  return { id, title, category: category ?? null, changed: changed ? dates.iso(changed) : null, url }
}

/** A whole article for scripts: its HTML both as it is and as text. */
export function articlePageRecord(
  article: Article,
  url: string,
  dates: Dates,
): DataRecord<keyof typeof articlePageShape.fields> {
  return {
    ...articleRecord(article, url, dates),
    created: article.created ? dates.iso(article.created) : null,
    text: htmlToText(article.answer, Number.POSITIVE_INFINITY),
    html: article.answer,
    documents: article.documents.map(({ id, fileName, mime }) => ({ id, fileName, mime })),
  }
}
