import type { ServerTime } from '../server-time.ts'
import type { TicketRow } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import { blankSurvey } from '../ticket/survey.ts'
import { ROLE, STATUS } from '../ticket/ticket-words.ts'
import { imageLink, tieDocument } from '../ticket/tied-document.ts'
import { daysBefore } from './history.ts'

/** A socket, drawn small. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAAAgCAMAAACVQ462AAAACVBMVEU8PDzh4eYobr4shqREAAAAKUlEQVR42mNgoBgwUgRGDRg1ALcBTDjAqAGjBow0A0bLg1EDSDeAQgAAIF4IZUelWQQAAAAASUVORK5CYII=',
  'base64',
)

const GLPI = 2
const ALICE = 8
const HENRI = 9
const WTC = 1
const ACME = 2
const ROOT = 0
const LINKED = 1
/** «Résolu en 4 h». */
const LEVEL = 2

/**
 * What goes on beside tickets: announcements, news, surveys, of which one waits, a colleague's ticket that one observes, a link.
 */
export function seedEveryday(store: Store, time: ServerTime): void {
  const ago = daysBefore(time.instant())
  const at = (days: number) => time.format(ago(days).getTime())
  seedAnnouncements(store, at)
  seedFeed(store, at)
  seedSurveys(store)
  const reason = { name: 'Attente client', comment: '', entities_id: 0, is_recursive: 1 } as const
  const rhythm = { followup_frequency: 86_400, followups_before_resolution: 2 }
  const waits = store.add('PendingReason', { ...reason, ...rhythm, date_creation: at(400), date_mod: at(400) })
  const tickets = [...store.table('Ticket').all()].filter(({ entities_id }) => entities_id === WTC)
  const mine = tickets.filter(({ users_id_recipient }) => users_id_recipient === ALICE)
  const closed = mine.findLast(({ status }) => status === STATUS.closed)
  if (closed) store.add('TicketSatisfaction', blankSurvey(closed.id, 1, at(3)))
  const [first, second] = mine.filter(({ status }) => status !== STATUS.closed)
  if (first && second) store.add('Ticket_Ticket', { tickets_id_1: first.id, tickets_id_2: second.id, link: LINKED })
  const theirs = tickets.find((ticket) => ticket.users_id_recipient === HENRI && ticket.status === STATUS.new)
  const observer = { users_id: ALICE, type: ROLE.observer, use_notification: 1, alternative_email: '' } as const
  if (theirs) store.add('Ticket_User', { tickets_id: theirs.id, ...observer })
  const pending = tickets.find(({ status }) => status === STATUS.pending)
  if (pending)
    store.add('PendingReason_Item', {
      ...{ pendingreasons_id: waits.id, itemtype: 'Ticket', items_id: pending.id, ...rhythm },
      ...{ bump_count: 1, last_bump_date: at(0), previous_status: STATUS.assigned },
    })
  const taken = mine.find(({ status }) => status === STATUS.assigned)
  if (taken) seedPromise(store, taken)
  const planned = mine.find(({ status }) => status === STATUS.planned)
  if (!planned) return
  seedPicture(store, planned.id, at(3))
  seedVisit(store, planned, at)
}

/** The group in charge, what is promised, and a link to a ticket that its customer must not see. */
function seedPromise(store: Store, ticket: TicketRow): void {
  store.put('Ticket', { ...ticket, slas_id_ttr: LEVEL })
  const [group] = store.table('Group').by('name', 'Support N2')
  if (group) store.add('Group_Ticket', { tickets_id: ticket.id, groups_id: group.id, type: ROLE.assigned })
  const other = [...store.table('Ticket').all()].findLast(({ entities_id }) => entities_id === ACME)
  if (other) store.add('Ticket_Ticket', { tickets_id_1: other.id, tickets_id_2: ticket.id, link: LINKED })
}

/** A visit in two days, from nine to ten by the clock of the platform. */
function seedVisit(store: Store, { id }: TicketRow, at: DateOf): void {
  const [visit] = store.table('TicketTask').by('tickets_id', id)
  const [day = ''] = at(-2).split(' ')
  if (visit) store.put('TicketTask', { ...visit, begin: `${day} 09:00:00`, end: `${day} 10:00:00` })
}

/** What the support shows by a picture in its answer. */
function seedPicture(store: Store, items_id: number, date: string): void {
  const [teo] = store.table('User').by('name', 'teo')
  const users_id = teo?.id ?? GLPI
  const picture = { name: 'prise-reseau.png', bytes: PICTURE, users_id, date, isInline: true }
  const link = imageLink(tieDocument(store, items_id, picture), items_id)
  store.add('ITILFollowup', {
    ...{ itemtype: 'Ticket', items_id, users_id, users_id_editor: 0, is_private: 0 },
    content: `<p>En attendant notre visite, vérifiez que le câble est bien dans cette prise :</p><p>${link}</p>`,
    ...{ date, date_mod: date, date_creation: date },
  })
}

/** Nine of ten who close a ticket are asked at once what they think of it, whatever their company. */
function seedSurveys(store: Store): void {
  const root = store.get('Entity', ROOT)
  if (!root) return
  store.put('Entity', { ...root, inquest_config: 1, inquest_rate: 90, inquest_delay: 0, inquest_duration: 0 })
}

type DateOf = (daysAgo: number) => string

function seedAnnouncements(store: Store, at: DateOf): void {
  const announce = (name: string, text: string, date: string, begin_view_date: string | null, to = WTC): void => {
    const { id } = store.add('Reminder', {
      ...{ name, text, date, begin_view_date, end_view_date: null, begin: null, end: null, is_planned: 0, state: 0 },
      ...{ users_id: GLPI, date_creation: date, date_mod: date },
    })
    store.add('Entity_Reminder', { reminders_id: id, entities_id: to, is_recursive: 1 })
  }
  announce(
    'Maintenance samedi',
    '<p>La messagerie est coupée de <strong>8 h à 10 h</strong> : nous la déplaçons. Le courrier reçu <strong>attend</strong> : rien ne se perd.</p>',
    at(2),
    null,
  )
  announce('Nouveaux horaires', '<p>À partir de janvier, nous répondons dès 7 h 30.</p>', at(20), null)
  announce('Pas encore visible', '<p>Plus tard.</p>', at(1), '2037-01-01 00:00:00')
  announce('Pour ACME', '<p>Chez ACME, la téléphonie change lundi.</p>', at(3), null, ACME)
}

function seedFeed(store: Store, at: DateOf): void {
  const { id } = store.add('RSSFeed', {
    ...{ name: 'Actualités du support', url: 'https://support.example/actualites.xml', comment: null },
    ...{ refresh_rate: 86_400, max_items: 20, have_error: 0, is_active: 1, users_id: GLPI },
    ...{ date_creation: at(300), date_mod: at(300) },
  })
  store.add('Entity_RSSFeed', { rssfeeds_id: id, entities_id: WTC, is_recursive: 1 })
  const news: Array<[days: number, title: string, text: string]> = [
    [30, 'Hameçonnage : un faux courriel du support circule', 'Nous ne demandons jamais votre mot de passe.'],
    [5, 'Bien choisir son mot de passe', 'Une phrase vaut mieux que huit signes.'],
  ]
  for (const [index, [days, title, text]] of news.entries())
    store.add('FeedNews', {
      ...{ rssfeeds_id: id, date: at(days), title, link: `https://support.example/actualites/${index + 1}` },
      description: `<p>${text}</p>`,
    })
}
