import type { Announcement, FeedItem } from '../../itil/news.ts'

/** What the support has to say to all of its customers. */
export interface News {
  /** What is announced now, the newest first; none where the profile may read none. */
  announcements(): Promise<Announcement[]>
  /** The news that the platform fetches, in its order; undefined where its page does not show them. */
  feeds(): Promise<FeedItem[] | undefined>
}
