import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import type { ServerTime } from '../../src/sandbox/server-time.ts'
import type { GlpiVersion } from '../../src/sandbox/site.ts'
import type { Store } from '../../src/sandbox/store/store.ts'
import { plantTicket } from '../../src/sandbox/ticket/planting.ts'
import type { SandboxTicket } from '../../src/sandbox/ticket/story.ts'
import { stockedSite } from './stocked-site.ts'

/** Stands in all that belongs to others, with a word that says where. */
const MARK = 'Zq7'
const mark = (place: string): string => `${MARK}${place}`

/** All of a text that belongs to others: the words with the mark, and the company of the other customer. */
export function othersIn(text: string): string[] {
  return [...new Set(text.match(/Zq7\w+|.{0,20}ACME.{0,20}|.{0,20}acme\.example/g) ?? [])]
}

const BOB = 11
const HENRI = 9
const ALICE = 8
const GLPI = 2
const ACME = 2
/** A ticket of alice's that is open, and one that waits for her answer. */
const HERS = 15
const HERS_TOO = 12

/** The numbers of what belongs to others, by which alice may ask for it. */
export interface Others {
  ticket: number
  closed: number
  colleague: number
  document: number
  approval: number
  reservation: number
  item: number
  article: number
}

/** A platform where bob of ACME, and henri beside alice, have all that one can have, each part with the mark in it. */
export async function siteOfOthers(glpi: GlpiVersion): Promise<{ site: Sandbox; others: Others; close(): void }> {
  const configuration = { customerMayApprove: true, customerMayReadContracts: true, customerMayReadAssets: true }
  const options = { glpi, everyday: true, belongings: true, configuration } as const
  const { filled: others, ...place } = await stockedSite(options, fill)
  return { ...place, others }
}

function fill(store: Store, time: ServerTime): Others {
  const date = time.now()
  const dates = { date_creation: date, date_mod: date }
  nameBob(store)
  const [ticket = 0, closed = 0] = bobsTickets(store, time)
  const colleague = plantTicket(store, time, told('henri', 'Collegue', { status: 'assigned' }))
  const linked = [ticket, closed, colleague]
  for (const other of linked) {
    store.add('Ticket_Ticket', { tickets_id_1: HERS, tickets_id_2: other, link: 1 })
    store.add('Ticket_Ticket', { tickets_id_1: other, tickets_id_2: HERS_TOO, link: 3 })
  }
  store.add('Ticket_Ticket', { tickets_id_1: ticket, tickets_id_2: closed, link: 1 })
  const survey = { type: 1, date_begin: date, date_answered: date, satisfaction: 1, comment: mark('Enquete') }
  store.add('TicketSatisfaction', { tickets_id: closed, ...survey })
  store.add('TicketSatisfaction', { tickets_id: colleague, ...survey, date_answered: null, satisfaction: null })
  // What support says among itself, on a ticket of alice's.
  const written = { itemtype: 'Ticket', items_id: HERS, users_id: GLPI, users_id_editor: 0, date, ...dates } as const
  store.add('ITILFollowup', { ...written, content: `<p>${mark('Prive')}</p>`, is_private: 1 })
  announce(store, { date, ...dates })
  return {
    ...{ ticket, closed, colleague },
    document: [...store.table('Document').all()].find(({ name }) => name.startsWith(MARK))?.id ?? 0,
    approval: approvals(store, { ticket, colleague, date }),
    ...belongings(store, { date, ...dates }),
  }
}

function nameBob(store: Store): void {
  const bob = store.get('User', BOB)
  if (!bob) throw new Error('bob is not there')
  store.put('User', { ...bob, realname: mark('Nom'), firstname: mark('Prenom'), phone: mark('Telephone') })
  store.add('Group', {
    ...{ name: mark('Groupe'), entities_id: ACME, is_recursive: 0 },
    ...{ is_watcher: 1, is_requester: 1, is_assign: 0 },
  })
}

/** One in each state, and one that is waiting for its requester’s word; with all that a ticket can hold. */
function bobsTickets(store: Store, time: ServerTime): number[] {
  return (['assigned', 'closed', 'new', 'planned', 'pending', 'solved'] as const).map((status) =>
    plantTicket(store, time, told('bob', 'Titre', { status })),
  )
}

function told(requester: string, place: string, more: Partial<SandboxTicket>): SandboxTicket {
  const said = (what: string) => `<p>${mark(`${place}${what}`)}</p>`
  return {
    ...{ requester, title: `${mark(place)} : le site est lent`, content: said('Description'), urgency: 5 },
    followups: [{ content: said('Suivi') }, { by: 'teo', content: said('Reponse') }],
    tasks: [{ content: said('Tache'), minutes: 20, state: 'to-do' }],
    documents: [{ name: `${mark(`${place}Fichier`)}.txt`, bytes: mark(`${place}Contenu`) }],
    email: `${mark(`${place}Adresse`)}@ailleurs.example`,
    ...(more.status === 'solved' || more.status === 'closed' ? { solutions: [{ content: said('Solution') }] } : {}),
    ...more,
  }
}

