/** What the support announces. Texts are decoded, but not yet fit for a terminal. */
export interface Announcement {
  id: number
  title: string
  /** HTML. */
  text: string
  /** Since when it is shown. */
  since?: Date
  /** When what it tells happens, where it says so. */
  begin?: Date
  end?: Date
  /** Its page on the web. */
  url: string
}

/** A piece of news from elsewhere, that the platform fetches. */
export interface FeedItem {
  /** What the source is called. */
  source: string
  title: string
  /** Plain text. */
  text: string
  date?: Date
  /** Where it stands. */
  url?: string
}
