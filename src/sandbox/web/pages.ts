import type { Hono } from 'hono/tiny'
import type { Exchange, Site } from '../site.ts'
import { sendDocument } from './document-send.ts'
import { dropdownValues } from './dropdown.ts'
import { formPage10 } from './form-10.ts'
import { catalogPage, formPage11 } from './form-11.ts'
import { loginPage, toLogin } from './page.ts'
import { preferencePage, preferenceTab, updatePreference } from './preference.ts'
import { reservationEvents } from './reservation-calendar.ts'
import { type Visitor, visitorOf } from './visitor.ts'

/** What a page needs to know of the request besides itself. */
export interface PageEnvironment {
  /** The site's own address. */
  root: string
  exchange: Exchange
}

type Pages = Hono<{ Bindings: PageEnvironment }>
type Answered = Response | Promise<Response>

/** The pages of the web that a client of the form needs; anybody without a session is sent to the login page. */
export function addPages(app: Pages, site: Site): void {
  const page = (
    method: 'GET' | 'POST',
    path: string,
    answer: (visitor: Visitor, environment: PageEnvironment) => Answered,
  ) =>
    app.on(method, path, (context) => {
      const visitor = visitorOf(site, context.req.raw, context.env.root)
      return visitor ? answer(visitor, context.env) : toLogin(site, path)
    })

  app.get('/', () => loginPage(200))
  app.get('/index.php', () => loginPage(200))
  page('POST', '/ajax/getDropdownValue.php', dropdownValues)
  page('GET', '/ajax/reservations.php', reservationEvents)
  page('GET', '/ajax/common.tabs.php', preferenceTab)
  page('GET', '/front/document.send.php', sendDocument)
  page('GET', '/front/preference.php', preferencePage)
  page('POST', '/front/preference.php', (visitor, { exchange }) => updatePreference(visitor, exchange))
  if (site.version === '10.0') page('GET', '/front/helpdesk.public.php', formPage10)
  else addForms11(app, site)
}

function addForms11(app: Pages, site: Site): void {
  app.get('/ServiceCatalog', (context) => {
    const visitor = visitorOf(site, context.req.raw, context.env.root)
    return visitor ? catalogPage(visitor) : toLogin(site, '/ServiceCatalog')
  })
  app.get('/Form/Render/:id', (context) => {
    const visitor = visitorOf(site, context.req.raw, context.env.root)
    if (!visitor) return toLogin(site, '/Form/Render')
    return formPage11(visitor, Number(context.req.param('id'))) ?? loginPage(404)
  })
}
