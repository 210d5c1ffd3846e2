import type { Language } from '../messages.ts'
import { type PhpValues, parsePhpQuery, textAt } from '../php-query.ts'
import type { Exchange, Site } from '../site.ts'
import { catalogItems, catalogPage, helpdeskSearch } from './catalogue-page.ts'
import { actorsDropdown, dropdownValues11 } from './dropdown-11.ts'
import { formPage11 } from './form-11.ts'
import { conditionEngine, fileTags, submitAnswers, type Uploaded, uploadFiles, validateAnswers } from './form-calls.ts'
import { helpdeskHome } from './home-11.ts'
import { toLogin, toPassword } from './page.ts'
import type { Pages } from './page-environment.ts'
import { isAjax, refusal, wantsJson } from './refusal.ts'
import {
  isCsrfToken,
  isStrangersToken,
  refused,
  sessionCookie,
  strangersToken,
  type Visitor,
  visitorOf,
} from './visitor.ts'

/** What a stranger reads. */
const STRANGER: Language = 'fr_FR'

type Poster = (visitor: Visitor, posted: Uploaded, exchange: Exchange) => Response

/** The catalogue and the forms of GLPI 11 (GLPI-11-FORMS.md). */
export function addForms11(app: Pages, site: Site): void {
  const page = (path: string, answer: (visitor: Visitor) => Response) =>
    app.get(path, ({ req: { raw }, env }) => {
      const visitor = visitorOf(site, raw, env.root)
      if (visitor) return visitor.viewer.session.is_expired ? toPassword(site) : answer(visitor)
      if (isAjax(raw) || wantsJson(raw))
        return refusal('expired', { request: raw, language: STRANGER, csrfToken: undefined })
      return toLogin(site, `${path}?`)
    })
  page('/ServiceCatalog', catalogPage)
  page('/ServiceCatalog/Items', catalogItems)
  page('/Helpdesk/Search', helpdeskSearch)
  page('/Helpdesk', helpdeskHome)
  // A stranger is not sent to the login page here: some forms are for everybody.
  app.get('/Form/Render/:id', ({ req, env }) => {
    const visitor = visitorOf(site, req.raw, env.root)
    return visitor ? formPage11(visitor, req.param('id')) : refusal('not allowed', strangerOf(req.raw))
  })
  const usedTokens = new Set<string>()
  const post = (path: string, answer: Poster) => {
    app.post(path, async ({ req: { raw }, env }) => {
      const posted = await postedOf(raw, site)
      const visitor = visitorOf(site, raw, env.root)
      const who = { request: raw, language: visitor?.viewer.user.language ?? STRANGER, csrfToken: undefined }
      const isRight = (token: string | null | undefined) =>
        visitor ? isCsrfToken(visitor, token) : isStrangersToken(sessionCookie(raw) ?? '', token)
      if (!hasToken(raw, posted.values, { isRight, used: usedTokens })) return refusal('no token', who)
      if (visitor?.viewer.session.is_expired) return toPassword(site)
      // Of a stranger a proof of work is asked.
      return visitor ? answer(visitor, posted, env.exchange) : refusal('bad request', who)
    })
    app.get(path, ({ req: { raw }, env }) => {
      const visitor = visitorOf(site, raw, env.root)
      return refusal('bad method', visitor ? refused(visitor) : strangerOf(raw))
    })
  }
  post('/Form/Condition/Engine', (visitor, { values }) => conditionEngine(visitor, values))
  post('/Form/ValidateAnswers', (visitor, { values }) => validateAnswers(visitor, values))
  post('/Form/SubmitAnswers', (visitor, { values }, exchange) => submitAnswers(visitor, values, exchange))
  post('/Form/Question/ActorsDropdown', (visitor, { values }) => actorsDropdown(visitor, values))
  post('/ajax/getDropdownValue.php', (visitor, { values }) => dropdownValues11(visitor, values))
  post('/ajax/fileupload.php', uploadFiles)
  post('/ajax/getFileTag.php', (visitor, { values }) => fileTags(visitor, values))
}

/** With the token of a page for nobody, which is good for the cookie that came. */
function strangerOf(request: Request) {
  const token = sessionCookie(request)
  return { request, language: STRANGER, csrfToken: token === undefined ? undefined : strangersToken(token) }
}

interface Tokens {
  isRight(token: string | null | undefined): boolean
  used: Set<string>
}

/** With `X-Requested-With` the token is read from the header and kept; without, from the body, and used up. */
function hasToken(request: Request, values: PhpValues, { isRight, used }: Tokens): boolean {
  if (isAjax(request)) return isRight(request.headers.get('x-glpi-csrf-token'))
  const given = textAt(values, '_glpi_csrf_token')
  if (given === undefined || used.has(given) || !isRight(given)) return false
  used.add(given)
  return true
}

/** A form, encoded either way; a body of JSON is not read. Beyond PHP's bound nothing of it is. */
async function postedOf(request: Request, site: Site): Promise<Uploaded> {
  const type = request.headers.get('content-type') ?? ''
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (bytes.length > site.configuration.postMaxSizeBytes) return { values: parsePhpQuery(''), files: [] }
  if (type.startsWith('application/x-www-form-urlencoded'))
    return { values: parsePhpQuery(new TextDecoder().decode(bytes)), files: [] }
  if (!type.startsWith('multipart/form-data')) return { values: parsePhpQuery(''), files: [] }
  const texts = new URLSearchParams()
  const files: Uploaded['files'] = []
  for (const [field, value] of await new Response(bytes, { headers: { 'content-type': type } }).formData())
    if (typeof value === 'string') texts.append(field, value)
    else files.push({ field, name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
  return { values: parsePhpQuery(texts.toString()), files }
}
