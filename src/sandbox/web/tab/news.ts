import { escapeHtml } from '../../html-text.ts'
import { isShownAt, seesFeed, seesReminder } from '../../ticket/announcement.ts'
import type { Visitor } from '../visitor.ts'

/** The announcements whose time it is, the newest first; their texts open elsewhere (contract step "the page does not"). */
export function remindersPiece({ site, viewer }: Visitor): string {
  const shown = [...site.store.table('Reminder').all()]
    .filter((row) => seesReminder(site.store, viewer, row) && isShownAt(row, site.time.now()))
    .reverse()
  const title = viewer.user.language === 'fr_FR' ? 'Notes publiques' : 'Public reminders'
  const lines = shown.map(
    ({ id, name }) => `<tr><td><div class="relative reminder_list">
      <a id="content_reminder_${id}" href="${site.configuration.basePath}/front/reminder.form.php?id=${id}">${escapeHtml(name)}</a>
    </div></td></tr>`,
  )
  return listed(title, lines)
}

/** What the server fetched of the feeds, the newest first. */
export function feedsPiece({ site, viewer }: Visitor): string {
  const { store } = site
  const news = [...store.table('FeedNews').all()]
    .flatMap((item) => {
      const feed = store.get('RSSFeed', item.rssfeeds_id)
      return feed && seesFeed(store, viewer, feed) ? [{ feed, item }] : []
    })
    .sort((a, b) => (a.item.date < b.item.date ? 1 : -1))
  const title = viewer.user.language === 'fr_FR' ? 'Flux RSS publics' : 'Public RSS feeds'
  const lines = news.map(
    ({ feed, item }) => `<tr class="tab_bg_1"><td>${item.date.slice(0, 16)}</td><td>
      <a target="_blank" href="${escapeHtml(feed.url)}">${escapeHtml(feed.name)}</a>
      <div id="rssitem${item.id}"><a target="_blank" href="${escapeHtml(item.link)}">${escapeHtml(item.title)}</a></div>
      <div class="invisible" id="rssitem${item.id}content"><div class="rich_text_container">${item.description}</div></div>
    </td></tr>`,
  )
  return listed(title, lines)
}

function listed(title: string, lines: string[]): string {
  return `<table class="table table-sm card-table">
  <thead><tr class="noHover"><th colspan="2"><div class="relative"><span>${title}</span></div></th></tr></thead>
  <tbody>
  ${lines.join('\n  ')}
  </tbody>
</table>`
}
