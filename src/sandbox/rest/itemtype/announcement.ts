import type { EntityFeedRow, EntityReminderRow } from '../../store/customer-rows.ts'
import { seesFeed, seesReminder } from '../../ticket/announcement.ts'
import { tableResource } from '../resource.ts'
import { administered } from './administered.ts'

/**
 * Announcements: those that are for the caller's entity. Their dates of showing count for nothing here (contract step "the
 * API lists one whose time has not come").
 */
export const reminderResource = tableResource('Reminder', {
  mayList: () => true,
  mayRead: ({ site, viewer }, row) => seesReminder(site.store, viewer, row),
  ...administered('Reminder', ({ site, viewer }) => ({
    ...{
      name: '',
      text: '',
      date: site.time.now(),
      begin: null,
      end: null,
      begin_view_date: null,
      end_view_date: null,
    },
    is_planned: 0 as const,
    ...{ state: 0, users_id: viewer.user.id, date_creation: site.time.now(), date_mod: site.time.now() },
  })),
})

/** News from elsewhere: never the news themselves, which stand in the page. */
export const feedResource = tableResource('RSSFeed', {
  mayList: () => true,
  mayRead: ({ site, viewer }, row) => seesFeed(site.store, viewer, row),
  ...administered('RSSFeed', ({ site, viewer }) => ({
    ...{ name: '', url: '', comment: null, refresh_rate: 86_400, max_items: 20 },
    have_error: 0 as const,
    is_active: 0 as const,
    ...{ users_id: viewer.user.id, date_creation: site.time.now(), date_mod: site.time.now() },
  })),
})

const forEntity = { entities_id: 0, is_recursive: 0 } as const

/** For whom an announcement is. */
export const entityReminderResource = tableResource('Entity_Reminder', {
  mayList: ({ viewer }) => viewer.profile.readsConfiguration,
  mayRead: () => true,
  ...administered('Entity_Reminder', (): Omit<EntityReminderRow, 'id'> => ({ reminders_id: 0, ...forEntity })),
})

/** For whom news are. */
export const entityFeedResource = tableResource('Entity_RSSFeed', {
  mayList: ({ viewer }) => viewer.profile.readsConfiguration,
  mayRead: () => true,
  ...administered('Entity_RSSFeed', (): Omit<EntityFeedRow, 'id'> => ({ rssfeeds_id: 0, ...forEntity })),
})
