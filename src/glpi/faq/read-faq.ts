import * as z from 'zod/mini'
import { NotAllowed, NotFound } from '../../errors/error.ts'
import type { Article, ArticleSummary, FoundArticle } from '../../itil/article.ts'
import { lazy } from '../../itil/lazy.ts'
import { everyItem } from '../range.ts'
import type { DateReader } from '../session/clock.ts'
import type { Session } from '../session/session.ts'
import { html, integer, label, parse, serverDate } from '../wire.ts'
import { type ArticleRow, type Columns, readColumns, searchArticles } from './article-search.ts'
import type { Faq } from './faq.ts'
import { readableOnes } from './readable-article.ts'

/** The FAQ over a session; its search options are asked once. */
export function faqOf(session: Session, dates: () => Promise<DateReader>): Omit<Faq, 'download'> {
  const columns = lazy(() => readColumns(session))
  const search = async (words: string[], withAnswer: boolean): Promise<FoundArticle[]> => {
    const known = await columns()
    // A search that the platform refuses is made up for by its whole list, which knows no categories.
    const rows =
      (known && (await searchArticles(session, known, { words, withAnswer }))) ?? (await everyArticle(session))
    const read = await dates()
    return (await readableOnes(session, rows)).map((row) => ({ ...summary(row, read), answer: row.answer }))
  }
  return {
    list: () => search([], false),
    search: (words) => search(words, true),
    async get(id) {
      const [article, category] = await Promise.all([readArticle(session, id), categoryOf(session, columns, id)])
      return { ...articleOf(article, await dates()), ...(category ? { category } : {}) }
    },
    async link(id) {
      const { rootUrl, person } = await session.current()
      const page = person.interface === 'central' ? 'knowbaseitem.form.php' : 'helpdesk.faq.php'
      return `${rootUrl}/front/${page}?id=${id}`
    },
  }
}

// Contract, «FAQ, list» and «FAQ, one article».
const article = z.object({
  id: integer,
  name: label,
  answer: html,
  date_creation: z.optional(serverDate),
  date_mod: z.optional(serverDate),
  _documents: z.optional(z.unknown()),
})
const documents = z.array(z.object({ id: integer, filename: label, mime: z.optional(label) }))

async function everyArticle(session: Session): Promise<ArticleRow[]> {
  const rows = parse(z.array(article), await everyItem(session, 'KnowbaseItem?get_hateoas=false'), 'KnowbaseItem')
  return rows.map(({ id, name, answer, date_mod }) => ({ id, title: name, answer, changed: date_mod ?? null }))
}

async function readArticle(session: Session, id: number): Promise<z.output<typeof article>> {
  try {
    const answer = await session.call({ path: `KnowbaseItem/${id}?with_documents=true&get_hateoas=false` })
    return parse(article, answer, 'KnowbaseItem')
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof NotAllowed)) throw error
    throw new NotFound('article-not-found', { id }, { cause: error })
  }
}

/** A customer may not read the categories of an article (403); the search tells them by the way. */
async function categoryOf(
  session: Session,
  columns: () => Promise<Columns | undefined>,
  id: number,
): Promise<string | undefined> {
  const known = await columns()
  if (known?.category === undefined) return undefined
  const [row] = (await searchArticles(session, known, { id })) ?? []
  return row?.category
}

function articleOf(fields: z.output<typeof article>, read: DateReader): Article {
  const { id, name, answer, date_creation, date_mod } = fields
  const created = read(date_creation)
  return {
    ...summary({ id, title: name, answer, changed: date_mod ?? null }, read),
    answer,
    ...(created ? { created } : {}),
    documents: documentsOf(fields._documents),
  }
}

/** Where documents may not be listed, a refusal stands in their place. */
function documentsOf(given: unknown): Article['documents'] {
  const { success, data } = z.safeParse(documents, given ?? [])
  if (!success) return []
  return data.map(({ id, filename, mime }) => ({ id, fileName: filename, mime: mime || 'application/octet-stream' }))
}

function summary({ id, title, category, changed }: ArticleRow, read: DateReader): ArticleSummary {
  const date = read(changed)
  return { id, title, ...(category ? { category } : {}), ...(date ? { changed: date } : {}) }
}
