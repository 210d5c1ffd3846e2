import { escapeHtml } from '../../html-text.ts'
import { parsePhpQuery, textAt } from '../../php-query.ts'
import { isPassword } from '../../secret.ts'
import { type Exchange, transact } from '../../site.ts'
import { helpdeskMenu } from '../form-parts.ts'
import { accessDenied, html } from '../page.ts'
import { csrfToken, isCsrfToken, type Visitor } from '../visitor.ts'
import { withPassword } from './password-expiry.ts'
import { passwordFaults, policyPiece } from './password-rules.ts'

const WORDS = {
  fr_FR: {
    title: 'Mise à jour du mot de passe',
    name: 'Identifiant',
    current: 'Mot de passe actuel',
    next: 'Nouveau mot de passe',
    again: 'Confirmation du nouveau mot de passe',
    save: 'Sauvegarder le nouveau mot de passe',
    wrong: 'Mot de passe incorrect',
    same: "Le nouveau mot de passe doit être différent de l'actuel",
    expired: 'Votre mot de passe a expiré. Vous devez le changer pour pouvoir vous connecter.',
    done: 'Votre mot de passe a été mis à jour avec succès.',
  },
  en_GB: {
    title: 'Update password',
    name: 'Login',
    current: 'Current password',
    next: 'New password',
    again: 'New password confirmation',
    save: 'Save new password',
    wrong: 'Incorrect password',
    same: 'The new password must be different from current password',
    expired: 'Your password has expired. You must change it to be able to login.',
    done: 'Your password has been successfully updated.',
  },
}

/** `GET /front/updatepassword.php`: one's own, with what it must be like. */
export function passwordPage(visitor: Visitor): Response {
  return mayChange(visitor) ? pageWith(visitor, form(visitor, [])) : accessDenied(visitor.viewer.user.language)
}

/** `POST /front/updatepassword.php`: always 200; done once the form is gone, else the reasons stand in it (GLPI-CUSTOMER.md, f). */
export async function changePassword(visitor: Visitor, exchange: Exchange): Promise<Response> {
  const { site, viewer, request } = visitor
  const { language } = viewer.user
  const posted = parsePhpQuery(await request.text())
  if (!mayChange(visitor)) return accessDenied(language)
  if (!isCsrfToken(visitor, textAt(posted, '_glpi_csrf_token'))) return accessDenied(language)
  if (textAt(posted, 'update') === undefined) return passwordPage(visitor)
  const password = textAt(posted, 'password') ?? ''
  const faults = faultsOf(visitor, {
    current: textAt(posted, 'current_password') ?? '',
    password,
    again: textAt(posted, 'password2') ?? '',
  })
  if (faults.length > 0) return pageWith(visitor, form(visitor, faults))
  // An empty one is answered as done, and changes nothing.
  if (password !== '')
    transact(site, exchange, () => {
      const user = site.store.get('User', viewer.user.id) ?? viewer.user
      site.store.put('User', withPassword(site, user, password))
    })
  return pageWith(visitor, `    <h1>${WORDS[language].title}</h1><p>${WORDS[language].done}</p>`)
}

/** Not recorded: how the page says no to those whose password is not its own, or whose profile may not. */
function mayChange({ site, viewer }: Visitor): boolean {
  const { externalAccounts, customerMayChangePassword } = site.configuration
  const isCustomer = viewer.profile.interface === 'helpdesk'
  return !externalAccounts.includes(viewer.user.name) && (customerMayChangePassword || !isCustomer)
}

interface Typed {
  current: string
  password: string
  again: string
}

function faultsOf({ site, viewer }: Visitor, { current, password, again }: Typed): string[] {
  const { language } = viewer.user
  if (!isPassword(current, viewer.user.password)) return [WORDS[language].wrong]
  if (password === current) return [WORDS[language].same]
  return passwordFaults(site.configuration.passwordPolicy, { password, again }, language)
}

function form(visitor: Visitor, faults: string[]): string {
  const { site, viewer } = visitor
  const words = WORDS[viewer.user.language]
  const isOld = site.version === '10.0'
  const star = isOld ? '' : ' <span class="required">*</span>'
  const lost = isOld ? '' : '<input type="hidden" name="password_forget_token" value="">'
  const row = (label: string, field: string) => `<label>${label}</label> ${field}`
  const secret = (name: string) => `<input type="password" name="${name}" autocomplete="new-password">`
  return `    <form method="post" action="${site.configuration.basePath}/front/updatepassword.php">
      <div class="card-header">${words.title}</div>
      ${viewer.session.is_expired ? `<p class="red b">${words.expired}</p>` : ''}
      ${row(words.name, `<input type="text" name="name" value="${escapeHtml(viewer.user.name)}" readonly>`)}
      ${row(words.current + star, secret('current_password'))}${lost}
      ${row(words.next + star, secret('password'))}
      ${row(words.again + star, secret('password2'))}
      ${policyPiece(site.configuration.passwordPolicy, viewer.user.language)}
      ${isOld ? `<input type="submit" name="update" value="${words.save}">` : `<button type="submit" name="update" value="1">${words.save}</button>`}
      ${faults.map((fault) => `<div class="alert alert-danger">${isOld ? fault : escapeHtml(fault)}</div>`).join('')}
      <input type="hidden" name="_glpi_csrf_token" value="${csrfToken(visitor)}">
    </form>`
}

function pageWith(visitor: Visitor, body: string): Response {
  const { language } = visitor.viewer.user
  const { title } = WORDS[language]
  return html(200, { language, title, csrfToken: csrfToken(visitor), menu: helpdeskMenu(visitor), body })
}
