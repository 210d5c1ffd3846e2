import { NotAllowed } from '../../errors/error.ts'
import { type PreferenceForm, preferenceTab, readPreferenceForm } from '../form/preference.ts'
import { FormHidden, openSite, unreadable, type WebSite } from '../form/site.ts'
import type { Http } from '../http/http.ts'
import type { Session } from '../session/session.ts'

/**
 * Does something on the pages of the site: no API lets a customer change the preferences, the web form does, with the
 * session's cookie (GLPI.md, «The rest of the menu»). Rejects with `NotAllowed` where the site does not show them,
 * with `Unreachable` where its server fails of them.
 */
export async function onSite<Result>(
  session: Session,
  http: Http,
  work: (site: WebSite) => Promise<Result>,
): Promise<Result> {
  // It renews a dead session, which a page of the web would not tell from a person who never logged in.
  await session.call({ path: 'getActiveProfile' })
  try {
    return await work(await openSite(session, http))
  } catch (cause) {
    throw unreadable(cause, () => new NotAllowed('preferences-hidden', undefined, { cause }))
  }
}

/** The form of the preferences. Rejects with `FormHidden` where the page holds none. */
export async function readForm(site: WebSite): Promise<PreferenceForm> {
  const form = readPreferenceForm(await site.page(preferenceTab))
  if (!form) throw new FormHidden('form.page-unknown')
  return form
}

/** Sends these fields of the form. Rejects with `FormHidden` where the page says no. */
export async function sendFields(
  site: WebSite,
  { id, csrfToken }: PreferenceForm,
  fields: Record<string, string>,
): Promise<void> {
  const sent = { id, update: '1', _glpi_csrf_token: csrfToken, ...fields }
  const response = await site.post('front/preference.php', sent, {})
  // 302 once it is done; anything else is a page that says no.
  if (response.status < 300 || response.status > 399) throw new FormHidden('form.page-refused')
}
