import type { ServerTime } from '../server-time.ts'
import type { UserRow } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import { priorityOf, ROLE, SOLUTION, STATUS } from '../ticket/ticket-words.ts'

const DAY = 86_400_000
const PERIOD_DAYS = 3 * 365

const SUBJECTS: Array<[title: string, category: number]> = [
  ['Site web inaccessible', 3],
  ['Erreur 500 sur le formulaire de contact', 3],
  ['Mise à jour de WordPress', 3],
  ['Ajout d’un enregistrement TXT', 4],
  ['Transfert d’un nom de domaine', 4],
  ['Courriels reçus en double', 5],
  ['Mot de passe de messagerie oublié', 5],
  ['Nouvelle liste de diffusion', 5],
  ['Renvoi d’appel à mettre en place', 6],
  ['Grésillements sur la ligne', 6],
  ['Demande d’accès', 1],
  ['Question sur la facture', 1],
]
const PLACES = ['à l’accueil', 'au 2e étage', 'pour la comptabilité', 'pour la boutique', 'depuis hier', 'urgent svp']
const REQUESTERS = ['alice', 'alice', 'alice', 'henri', 'henri', 'bob']
const OPEN_STATUSES = [STATUS.new, STATUS.assigned, STATUS.planned, STATUS.pending, STATUS.solved]

/** How many of `wanted` generated tickets are not there yet. */
export function missingTickets(store: Store, wanted: number): number {
  let made = 0
  for (const { count } of store.table('Generation').all()) made += count
  return Math.max(0, wanted - made)
}

/** Adds what is missing of `wanted` tickets, oldest first, the same ones each time; inside a filling. */
export function generateTickets(store: Store, time: ServerTime, wanted: number): void {
  const people = new Map(
    [...new Set([...REQUESTERS, 'teo'])].map((name) => [name, store.table('User').by('name', name)[0]]),
  )
  const count = missingTickets(store, wanted)
  const made = wanted - count
  const technician = people.get('teo')?.id ?? 0
  const random = randomFrom(20_260_101 + made)
  const now = time.instant().getTime()
  for (let index = 0; index < count; index += 1) {
    const requester = people.get(pick(REQUESTERS, random()))
    if (!requester) throw new Error('the accounts must be seeded before tickets are generated')
    const opened = now - Math.floor(((count - index) / count) * PERIOD_DAYS * DAY) - Math.floor(random() * 3_600_000)
    addTicket(store, time, { index: made + index, requester, technician, opened, now, random })
  }
  if (count > 0) store.add('Generation', { count })
}

interface Draw {
  index: number
  requester: UserRow
  technician: number
  opened: number
  now: number
  random: () => number
}

function addTicket(store: Store, time: ServerTime, { index, requester, technician, opened, now, random }: Draw): void {
  const [subject, itilcategories_id] = pick(SUBJECTS, random())
  const isOld = opened < now - 45 * DAY
  const status = isOld && random() < 0.98 ? STATUS.closed : pick(OPEN_STATUSES, random())
  const urgency = pick([1, 2, 2, 3, 3, 3, 3, 4, 4, 5], random())
  const at = (days: number) => time.format(Math.min(opened + days * DAY, now))
  const isTaken = status !== STATUS.new
  const isSolved = status >= STATUS.solved
  const duration = 0.2 + random() * 9
  const date = at(0)
  const last = status === STATUS.closed ? at(duration + 2) : isSolved ? at(duration) : isTaken ? at(0.1) : date
  const { id } = store.add('Ticket', {
    entities_id: requester.name === 'bob' ? 2 : 1,
    name: `${subject} ${pick(PLACES, random())} (${index + 1})`,
    content: `<p>Bonjour,</p><p>${subject}. Merci de votre aide.</p>`,
    ...{ date, date_creation: date, date_mod: last },
    closedate: status === STATUS.closed ? last : null,
    solvedate: isSolved ? at(duration) : null,
    takeintoaccountdate: isTaken ? at(0.05) : null,
    users_id_lastupdater: isTaken ? technician : requester.id,
    users_id_recipient: requester.id,
    ...{ status, urgency, impact: 3, priority: priorityOf(urgency, 3), itilcategories_id },
    type: random() < 0.7 ? 1 : 2,
    ...{ time_to_resolve: null, actiontime: 0, is_deleted: 0 },
  })
  const person = { tickets_id: id, use_notification: 1, alternative_email: '' } as const
  store.add('Ticket_User', { ...person, users_id: requester.id, type: ROLE.requester })
  if (isTaken) {
    store.add('Ticket_User', { ...person, users_id: technician, type: ROLE.assigned })
    addAnswer(store, id, technician, at(0.1))
  }
  if (isSolved)
    addSolution(store, { id, technician, requester, isClosed: status === STATUS.closed, date: at(duration), last })
}

function addAnswer(store: Store, items_id: number, users_id: number, date: string): void {
  const content = '<p>Bonjour, votre demande est prise en charge.</p>'
  store.add('ITILFollowup', {
    ...{ itemtype: 'Ticket', items_id, users_id, users_id_editor: 0, content, is_private: 0 },
    ...{ date, date_mod: date, date_creation: date },
  })
}

interface Solved {
  id: number
  technician: number
  requester: UserRow
  isClosed: boolean
  date: string
  last: string
}

function addSolution(store: Store, { id, technician, requester, isClosed, date, last }: Solved): void {
  store.add('ITILSolution', {
    itemtype: 'Ticket',
    items_id: id,
    content: '<p>C’est réglé.</p>',
    date_creation: date,
    date_mod: last,
    date_approval: isClosed ? last : null,
    users_id: technician,
    users_id_approval: isClosed ? requester.id : 0,
    status: isClosed ? SOLUTION.accepted : SOLUTION.waiting,
  })
}

function pick<T>(choices: readonly T[], chance: number): T {
  const chosen = choices[Math.floor(chance * choices.length)] ?? choices[0]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}

/** Numbers from 0 to 1 that look random and are the same each time (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
