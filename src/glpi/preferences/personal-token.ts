import { Failed } from '../../errors/error.ts'
import type { PreferenceForm } from '../form/preference.ts'
import { FormHidden, PageFailed, type WebSite } from '../form/site.ts'
import type { Http } from '../http/http.ts'
import type { PersonalToken } from '../platform.ts'
import type { Session } from '../session/session.ts'
import { onSite, readForm, sendFields } from './preference-page.ts'

/** The personal token of the person of this session (GLPI-CUSTOMER.md, «Password and personal token»). */
export function personalTokenOf({ session, http }: { session: Session; http: Http }): PersonalToken {
  return {
    read: () => onSite(session, http, async (site) => tokenIn(await readForm(site))),
    make: () =>
      onSite(session, http, async (site) => {
        const form = await readForm(site)
        const made = await readAfter(() => sendFields(site, form, { [makerOf(form)]: '1' }), site)
        // Each is new: the one that stood there before would be the sign that nothing was made.
        if (made === undefined || made === form.apiToken) throw new Failed('token-not-made')
        return made
      }),
    revoke: () =>
      onSite(session, http, async (site) => {
        await sendFields(site, await readForm(site), { api_token: '' })
        if (tokenIn(await readForm(site)) !== undefined) throw new Failed('token-stays')
      }),
  }
}

/** The token that stands there once `make` is done. Rejects with `Failed` (`token-unread`) where one may, and is not known. */
async function readAfter(make: () => Promise<void>, site: WebSite): Promise<string | undefined> {
  try {
    await make()
  } catch (cause) {
    // The page says no: none was made.
    if (cause instanceof FormHidden && !(cause instanceof PageFailed)) throw cause
    throw new Failed('token-unread', undefined, { cause })
  }
  return readForm(site).then(tokenIn, (cause) => {
    throw new Failed('token-unread', undefined, { cause })
  })
}

/** It becomes a header of a request: what could not be one is none. */
function tokenIn(form: PreferenceForm): string | undefined {
  makerOf(form)
  const { apiToken } = form
  return apiToken !== undefined && /^[!-~]{8,1024}$/.test(apiToken) ? apiToken : undefined
}

/** Whoever may have a token may have it made; where the page offers that to nobody, it shows none. */
function makerOf({ tokenMaker }: PreferenceForm): string {
  if (tokenMaker === undefined) throw new FormHidden('form.page-unknown')
  return tokenMaker
}
