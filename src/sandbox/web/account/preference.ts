import { escapeHtml } from '../../html-text.ts'
import { say } from '../../messages.ts'
import { isOn, type PhpValues, parsePhpQuery, textAt } from '../../php-query.ts'
import { hashToken, newApiToken } from '../../secret.ts'
import { type Exchange, transact } from '../../site.ts'
import type { UserRow } from '../../store/rows.ts'
import { friendlyName } from '../../viewer.ts'
import { helpdeskMenu } from '../form-parts.ts'
import { accessDenied, html } from '../page.ts'
import { csrfToken, goBack, isCsrfToken, type Visitor } from '../visitor.ts'
import { keepMessage } from './message.ts'
import { withPassword } from './password-expiry.ts'
import { passwordFaults } from './password-rules.ts'

const TAB = '/ajax/common.tabs.php?_glpi_tab=User$1&amp;_target=/front/preference.php&amp;_itemtype=Preference&amp;id=0'

/** `GET /front/preference.php`: the form itself comes in a tab (GLPI.md, "The rest of the menu"). */
export function preferencePage(visitor: Visitor): Response {
  const { language } = visitor.viewer.user
  const body = `    <ul class="nav nav-tabs"><li><a href="${visitor.site.configuration.basePath}${TAB}">Principal</a></li></ul>
    <form><input type="hidden" name="_glpi_csrf_token" value="${csrfToken(visitor)}" /></form>`
  return html(200, { language, title: 'Préférences', csrfToken: csrfToken(visitor), menu: helpdeskMenu(visitor), body })
}

/** `GET /ajax/common.tabs.php?_glpi_tab=User$1…`: the form of the preferences, a piece of a page. */
export function preferenceTab(visitor: Visitor): Response {
  const { viewer, site } = visitor
  if (!site.configuration.preferencesAvailable) return accessDenied(viewer.user.language)
  const { user } = viewer
  const emails = site.store.table('UserEmail').by('users_id', user.id)
  const languages = [
    ['fr_FR', 'Français'],
    ['en_GB', 'English'],
  ].map(([code, name]) => `<option value="${code}"${code === user.language ? ' selected' : ''}>${name}</option>`)
  const addresses = emails.map(
    ({ id, email, is_default }) =>
      `<input type="radio" name="_default_email" value="${id}"${is_default ? ' checked' : ''} />` +
      `<input type="text" name="_useremails[${id}]" value="${escapeHtml(email)}" />`,
  )
  const secrets = ['password', 'password2'].map(
    (name) => `<input type="password" name="${name}" value="" autocomplete="new-password" />`,
  )
  const phone = `<input type="text" name="phone" value="${escapeHtml(user.phone)}" />`
  const mobile = `<input type="text" name="mobile" value="${escapeHtml(user.mobile)}" />`
  const isOld = site.version === '10.0'
  const markup = `<form method="post" name="user_manager" enctype="multipart/form-data" action="${site.configuration.basePath}/front/preference.php">
  <input type="hidden" name="id" value="${user.id}" />
  <select name="language" id="dropdown_language1">${languages.join('')}</select>
  ${(isOld ? [...secrets, phone, ...addresses, mobile] : [...addresses, phone, mobile]).join('\n  ')}
  ${isOld ? '' : `<a href="${site.configuration.basePath}/front/updatepassword.php">Changer de mot de passe</a>`}
  ${tokenField(visitor)}
  <button type="submit" name="update" value="1">Sauvegarder</button>
  <input type="hidden" name="_glpi_csrf_token" value="${csrfToken(visitor)}" />
</form>`
  return new Response(markup, { headers: { 'Content-Type': 'text/html; charset=UTF-8' } })
}

/** The personal token as it is, which can be made anew; called otherwise on each version. */
function tokenField({ site, viewer }: Visitor): string {
  const value = escapeHtml(viewer.user.shown_api_token ?? '')
  if (site.version === '11.0')
    return `<input type="text" name="api_token" value="${value}" readonly />
  <input type="checkbox" name="_regenerate_api_token" value="1" />`
  const shown = value === '' ? '' : `<input type="text" name="_api_token" value="${value}" readonly />`
  return `${shown}<input type="checkbox" name="_reset_api_token" value="1" />`
}

/**
 * `POST /front/preference.php`: 302 once it is done. A new password needs not the one of today here; what is wrong with it
 * stands on the next page (GLPI-CUSTOMER.md, f).
 */
export async function updatePreference(visitor: Visitor, exchange: Exchange): Promise<Response> {
  const { site, viewer, request } = visitor
  const asked = parsePhpQuery(await request.text())
  if (!isCsrfToken(visitor, textAt(asked, '_glpi_csrf_token'))) return accessDenied(viewer.user.language)
  if (textAt(asked, 'update') === undefined) return preferencePage(visitor)
  const typed = { password: textAt(asked, 'password') ?? '', again: textAt(asked, 'password2') ?? '' }
  const faults = passwordFaults(site.configuration.passwordPolicy, typed, viewer.user.language)
  transact(site, exchange, () => {
    const user = site.store.get('User', viewer.user.id) ?? viewer.user
    for (const text of faults) keepMessage(visitor, { isError: true, text })
    const name = friendlyName(user)
    keepMessage(visitor, { isError: false, text: say(user.language, 'modified', { name }) })
    site.store.put('User', {
      ...(typed.password !== '' && faults.length === 0 ? withPassword(site, user, typed.password) : user),
      ...tokenChange(asked),
      language: languageIn(textAt(asked, 'language'), user),
      phone: textAt(asked, 'phone') ?? user.phone,
      mobile: textAt(asked, 'mobile') ?? user.mobile,
      date_mod: site.time.now(),
    })
    updateEmails(visitor, asked)
  })
  return goBack(visitor)
}

/** One token a person: a new one ends the old; an empty one takes it back. */
function tokenChange(asked: PhpValues): Partial<UserRow> {
  if (textAt(asked, 'api_token') === '') return { api_token: '', shown_api_token: '' }
  if (!isOn(asked, '_reset_api_token') && !isOn(asked, '_regenerate_api_token')) return {}
  const token = newApiToken()
  return { api_token: hashToken(token), shown_api_token: token }
}

function languageIn(asked: string | undefined, { language }: UserRow): UserRow['language'] {
  return asked === 'fr_FR' || asked === 'en_GB' ? asked : language
}

function updateEmails({ site, viewer }: Visitor, asked: ReturnType<typeof parsePhpQuery>): void {
  const mine = site.store.table('UserEmail').by('users_id', viewer.user.id)
  const given = asked._useremails
  const wanted = Number(textAt(asked, '_default_email') ?? 0)
  const hasDefault = mine.some(({ id }) => id === wanted)
  for (const row of mine) {
    const email = typeof given === 'object' ? (textAt(given, String(row.id)) ?? row.email).trim() : row.email
    const marked = row.id === wanted ? 1 : 0
    // GLPI takes an address that was emptied away.
    if (email === '') site.store.remove('UserEmail', row.id)
    else site.store.put('UserEmail', { ...row, email, is_default: hasDefault ? marked : row.is_default })
  }
  if (typeof given === 'object') addEmails({ site, viewer }, given, mine.length === 0)
}

function addEmails({ site, viewer }: Pick<Visitor, 'site' | 'viewer'>, given: PhpValues, isFirst: boolean): void {
  const added = Object.entries(given).filter(([key]) => Number(key) <= 0)
  for (const [, email] of added)
    if (typeof email === 'string' && email !== '')
      site.store.add('UserEmail', { users_id: viewer.user.id, email, is_default: isFirst ? 1 : 0 })
}
