import { Failed, NotAllowed, NotLoggedIn, Unreachable } from '../../errors/error.ts'
import { FormHidden, openSite, PageFailed, type WebSite } from '../form/site.ts'
import type { Http, HttpRequest, HttpResponse } from '../http/http.ts'
import type { Session } from '../session/session.ts'

/** What the forms are read with. */
export interface FormsAccess {
  session: Session
  http: Http
  now(): Date
}

/** Bytes; a page of a form has 300,000, one that offers some thousand choices in several lists as many as that in each. */
const largestAnswer = 8 * 1024 * 1024

/** With JSON among what is taken every refusal says by its status what it is (GLPI-11-FORMS.md, 2). */
const headers = { Accept: 'text/html, application/json;q=0.9' }

/** Gives what stands at a path below the root, of whatever status but 401. */
export type AskFormSite = (path: string) => Promise<HttpResponse>

/** The pages of a GLPI 11, and what they ask. */
export interface FormSite {
  get: AskFormSite
  /** What a POST is answered, of whatever status; it is sent once, whatever became of the session. */
  post(path: string, request: Pick<HttpRequest, 'headers' | 'body' | 'limit' | 'safe'>): Promise<HttpResponse>
}

/**
 * The pages of a GLPI 11, opened with the first of them: a session that died is opened anew, once. 403 alone says nothing
 * there: the page of a form refuses strangers with it, so the catalogue tells which of both it is.
 */
export function formSite({ session, http }: Pick<FormsAccess, 'session' | 'http'>): FormSite {
  let opened: Promise<OpenedSite> | undefined
  const current = (): Promise<OpenedSite> => {
    opened ??= openedSite(session, http).catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
  const isStranger = async ({ site }: OpenedSite): Promise<boolean> =>
    (await pageOf(site, 'ServiceCatalog/Items')).status === 401
  return {
    async get(path) {
      await refuseOlder(session)
      const first = await current()
      const answer = await pageOf(first.site, path)
      if (answer.status !== 401 && (answer.status !== 403 || !(await isStranger(first)))) return answer
      // Whoever calls the API meanwhile may have opened a new one already.
      if ((await session.current()).token === first.token) await session.reopen()
      opened = undefined
      const again = await pageOf((await current()).site, path)
      if (again.status === 401) throw new NotLoggedIn('session-refused')
      return again
    },
    post: async (path, request) => (await current()).site.send(path, request),
  }
}

interface OpenedSite {
  site: WebSite
  /** Of the session that it was opened with. */
  token: string
}

async function openedSite(session: Session, http: Http): Promise<OpenedSite> {
  const { token } = await session.current()
  return { site: await readable(openSite(session, http)), token }
}

function pageOf(site: WebSite, path: string): Promise<HttpResponse> {
  return readable(site.get(path, headers, largestAnswer))
}

/** The same; a site that shows no page, and a page that the server fails of, as an error that a person may see. */
async function readable<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (error instanceof PageFailed) {
      const { host, response } = error
      throw new Unreachable('forms-down', { host, status: response.status }, { cause: error })
    }
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
