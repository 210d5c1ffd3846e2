import { say } from '../messages.ts'
import { hashToken, newMailToken } from '../secret.ts'
import { secondsBetween } from '../server-time.ts'
import type { UserRow } from '../store/rows.ts'
import { withPassword } from '../web/account/password-expiry.ts'
import { type AnonymousCall, type Answer, documented, Refusal } from './answer.ts'

const TOKEN_LIFE_SECONDS = 86_400

/** What is answered whether or not the address is known; the two versions do not say it alike. */
const ASKED = {
  '10.0': 'un utilisateur GLPI',
  '11.0': 'un et un seul utilisateur de GLPI',
} as const

/** PUT /lostPassword: asks for the mail, or ends with the token that it carries. Needs no session. */
export function lostPassword(call: AnonymousCall): Answer {
  const { method, body, site, language } = call
  if (method !== 'PUT') throw documented(call, 'ERROR', 'putOnly')
  const email = body.email
  if (typeof email !== 'string' || email === '') throw documented(call, 'ERROR', 'emailMissing')
  if (!site.configuration.notificationsEnabled) throw new Refusal(400, 'ERROR', say(language, 'notificationsOff'))
  const token = body.password_forget_token
  if (typeof token !== 'string') return askMail(call, email)
  return setPassword(call, email, token, body.password)
}

function askMail(call: AnonymousCall, email: string): Answer {
  const { site } = call
  const user = userWithEmail(call, email)
  if (user) {
    const token = newMailToken()
    site.store.put('User', {
      ...user,
      password_forget_token: hashToken(token),
      password_forget_token_date: site.time.now(),
    })
    site.mailbox.send({ to: email, ...mailText(call, user, token) })
  }
  const whom = ASKED[site.version]
  return {
    status: 200,
    json: [
      `Si l'adresse email donnée correspond à ${whom}, vous recevrez un email contenant les informations requises pour ` +
        "ré-initialiser votre mot de passe. Merci de contacter votre administrateur si vous ne recevez pas d'emails.",
    ],
  }
}

function mailText({ root }: AnonymousCall, user: UserRow, token: string): { subject: string; text: string } {
  const link = `${root}/front/lostpassword.php?password_forget_token=${token}`
  const lines =
    user.language === 'fr_FR'
      ? ['Vous avez demandé un nouveau mot de passe. Suivez ce lien, il vaut un jour :', link, `Jeton : ${token}`]
      : ['You asked for a new password. Follow this link, it is valid for one day:', link, `Token: ${token}`]
  const subject = user.language === 'fr_FR' ? '[GLPI] Mot de passe oublié' : '[GLPI] Forgotten password'
  return { subject, text: lines.join('\n') }
}

function setPassword(call: AnonymousCall, email: string, token: string, password: unknown): Answer {
  const { site, language } = call
  const user = userWithEmail(call, email)
  const asked = user?.password_forget_token_date
  const isValid =
    user?.password_forget_token === hashToken(token) &&
    typeof asked === 'string' &&
    secondsBetween(asked, site.time.now()) <= TOKEN_LIFE_SECONDS
  if (!user || !isValid) throw documented(call, 'ERROR', 'passwordForgetInvalid')
  if (typeof password !== 'string' || password === '') throw documented(call, 'ERROR', 'passwordMissing')
  site.store.put('User', {
    ...withPassword(site, user, password),
    password_forget_token: null,
    password_forget_token_date: null,
  })
  return { status: 200, json: [say(language, 'passwordChanged')] }
}

function userWithEmail({ site }: AnonymousCall, email: string): UserRow | undefined {
  const wanted = email.toLowerCase()
  for (const row of site.store.table('UserEmail').all())
    if (row.email.toLowerCase() === wanted) return site.store.get('User', row.users_id)
  return undefined
}
