import type { Http } from '../http/http.ts'
import type { IncomingFile } from '../platform.ts'
import type { DateReader } from '../session/clock.ts'
import type { Session } from '../session/session.ts'

/** The FAQ, as this account may read it. */
export interface Faq {
  /** Every article, without its text. */
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

/** Texts are decoded, but not yet fit for a terminal. */
export interface ArticleSummary {
  id: number
  title: string
  /** Full name; undefined for none, and where the platform does not say it. */
  category?: string
  changed?: Date
}

export interface FoundArticle extends ArticleSummary {
  /** HTML, as the platform holds it. */
  answer: string
}

export interface Article extends FoundArticle {
  created?: Date
  documents: ArticleDocument[]
}

export interface ArticleDocument {
  id: number
  fileName: string
  mime: string
}

/** The FAQ over a session, loaded when it is first asked: most commands never do. */
export function lateFaq(session: Session, http: Http, dates: () => Promise<DateReader>): Faq {
  let loaded: Promise<Omit<Faq, 'download'>> | undefined
  const faq = () => {
    loaded ??= import('./faq.ts').then(({ faqOf }) => faqOf(session, dates))
    return loaded
  }
  return {
    list: async () => (await faq()).list(),
    search: async (words) => (await faq()).search(words),
    get: async (id) => (await faq()).get(id),
    async download(id, documentId) {
      const { downloadDocument } = await import('../document/download.ts')
      return downloadDocument(session, http, { itemtype: 'KnowbaseItem', id }, documentId)
    },
    link: async (id) => (await faq()).link(id),
  }
}
