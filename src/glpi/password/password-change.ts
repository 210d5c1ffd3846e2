import * as z from 'zod/mini'
import { NotAllowed } from '../../errors/error.ts'
import { type PasswordKind, type PasswordRules, passwordKinds } from '../../itil/password.ts'
import { FormHidden, openSite, unreadable } from '../form/site.ts'
import type { Http } from '../http/http.ts'
import type { Credential } from '../platform.ts'
import { send } from '../session/call.ts'
import { atApi } from '../session/discovery.ts'
import { endSession, type NewSession, signIn } from '../session/open-session.ts'
import { flag, integer, label, parse } from '../wire.ts'
import { type PasswordPage, readPasswordPage, reasonsIn } from './password-page.ts'
import type { PasswordChange, Passwords } from './passwords.ts'

export interface PasswordAccess {
  http: Http
  /** The same, which never asks again. */
  once: Http
  url: string
  appToken: string | undefined
  credential(): Promise<Credential>
}

const path = 'front/updatepassword.php'

/** The password of whoever has this credential: changed on a page alone, since no API takes one (GLPI-CUSTOMER.md, f). */
export function passwordsOf(access: PasswordAccess): Passwords {
  const { http, url } = access
  return {
    async open() {
      const credential = await access.credential()
      return atApi(http, url, async ({ apiUrl, rootUrl }) => {
        const { token, session } = await signIn({ ...access, credential }, apiUrl)
        const opened = { apiUrl, rootUrl, token }
        const end = () => endSession(access.once, access.appToken, opened)
        try {
          return { ...(await changeIn(opened, session, access)), end }
        } catch (error) {
          await end()
          throw error
        }
      })
    },
    link: () => atApi(http, url, async ({ rootUrl }) => `${rootUrl}/${path}`),
  }
}

// A session of a password that is out of date has no profile.
const facts = z.object({
  glpiname: label,
  glpiextauth: z.optional(flag),
  glpiactiveprofile: z.optional(z.object({ password_update: z.optional(flag) })),
})

async function changeIn(
  opened: NewSession,
  session: unknown,
  access: PasswordAccess,
): Promise<Omit<PasswordChange, 'end'>> {
  const { glpiname, glpiextauth, glpiactiveprofile } = parse(facts, session, 'initSession')
  if (glpiextauth) throw new NotAllowed('password-elsewhere', { user: glpiname })
  if (glpiactiveprofile?.password_update === false) throw new NotAllowed('password-fixed')
  const configured = await configuredRules(opened, access)
  const web = await opensPage(opened, access.http)
  let { page } = web
  return {
    login: glpiname,
    rules: configured ?? page.rules,
    async send(current, next) {
      if (next === '') throw new RangeError('an empty password')
      const typed = { current_password: current, password: next, password2: next }
      const fields = { ...typed, update: '1', _glpi_csrf_token: page.csrfToken }
      const answer = await web.site.post(path, fields, { Accept: 'text/html' }).catch(unlessHidden)
      const after = answer && readPasswordPage(answer.body.toString('utf8'))
      if (!after) return undefined
      const reasons = reasonsIn(after, page)
      page = { ...after, texts: page.texts }
      return reasons
    },
  }
}

/** A server that fails of it names no reason. */
function unlessHidden(error: unknown): undefined {
  if (!(error instanceof FormHidden)) throw error
}

async function opensPage(opened: NewSession, http: Http) {
  const hidden = (cause?: unknown) =>
    new NotAllowed('password-page-hidden', { url: `${opened.rootUrl}/${path}` }, { cause })
  try {
    const site = await openSite({ current: async () => opened }, http)
    const page: PasswordPage | undefined = readPasswordPage(await site.page(path))
    if (page) return { site, page }
  } catch (cause) {
    throw unreadable(cause, hidden)
  }
  throw hidden()
}

const policy = z.object({
  cfg_glpi: z.object({
    use_password_security: z.optional(flag),
    password_min_length: z.optional(integer),
    ...{ password_need_number: z.optional(flag), password_need_letter: z.optional(flag) },
    ...{ password_need_caps: z.optional(flag), password_need_symbol: z.optional(flag) },
    non_reusable_passwords_count: z.optional(integer),
  }),
})

const columns = {
  number: 'password_need_number',
  letter: 'password_need_letter',
  capital: 'password_need_caps',
  symbol: 'password_need_symbol',
} as const satisfies Record<PasswordKind, string>

/** Undefined where the session may not read them, as that of a password that is out of date. */
async function configuredRules(
  opened: NewSession,
  { http, appToken }: PasswordAccess,
): Promise<PasswordRules | undefined> {
  const answer = await send(http, appToken, opened, { path: 'getGlpiConfig' })
  if (answer.status !== 200) return undefined
  const { cfg_glpi: said } = parse(policy, answer.json, 'getGlpiConfig')
  const former = said.non_reusable_passwords_count ?? 1
  if (!said.use_password_security) return { least: 0, kinds: [], former }
  return { least: said.password_min_length ?? 0, kinds: passwordKinds.filter((kind) => said[columns[kind]]), former }
}
