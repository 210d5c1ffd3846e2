import type { Context } from '../../app/context.ts'
import type { ArticleSummary } from '../../itil/article.ts'

/** Keeps articles that were seen, so that completion can name them. */
export function rememberArticles(articles: ArticleSummary[], { seen }: Context): Promise<void> {
  return seen.remember(
    'article',
    articles.map(({ id, title }) => ({ value: String(id), about: title })),
  )
}
