import type { Article, ArticleSummary, FoundArticle } from '../../itil/article.ts'
import type { IncomingFile } from '../document/documents.ts'

/** The FAQ, as this account may read it. */
export interface Faq {
  /** Every article that this account may read, without its text. */
  list(): Promise<ArticleSummary[]>
  /**
   * The articles that hold at least one of these words in title or text, at most 200, each with its text; in no order:
   * the platform knows none that helps.
   */
  search(words: string[]): Promise<FoundArticle[]>
  /** Rejects with `NotFound` for a number that does not exist or is not in this account's FAQ. */
  get(id: number): Promise<Article>
  /** The bytes of a document of an article. Rejects with `NotFound` or `NotAllowed` when the platform does not give them. */
  download(articleId: number, documentId: number): Promise<IncomingFile>
  /** The page of the article on the web. */
  link(id: number): Promise<string>
}
