import type { Article, ArticleSummary } from '../itil/article.ts'
import { plain } from '../terminal/sanitize.ts'
import { table } from '../terminal/table.ts'
import { wrapped } from '../terminal/width.ts'
import { cards } from './layout/cards.ts'
import { filled, viewFields } from './layout/fields.ts'
import { viewLongText } from './layout/long-text.ts'
import type { Look } from './look.ts'

export interface ListedArticle extends ArticleSummary {
  url: string
}

export interface ListedFind extends ListedArticle {
  excerpt: string
}

/** Articles as people read them; as many columns as fit the width. */
export function articleTable(articles: ListedArticle[], { style, t, width, dates }: Look): string {
  const columns = [
    {
      head: t('list.number'),
      cells: articles.map(({ id }) => `#${id}`),
      align: 'right' as const,
      paint: (text: string, row: number) => style.link(style.bold(text), articles[row]?.url ?? ''),
    },
    { head: t('list.title'), cells: articles.map(({ title }) => plain(title)), minWidth: 24 },
    {
      head: t('list.category'),
      cells: articles.map(({ category = '' }) => plain(category)),
      dropRank: 2,
      minWidth: 12,
    },
    {
      head: t('faq.changed'),
      cells: articles.map(({ changed }) => (changed ? dates.relative(changed) : '')),
      dropRank: 1,
      paint: style.dim,
    },
  ]
  return table(columns, width, style)
}

/** What was found, the best first: each title with the place where the words stand. */
export function articleFinds(finds: ListedFind[], { style, width }: Look): string {
  const found = finds.map(({ id, title, category, url, excerpt }) => {
    const where = category ? style.dim(`${style.drawn(' ·\u00a0', ', ')}${plain(category)}`) : ''
    return [`${style.link(style.bold(`#${id}`), url)} ${style.bold(plain(title))}${where}`, plain(excerpt)]
  })
  return cards(found, width)
}

/** A whole article as a page: its head, its text, its documents and how to get them. */
export async function articlePage(article: Article, url: string, look: Look): Promise<string> {
  const { style, t, width, dates } = look
  const known = filled([
    [t('list.category'), article.category && plain(article.category)],
    [t('faq.changed'), article.changed && dates.absolute(article.changed)],
  ])
  const head = known.length > 0 ? `${viewFields(known, look)}\n` : ''
  return [
    wrapped(`${style.link(style.bold(`#${article.id}`), url)} ${style.bold(plain(article.title))}`, width),
    // The address stands alone, whole: one that is wrapped can be neither clicked nor copied.
    `${head}${style.dim(plain(url))}`,
    (await viewLongText(article.answer, look)) || style.dim(t('faq.empty')),
    documentList(article, look),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function documentList({ id, answer, documents }: Article, { style, t, width }: Look): string {
  const hint = style.offering(wrapped(t('faq.see-on-web', { id }), width), style.dim)
  if (documents.length === 0) return /<img\b/i.test(answer) ? hint : ''
  const lines = documents.map(({ fileName }) => wrapped(`  ${style.drawn('• ', '- ')}${plain(fileName)}`, width))
  const fetching = style.offering(wrapped(t('faq.fetch', { id }), width), style.dim)
  return [style.bold(t('show.documents')), ...lines, fetching].join('\n')
}
