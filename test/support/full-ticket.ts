import type { SandboxOptions } from '../../src/sandbox/sandbox.ts'
import type { ServerTime } from '../../src/sandbox/server-time.ts'
import type { Store } from '../../src/sandbox/store/store.ts'
import { plantTicket } from '../../src/sandbox/ticket/planting.ts'
import type { SandboxTicket } from '../../src/sandbox/ticket/story.ts'
import { type StockedSite, stockedSite } from './stocked-site.ts'

const HENRI = 9
const TEO = 10
/** «Direction WTC». */
const BOARD = 1
const DAY = 86_400
const WAITS = 2

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** The numbers of what is there to be looked at. */
export interface FullTickets {
  /** With all that an open ticket can have. */
  full: number
  /** Closed, and its survey waits. */
  closed: number
  /** With nothing that is not always there. */
  bare: number
}

/** Tickets of alice’s with all that one can have, and one that has nothing, on a site of its own; `then` changes it. */
export async function siteOfFullTickets(
  options: SandboxOptions,
  then: (store: Store) => void = () => undefined,
): Promise<StockedSite<FullTickets>> {
  return stockedSite({ ...options, everyday: true, belongings: true }, (store, time) => {
    const filled = fill(store, time)
    then(store)
    return filled
  })
}

function fill(store: Store, time: ServerTime): FullTickets {
  const now = time.instant().getTime()
  const inDays = (days: number) => new Date(now + days * DAY * 1000)
  const plant = (told: SandboxTicket) => plantTicket(store, time, told)
  const bare = plant({ title: 'Écran noir', content: '<p>Depuis ce matin.</p>', opened: inDays(-1) })
  const closed = plant({
    ...{ title: 'Déménagement du poste de Mᵐᵉ Hoarau', content: '<p>Au deuxième étage.</p>', status: 'closed' },
    ...{ opened: inDays(-9), tasks: [{ content: 'Poste déplacé et rebranché', minutes: 40, at: inDays(-8) }] },
    solutions: [{ content: '<p>Le poste est en place.</p>', status: 'accepted', at: inDays(-8) }],
  })
  const full = plant({
    title: 'Le téléphone et l’ordinateur de l’accueil redémarrent dès qu’un appel arrive de l’extérieur',
    content: '<p>Voici ce qui s’affiche :</p><p>#ecran.png#</p><p>Le câble a été changé hier.</p>',
    ...{ status: 'pending', urgency: 5, category: 3, equipment: ['Computer:3', 'Phone:1'], opened: inDays(-3) },
    ...{ observers: ['henri'], groups: ['Support N2'], timeToResolve: inDays(1) },
    images: [{ name: 'ecran.png', bytes: png }],
    documents: [{ name: 'journal des redémarrages de la semaine.txt', bytes: 'lundi' }],
    followups: [{ by: 'teo', content: '<p>Qui peut nous ouvrir ?</p>', at: inDays(-1) }],
    tasks: [
      {
        ...{ content: 'Remplacement du boîtier', state: 'to-do', technician: 'teo', at: inDays(-1) },
        ...{ begin: inDays(2), end: new Date(inDays(2).getTime() + 3_600_000) },
      },
    ],
  })
  surround(store, { full, closed, date: time.now() })
  return { full, closed, bare }
}

/** What tells no story of its own: levels, groups, approvals, links, why it waits, a survey. */
function surround(store: Store, { full, closed, date }: { full: number; closed: number; date: string }): void {
  const ticket = store.get('Ticket', full)
  if (ticket) store.put('Ticket', { ...ticket, slas_id_ttr: 2, locations_id: 2, global_validation: WAITS })
  store.add('Group_Ticket', { tickets_id: full, groups_id: BOARD, type: 3 })
  const outside = { users_id: 0, type: 3, use_notification: 1, alternative_email: 'accueil@standard.example' } as const
  store.add('Ticket_User', { tickets_id: full, ...outside })
  store.add('TicketValidation', {
    ...{ tickets_id: full, entities_id: 1, users_id: TEO, itemtype_target: 'User', items_id_target: HENRI },
    ...{ comment_submission: '<p>Un boîtier neuf ?</p>', comment_validation: null, status: WAITS },
    ...{ submission_date: date, validation_date: null },
  })
  for (const [other, link] of [
    [12, 1],
    [closed, 2],
  ] as const)
    store.add('Ticket_Ticket', { tickets_id_1: full, tickets_id_2: other, link })
  const rhythm = { followup_frequency: DAY, followups_before_resolution: 2 }
  const [reason] = store.table('PendingReason').all()
  store.add('PendingReason_Item', {
    ...{ pendingreasons_id: reason?.id ?? 0, itemtype: 'Ticket', items_id: full, ...rhythm },
    ...{ bump_count: 0, last_bump_date: date, previous_status: 2 },
  })
  const survey = { type: 1, date_begin: date, date_answered: null, satisfaction: null, comment: null }
  store.add('TicketSatisfaction', { tickets_id: closed, ...survey })
}
