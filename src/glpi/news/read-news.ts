import * as z from 'zod/mini'
import { NotAllowed } from '../../errors/error.ts'
import type { Announcement, FeedItem } from '../../itil/news.ts'
import { FormHidden, openSite } from '../form/site.ts'
import type { Http } from '../http/http.ts'
import { everyItem } from '../range.ts'
import type { DateReader } from '../session/clock.ts'
import type { Session } from '../session/session.ts'
import { flag, html, integer, label, parse, serverDate } from '../wire.ts'
import { feedItems } from './feed-page.ts'
import type { News } from './news.ts'

export interface NewsAccess {
  session: Session
  http: Http
  dates(): Promise<DateReader>
  now(): Date
}

/** Announcements by the API, and the news of feeds by the page that shows them. */
export function newsOf({ session, http, dates, now }: NewsAccess): News {
  return {
    async announcements() {
      const rows = parse(z.array(reminder), await listed(session, 'Reminder'), 'Reminder')
      const [read, { rootUrl }] = [await dates(), await session.current()]
      const all = rows.map((row) => ({ row, announcement: announcementOf(row, read, rootUrl) }))
      const time = now().getTime()
      // The API gives those of another time as well (GLPI-CUSTOMER.md, e).
      const shown = all.filter(({ row }) => isShown(row, read, time)).map(({ announcement }) => announcement)
      return shown.sort((one, other) => timeOf(other) - timeOf(one) || other.id - one.id)
    },
    async feeds() {
      const feeds = parse(z.array(feed), await listed(session, 'RSSFeed'), 'RSSFeed')
      // A page is dear: none is asked for where there is no feed.
      if (!feeds.some(({ is_active }) => is_active)) return []
      return onPage(session, http, await dates())
    },
  }
}

// GLPI-CUSTOMER.md, e.
const reminder = z.object({
  id: integer,
  name: label,
  text: html,
  date: z.optional(serverDate),
  begin: z.optional(serverDate),
  end: z.optional(serverDate),
  begin_view_date: z.optional(serverDate),
  end_view_date: z.optional(serverDate),
})
const feed = z.object({ is_active: flag })

async function listed(session: Session, itemtype: string): Promise<unknown[]> {
  try {
    return await everyItem(session, `${itemtype}?get_hateoas=false`)
  } catch (error) {
    if (error instanceof NotAllowed) return []
    throw error
  }
}

type Reminder = z.output<typeof reminder>

function isShown({ begin_view_date, end_view_date }: Reminder, read: DateReader, now: number): boolean {
  const [from, until] = [read(begin_view_date), read(end_view_date)]
  return (!from || from.getTime() <= now) && (!until || now < until.getTime())
}

function announcementOf({ id, name, text, ...row }: Reminder, read: DateReader, rootUrl: string): Announcement {
  const [since, begin, end] = [read(row.begin_view_date) ?? read(row.date), read(row.begin), read(row.end)]
  return {
    ...{ id, title: name, text, url: `${rootUrl}/front/reminder.form.php?id=${id}` },
    ...(since ? { since } : {}),
    ...(begin ? { begin } : {}),
    ...(end ? { end } : {}),
  }
}

function timeOf({ since }: Announcement): number {
  return since?.getTime() ?? 0
}

/** Where GLPI 11 shows news; GLPI 10 has them on the home page. */
const tab =
  'ajax/common.tabs.php?_target=/Helpdesk&_itemtype=Glpi%5CHelpdesk%5CHomePageTabs&_glpi_tab=Glpi%5CHelpdesk%5CHomePageTabs$4&id=0'

async function onPage(session: Session, http: Http, read: DateReader): Promise<FeedItem[] | undefined> {
  try {
    const site = await openSite(session, http)
    const { glpiVersion } = await session.current()
    return feedItems(await site.page(glpiVersion.startsWith('10.') ? 'front/helpdesk.public.php' : tab), read)
  } catch (error) {
    if (error instanceof FormHidden) return undefined
    throw error
  }
}
