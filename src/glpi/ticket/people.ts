import * as z from 'zod/mini'
import { IpeosError, NotLoggedIn } from '../../errors/error.ts'
import type { Person } from '../../itil/person.ts'
import { plainSentence } from '../html.ts'
import { askRange, everyItem } from '../range.ts'
import { refused } from '../refusal.ts'
import type { Session } from '../session/session.ts'
import { cell, integer, integerOf, label, parse, reference, unexpected } from '../wire.ts'
import type { Names } from './names.ts'

/** Somebody who has a part in a ticket: whoever is known by an address alone has neither number nor login. */
export interface Party {
  name: string
  id?: number
  login?: string
}

/** Who has a part in a ticket, and why it waits. */
export interface TicketPeople {
  requesters: Party[]
  technicians: Party[]
  observers: Party[]
  groups: string[]
  observerGroups: string[]
  pendingReason?: string
}

/**
 * Those who have a part in a ticket by their full names, which `names` learns: one search (GLPI-CUSTOMER.md, a and h). By
 * their logins where the platform refuses it. Rejects with `NotAllowed` where it refuses those too.
 */
export async function peopleOf(session: Session, ticketId: number, names: Names): Promise<TicketPeople> {
  try {
    const people = await peopleFound(session, ticketId)
    for (const { id, name } of [...people.requesters, ...people.technicians, ...people.observers])
      if (id !== undefined) names.people.set(id, name)
    return people
  } catch (error) {
    if (!(error instanceof IpeosError) || error instanceof NotLoggedIn) throw error
    return peopleByLogin(session, ticketId)
  }
}

/** Whether this is the person of the session. */
export function isMe({ id, login }: Party, person: Person): boolean {
  return id === person.id || login === person.login
}

const field = { requesters: 4, technicians: 5, groups: 8, observerGroups: 65, observers: 66, pendingReason: 400 }

const row = z.record(z.string(), z.unknown())
const found = z.object({
  totalcount: integer,
  data: z.optional(z.array(row)),
  data_html: z.optional(z.array(row)),
})

/** Contract, «observers in a search: numbers, full names in markup», «who is in charge, by full name» and «but a search gives its name». */
async function peopleFound(session: Session, ticketId: number): Promise<TicketPeople> {
  const columns = Object.values(field).map((number, index) => `forcedisplay[${index}]=${number}`)
  const wanted = `criteria[0][field]=2&criteria[0][searchtype]=equals&criteria[0][value]=${ticketId}`
  const path = `search/Ticket?${wanted}&${columns.join('&')}&giveItems=true`
  const answer = await askRange(session, path, { first: 0, count: 1, once: true })
  if (answer.status !== 200 && answer.status !== 206) throw refused(answer)
  const { data: [values] = [], data_html: [markup = {}] = [] } = parse(found, answer.json, what)
  if (!values) throw unexpected(what, '—')
  const people = (number: number): Party[] => {
    const parties = partiesIn(values[number], markup[number])
    if (!parties) throw unexpected(what, String(number))
    return parties
  }
  const [pendingReason] = textsIn(values[field.pendingReason])
  return {
    requesters: people(field.requesters),
    technicians: people(field.technicians),
    observers: people(field.observers),
    groups: textsIn(values[field.groups]),
    observerGroups: textsIn(values[field.observerGroups]),
    ...(pendingReason && { pendingReason }),
  }
}

const what = 'search/Ticket'

/** What parts several values of one field in its markup. */
const partition = '#LBBR#'
/** Of one ticket; a list of people is no longer than a person reads. */
const mostPeople = 100

/**
 * Who stands in a field of a search: numbers and, in the same order in its markup, names; addresses stand among those.
 * Undefined when they are not as many: nobody knows whose name is whose.
 */
export function partiesIn(value: unknown, markup: unknown): Party[] | undefined {
  const ids = valuesIn(value).flatMap((one) => integerOf(one) || [])
  const pieces = String(markup ?? '').split(partition, 3 * mostPeople)
  const isAddress = (piece: string): boolean => /^\s*<a\b[^<>]*\bmailto:/.test(piece)
  const addresses = pieces.filter(isAddress).map(plainSentence)
  // Beside a name, whoever may read people is shown more of them.
  const people = pieces
    .filter((piece) => !isAddress(piece))
    .map((piece) => plainSentence(piece.replace(/<[\s\S]*/, '')))
  const named = people.filter((name) => name !== '')
  if (named.length !== ids.length) return undefined
  return [
    ...named.map((name, index) => ({ name, ...(ids[index] === undefined ? {} : { id: ids[index] }) })),
    ...addresses.map((name) => ({ name })),
  ].slice(0, mostPeople)
}

function textsIn(value: unknown): string[] {
  return valuesIn(value).flatMap((one) => {
    const text = z.safeParse(cell, one)
    return text.success && text.data !== '' ? [text.data] : []
  })
}

function valuesIn(value: unknown): unknown[] {
  return (Array.isArray(value) ? value : [value]).slice(0, mostPeople)
}

const actor = z.array(z.object({ users_id: reference, type: integer, alternative_email: z.optional(label) }))
const part = { requester: 1, technician: 2, observer: 3 }

async function peopleByLogin(session: Session, ticketId: number): Promise<TicketPeople> {
  const path = `Ticket/${ticketId}/Ticket_User?expand_dropdowns=true&get_hateoas=false`
  const actors = parse(actor, await everyItem(session, path), 'Ticket_User')
  const parties = (wanted: number): Party[] =>
    actors.flatMap(({ users_id: login, type, alternative_email: address }): Party[] => {
      if (type !== wanted) return []
      if (login) return [{ name: login, login }]
      return address ? [{ name: address }] : []
    })
  return {
    requesters: parties(part.requester),
    technicians: parties(part.technician),
    observers: parties(part.observer),
    ...{ groups: [], observerGroups: [] },
  }
}
