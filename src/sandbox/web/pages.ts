import { escapeHtml } from '../html-text.ts'
import { parsePhpQuery, textAt } from '../php-query.ts'
import { documentAnswer, isSeen } from '../rest/itemtype/document.ts'
import type { Site } from '../site.ts'
import { friendlyName } from '../viewer.ts'
import { keptMessages } from './account/message.ts'
import { changePassword, passwordPage } from './account/password-page.ts'
import { preferencePage, updatePreference } from './account/preference.ts'
import { signIn, startPage } from './account/sign-in.ts'
import { actors10 } from './actors-10.ts'
import { dropdownValues } from './dropdown.ts'
import { formAnew10 } from './form-10/form.ts'
import { helpdeskPublic } from './home-10.ts'
import { accessDenied, toLogin, toPassword } from './page.ts'
import type { PageEnvironment, Pages } from './page-environment.ts'
import { addForms11 } from './pages-11.ts'
import { sendSurvey } from './tab/survey.ts'
import { tab } from './tab/tabs.ts'
import { sendApproval } from './tab/ticket.ts'
import { type Visitor, visitorOf } from './visitor.ts'

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
      if (!visitor) return toLogin(site, path)
      return isSentToPassword(visitor, path) ? toPassword(site) : answer(visitor, context.env)
    })

  for (const path of ['/', '/index.php']) app.get(path, ({ req }) => startPage(site, req.raw))
  app.post('/front/login.php', ({ req, env }) => signIn(site, req.raw, env.exchange))
  page('GET', '/ajax/reservations.php', reservationEvents)
  page('GET', '/ajax/common.tabs.php', tab)
  page('GET', '/ajax/displayMessageAfterRedirect.php', keptMessages)
  page('GET', '/front/document.send.php', sendDocument)
  page('GET', '/front/preference.php', preferencePage)
  page('GET', '/front/updatepassword.php', passwordPage)
  page('POST', '/front/updatepassword.php', (visitor, { exchange }) => changePassword(visitor, exchange))
  page('POST', '/front/ticketsatisfaction.form.php', (visitor, { exchange }) => sendSurvey(visitor, exchange))
  page('POST', '/front/ticketvalidation.form.php', (visitor, { exchange }) => sendApproval(visitor, exchange))
  page('POST', '/front/preference.php', (visitor, { exchange }) => updatePreference(visitor, exchange))
  if (site.version === '11.0') addForms11(app, site)
  else {
    page('GET', '/front/helpdesk.public.php', helpdeskPublic)
    page('POST', '/front/tracking.injector.php', formAnew10)
    page('POST', '/ajax/getDropdownValue.php', dropdownValues)
    page('POST', '/ajax/actors.php', actors10)
  }
}

/** Whoever comes by a password that is out of date sees the page for a new one, and no other. */
function isSentToPassword({ viewer }: Visitor, path: string): boolean {
  return viewer.session.is_expired === 1 && path !== '/front/updatepassword.php'
}

/**
 * `GET /front/document.send.php?docid=N&itemtype=Ticket&items_id=T`: the bytes of a document of a ticket that one sees
 * (also by one of its followups), or of an article of the FAQ; of one's own without either.
 */
function sendDocument({ site, viewer, request }: Visitor): Response {
  const { store } = site
  const query = parsePhpQuery(new URL(request.url).search)
  const asked = textAt(query, 'itemtype')
  const named = Number(asked ? textAt(query, 'items_id') : textAt(query, 'tickets_id')) || 0
  const isReply = asked === 'ITILFollowup'
  const [parent, parentId] = isReply
    ? (['Ticket', store.get('ITILFollowup', named)?.items_id ?? 0] as const)
    : ([asked ?? 'Ticket', named] as const)
  const document = store.get('Document', Number(textAt(query, 'docid')))
  const links = document ? store.table('Document_Item').by('documents_id', document.id) : []
  const isLinked = links.some(({ itemtype, items_id }) => itemtype === parent && items_id === parentId)
  const isOwn = viewer.profile.readsConfiguration || document?.users_id === viewer.user.id
  const isOpen = isLinked ? isSeen(store, viewer, parent, parentId) : isOwn && !parentId
  const answer = document && isOpen ? documentAnswer(site, document) : undefined
  if (!answer?.bytes) return accessDenied(viewer.user.language)
  return new Response(Uint8Array.from(answer.bytes), {
    status: 200,
    ...(answer.headers ? { headers: answer.headers } : {}),
  })
}

/** `GET /ajax/reservations.php?action=get_events`: what the calendar shows, as JSON (GLPI.md, "The rest of the menu"). */
function reservationEvents({ site, viewer, request }: Visitor): Response {
  const query = parsePhpQuery(new URL(request.url).search)
  if (textAt(query, 'action') !== 'get_events') return accessDenied(viewer.user.language)
  const wanted = Number(textAt(query, 'reservationitems_id') ?? 0)
  const start = momentIn(textAt(query, 'start'), '0000')
  const end = momentIn(textAt(query, 'end'), '9999')
  const events = [...site.store.table('Reservation').all()].flatMap((reservation) => {
    const item = site.store.get('ReservationItem', reservation.reservationitems_id)
    const isShown = item !== undefined && viewer.entities.has(item.entities_id) && (wanted === 0 || item.id === wanted)
    if (!isShown || reservation.begin >= end || reservation.end <= start) return []
    const name =
      item.itemtype === 'Peripheral' ? (site.store.get('Peripheral', item.items_id)?.name ?? '') : item.itemtype
    const by = friendlyName(site.store.get('User', reservation.users_id))
    return [
      {
        id: reservation.id,
        resourceId: `${item.itemtype}-${item.items_id}`,
        start: reservation.begin,
        end: reservation.end,
        comment: `${escapeHtml(reservation.comment)}<br>${viewer.user.language === 'fr_FR' ? 'Réservé par' : 'Reserved by'} ${escapeHtml(by)}`,
        title: wanted === 0 ? name : by,
        itemtype: item.itemtype,
        items_id: item.items_id,
        color: '#e2e2e2',
        editable: reservation.users_id === viewer.user.id || viewer.profile.handlesTickets,
      },
    ]
  })
  return Response.json(events)
}

function momentIn(text: string | undefined, otherwise: string): string {
  return text?.slice(0, 19).replace('T', ' ') ?? otherwise
}
