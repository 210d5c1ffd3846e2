import type { DateReader } from './clock.ts'
import type { Session } from './session.ts'

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
export function lateFaq(session: Session, dates: () => Promise<DateReader>): Faq {
  let loaded: Promise<Faq> | undefined
  const faq = () => {
    loaded ??= import('./faq.ts').then(({ faqOf }) => faqOf(session, dates))
    return loaded
  }
  return {
    list: async () => (await faq()).list(),
    search: async (words) => (await faq()).search(words),
    get: async (id) => (await faq()).get(id),
    link: async (id) => (await faq()).link(id),
  }
}
