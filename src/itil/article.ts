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
