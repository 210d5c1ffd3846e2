import type { Context } from '../../../../app/context.ts'
import { IpeosError, NotAllowed } from '../../../../errors/error.ts'
import type { PlatformUrls } from '../../../../glpi/session/discovery.ts'
import { openPage } from '../../../handover/open-page.ts'
import { endSession } from '../end-session.ts'
import type { AcceptedLogin } from '../expired.ts'
import { tryOut } from '../try-out.ts'
import { pastedToken, tokenCheck } from './given-token.ts'

export interface PageLogin {
  /** Whose token it is to be. */
  user?: string
  appToken?: string
}

const attempts = 3

/**
 * Opens the page where the person's token stands, says the steps, and takes it. Rejects with `NotLoggedIn` after three
 * that were refused, with `NotAllowed` for a token of somebody else that the person does not want to be.
 */
export async function loginByPage(options: PageLogin, site: PlatformUrls, context: Context): Promise<AcceptedLogin> {
  await showPage(site, context)
  for (let attempt = 1; ; attempt++) {
    const token = await askToken(context)
    try {
      return await ofTheRightPerson(await tryOut({ token }, options, context), options, context)
    } catch (error) {
      if (attempt === attempts || !(error instanceof IpeosError && error.code === 'wrong-token')) throw error
      context.terminal.warn('token.try-again')
    }
  }
}

/** The two versions call the place by different names; only the newer one has its API below this. */
async function showPage({ apiUrl, rootUrl }: PlatformUrls, context: Context): Promise<void> {
  const { terminal, settings } = context
  if (settings.sandbox) return terminal.note('token.embedded')
  terminal.note(/\/api\.php\//.test(apiUrl) ? 'token.steps.11' : 'token.steps.10')
  await openPage(`${rootUrl}/front/preference.php`, context)
}

async function askToken(context: Context): Promise<string> {
  const { prompts, t } = context
  return pastedToken(await prompts.password({ message: t('token.ask'), validate: tokenCheck(context) }))
}

/** Whether a token opened the session of whom it was said to be. */
export function isTheirs({ session }: AcceptedLogin, { user }: PageLogin): boolean {
  return user === undefined || user.toLowerCase() === session.person.login.toLowerCase()
}

/** Somebody else may be signed in in the browser. */
async function ofTheRightPerson(
  accepted: AcceptedLogin,
  { user }: PageLogin,
  { prompts, t }: Context,
): Promise<AcceptedLogin> {
  const { login, name } = accepted.session.person
  if (user === undefined || isTheirs(accepted, { user })) return accepted
  try {
    const { plain } = await import('../../../../terminal/sanitize.ts')
    const message = t('token.ask-other', { name: plain(name), login: plain(login), user: plain(user) })
    if (await prompts.confirm({ message, default: false })) return accepted
    throw new NotAllowed('token-of-another', { login, user })
  } catch (error) {
    await endSession(accepted.platform)
    throw error
  }
}
