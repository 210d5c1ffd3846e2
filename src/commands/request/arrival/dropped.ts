import { folded } from '../../../i18n/folded.ts'
import type { Message } from '../../../i18n/translate.ts'
import type { StoredFields, StoredPerson } from '../../../itil/ticket.ts'
import { isGroup, type Observer } from '../../../itil/ticket-form.ts'

/** What of a request is to be found on its ticket; what is absent was not asked for. */
export interface Expected {
  /** By their number, or by an address; the names are for telling. */
  observers?: Observer[]
  /** `Computer:3`. */
  items?: Array<{ key: string; name: string }>
  location?: { id: number; name: string }
  /** How this person is informed; an address is told only where one was given, a name of somebody else than the sender. */
  requester?: { user: number; notify: boolean; email?: string; name?: string }
}

/** What `Tickets.stored` is to read for these. */
export function partsFor({ observers = [], items = [], requester }: Expected) {
  return {
    ...((observers.length > 0 || requester) && { people: true }),
    ...(observers.some(isGroup) && { groups: true }),
    ...(items.length > 0 && { items: true }),
  }
}

/**
 * What was asked for and is on none of the tickets that came of it: the platform drops in silence what it does not take
 * (GLPI-CUSTOMER.md, «Sending»). A sentence each, for a warning; none where all is there, or was not read. `told`: the
 * text of a ticket names the people and the items all the same.
 */
export function droppedOf(
  expected: Expected,
  tickets: readonly StoredFields[],
  how: 'dropped' | 'told' = 'dropped',
): Message[] {
  const { observers = [], items = [], location, requester } = expected
  const people = tickets.flatMap((ticket) => ticket.people ?? [])
  const knowsPeople = tickets.every((ticket) => ticket.people)
  const there = new Set(tickets.flatMap((ticket) => ticket.items ?? []))
  const knowsItems = tickets.every((ticket) => ticket.items)
  const groups = new Set(tickets.flatMap((ticket) => ticket.groups ?? []))
  const rowsOf = (wanted: Observer): StoredPerson[] =>
    people.filter(
      ({ part, user, email }) =>
        part === 'observer' &&
        ('user' in wanted ? user === wanted.user : 'email' in wanted && folded(email) === folded(wanted.email)),
    )
  const isLost = (one: Observer): boolean => (isGroup(one) ? !groups.has(one.group) : rowsOf(one).length === 0)
  const lost = [
    ...(knowsPeople ? observers.filter(isLost) : []).map(
      ({ name }): Message => ({ key: `new.${how}.observer`, parameters: { name } }),
    ),
    ...observers
      .filter((one) => one.silent && rowsOf(one).some(({ notified }) => notified))
      .map(({ name }): Message => ({ key: 'new.dropped.observer-silence', parameters: { name } })),
    ...(knowsItems ? items.filter(({ key }) => !there.has(key)) : []).map(
      ({ name }): Message => ({ key: `new.${how}.item`, parameters: { name } }),
    ),
  ]
  const isElsewhere = location && !tickets.some(({ locationId }) => locationId === location.id)
  if (isElsewhere) lost.push({ key: 'new.dropped.location', parameters: { name: location.name } })
  return requester && knowsPeople ? [...lost, ...notifiedOtherwise(requester, people)] : lost
}

function notifiedOtherwise(
  { user, notify, email = '', name }: NonNullable<Expected['requester']>,
  people: readonly StoredPerson[],
): Message[] {
  const rows = people.filter((one) => one.part === 'requester' && one.user === user)
  const told = rows.filter(({ notified }) => notified)
  if (name !== undefined && rows.length === 0) return [{ key: 'new.dropped.on-behalf-of', parameters: { name } }]
  if (name !== undefined && notify === (told.length === 0))
    return [{ key: notify ? 'new.dropped.notification-of' : 'new.dropped.silence-of', parameters: { name } }]
  if (!notify) return told.length > 0 ? [{ key: 'new.dropped.silence' }] : []
  if (told.length === 0) return [{ key: 'new.dropped.notification' }]
  const isThere = email === '' || told.some((row) => folded(row.email) === folded(email))
  return isThere ? [] : [{ key: 'new.dropped.address', parameters: { email } }]
}
