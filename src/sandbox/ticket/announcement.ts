import type { FeedRow, ReminderRow } from '../store/customer-rows.ts'
import type { Store } from '../store/store.ts'
import { isInReach, type Viewer } from '../viewer.ts'

/** Whether an announcement is for the viewer: his own, or one for an entity that is active, or above and recursive. */
export function seesReminder(store: Store, viewer: Viewer, { id, users_id }: ReminderRow): boolean {
  return (
    users_id === viewer.user.id ||
    store
      .table('Entity_Reminder')
      .by('reminders_id', id)
      .some((target) => isInReach(store, viewer, target))
  )
}

/** Whether its time to be shown has come, and is not over; GLPI's pages look at that, its API does not. */
export function isShownAt({ begin_view_date, end_view_date }: ReminderRow, now: string): boolean {
  return (begin_view_date ?? '') <= now && (end_view_date === null || now < end_view_date)
}

/** Whether news are for the viewer. */
export function seesFeed(store: Store, viewer: Viewer, { id, users_id, is_active }: FeedRow): boolean {
  if (users_id === viewer.user.id) return true
  if (is_active === 0) return false
  const targets = store.table('Entity_RSSFeed').by('rssfeeds_id', id)
  return targets.some((target) => isInReach(store, viewer, target))
}
