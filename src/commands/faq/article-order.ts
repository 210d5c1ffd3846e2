import type { Language } from '../../i18n/translate.ts'
import type { ArticleSummary } from '../../itil/article.ts'

/** By category, then by title, as in a table of contents; those of no category last. */
export function inOrder<Article extends ArticleSummary>(articles: Article[], language: Language): Article[] {
  const { compare } = new Intl.Collator(language)
  return articles.toSorted(
    (one, other) =>
      Number(!one.category) - Number(!other.category) ||
      compare(one.category ?? '', other.category ?? '') ||
      compare(one.title, other.title),
  )
}