/** One of bob's, one of henri's, and two of alice's own. */
function approvals(
  store: Store,
  { ticket, colleague, date }: { ticket: number; colleague: number; date: string },
): number {
  const asked = { users_id: GLPI, itemtype_target: 'User', comment_validation: null, status: 2 } as const
  const when = { submission_date: date, validation_date: null }
  const ask = (tickets_id: number, items_id_target: number, comment_submission: string) =>
    store.add('TicketValidation', {
      ...{ ...asked, ...when, tickets_id, items_id_target, comment_submission },
      entities_id: store.get('Ticket', tickets_id)?.entities_id ?? ACME,
    }).id
  const others = ask(ticket, BOB, `<p>${mark('Approbation')}</p>`)
  ask(colleague, HENRI, `<p>${mark('ApprobationCollegue')}</p>`)
  ask(HERS, ALICE, '<p>On y va ?</p>')
  ask(HERS, ALICE, '<p>Et là ?</p>')
  return others
}

type Dated = { date: string; date_creation: string; date_mod: string }

function announce(store: Store, dated: Dated): void {
  const { date: _, ...dates } = dated
  const said = { begin_view_date: null, end_view_date: null, begin: null, end: null, is_planned: 0, state: 0 } as const
  const told = (place: string, users_id: number) =>
    store.add('Reminder', { ...said, ...dated, name: mark(place), text: `<p>${mark(`${place}Texte`)}</p>`, users_id })
      .id
  store.add('Entity_Reminder', { reminders_id: told('Annonce', GLPI), entities_id: ACME, is_recursive: 1 })
  told('NoteDeBob', BOB)
  const { id } = store.add('RSSFeed', {
    ...{ name: mark('Flux'), url: `https://${mark('Flux')}.example/`, comment: null, refresh_rate: 86_400 },
    ...{ max_items: 20, have_error: 0, is_active: 1, users_id: GLPI, ...dates },
  })
  store.add('Entity_RSSFeed', { rssfeeds_id: id, entities_id: ACME, is_recursive: 1 })
  const link = `https://${mark('Lien')}.example/`
  store.add('FeedNews', {
    rssfeeds_id: id,
    date: dated.date,
    title: mark('Nouvelle'),
    link,
    description: mark('Recit'),
  })
}

/** What bob and his company have beside tickets. */
function belongings(store: Store, dated: Dated): Pick<Others, 'reservation' | 'item' | 'article'> {
  const { date, ...dates } = dated
  const owned = { entities_id: ACME, users_id: BOB, comment: mark('Remarque'), is_deleted: 0, ...dates } as const
  for (const kind of ['Computer', 'Monitor', 'Phone', 'Printer'] as const)
    store.add(kind, { ...owned, name: mark(kind), serial: mark(`${kind}Serie`) })
  const { id: items_id } = store.add('Peripheral', { ...owned, name: mark('Salle'), serial: '' })
  const item = store.add('ReservationItem', {
    ...{ itemtype: 'Peripheral', items_id, entities_id: ACME, is_recursive: 0, comment: mark('Salle'), is_active: 1 },
  }).id
  const day = date.slice(0, 10)
  const reservation = store.add('Reservation', {
    ...{ reservationitems_id: item, begin: `${day} 01:00:00`, end: `${day} 23:00:00` },
    ...{ users_id: BOB, comment: mark('Reservation'), group: 0 },
  }).id
  const place = { name: mark('Lieu'), completename: mark('Lieu'), locations_id: 0, level: 1, entities_id: ACME }
  store.add('Location', place)
  store.add('ITILCategory', {
    ...{ name: mark('Categorie'), completename: mark('Categorie'), itilcategories_id: 0, level: 1 },
    ...{ entities_id: ACME, is_recursive: 0, is_helpdeskvisible: 1, comment: '' },
  })
  store.add('Contract', {
    ...{ name: mark('Contrat'), num: mark('Numero'), entities_id: ACME, is_recursive: 0, begin_date: day },
    ...{ duration: 12, comment: mark('Clause'), is_deleted: 0, ...dates },
  })
  const { id: article } = store.add('KnowbaseItem', {
    ...{ name: `${mark('Article')} du site`, answer: `<p>${mark('ArticleTexte')}</p>`, is_faq: 1 },
    ...{ users_id: GLPI, view: 0, entities_id: ACME, ...dates },
  })
  store.add('AnswersSet', { forms_id: 1, name: mark('Reponses') })
  return { item, reservation, article }
}
