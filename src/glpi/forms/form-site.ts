import { Failed, NotAllowed, NotLoggedIn } from '../../errors/error.ts'
import { FormHidden, openSite, type WebSite } from '../form/site.ts'
import type { Http, HttpResponse } from '../http/http.ts'
import type { Session } from '../session/session.ts'

/** What the forms are read with. */
export interface FormsAccess {
  session: Session
  http: Http
}

/** Bytes; a page of a form has 300,000. */
const largestAnswer = 4 * 1024 * 1024

/** With JSON among what is taken every refusal says by its status what it is (GLPI-11-FORMS.md, 2). */
const headers = { Accept: 'text/html, application/json;q=0.9' }

/** Gives what stands at a path below the root, of whatever status but 401. */
export type AskFormSite = (path: string) => Promise<HttpResponse>

/**
 * The pages of a GLPI 11, opened with the first of them: a session that died is opened anew, once. 403 alone says nothing
 * there: the page of a form refuses strangers with it, so the catalogue tells which of both it is.
 */
export function formSite({ session, http }: FormsAccess): AskFormSite {
  let site: Promise<WebSite> | undefined
  const ask = async (path: string): Promise<HttpResponse> => {
    site ??= openedSite(session, http)
    return (await site).get(path, headers, largestAnswer)
  }
  const isStranger = async (): Promise<boolean> => (await ask('ServiceCatalog/Items')).status === 401
  return async (path) => {
    await refuseOlder(session)
    const first = await ask(path)
    if (first.status !== 401 && (first.status !== 403 || !(await isStranger()))) return first
    await session.reopen()
    site = undefined
    const again = await ask(path)
    if (again.status === 401) throw new NotLoggedIn('session-refused')
    return again
  }
}

async function openedSite(session: Session, http: Http): Promise<WebSite> {
  try {
    return await openSite(session, http)
  } catch (error) {
    if (error instanceof FormHidden) throw new Failed('forms-unreadable', {}, { cause: error })
    throw error
  }
}

async function refuseOlder(session: Session): Promise<void> {
  const { glpiVersion } = await session.verified()
  if (Number.parseInt(glpiVersion, 10) < 11) throw new Failed('no-catalogue', { version: glpiVersion })
}

/** The text of an answer of 200. Throws `NotAllowed` for 403, `Failed` for anything else. */
export function textOfPage({ status, body }: HttpResponse): string {
  if (status === 200) return body.toString('utf8')
  if (status === 403) throw new NotAllowed('forms-refused')
  throw new Failed('forms-unreadable')
}
