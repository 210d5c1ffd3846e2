import { expect, test } from 'vitest'
import { droppedOf, type Expected } from '../../../../src/commands/request/arrival/dropped.ts'
import type { StoredFields, StoredPerson } from '../../../../src/itil/ticket.ts'

function stored(parts: Partial<StoredFields> = {}): StoredFields {
  return {
    title: 'Panne',
    content: '',
    urgency: 'medium',
    categoryId: 0,
    locationId: 0,
    people: [],
    items: [],
    ...parts,
  }
}

const alice: StoredPerson = { part: 'requester', user: 7, notified: true, email: '' }

const cases: Array<[what: string, expected: Expected, ticket: StoredFields, told: string[]]> = [
  ['an observer who is there', { observers: [{ user: 9, name: 'Bob' }] }, withPeople({ user: 9 }), []],
  ['an observer who is not there', { observers: [{ user: 9, name: 'Bob' }] }, stored(), ['new.dropped.observer']],
  [
    'a requester who was to observe',
    { observers: [{ user: 7, name: 'A' }] },
    stored({ people: [alice] }),
    ['new.dropped.observer'],
  ],
  [
    'an observing address',
    { observers: [{ email: 'X@y.example', name: 'x' }] },
    withPeople({ user: 0, email: 'x@y.example' }),
    [],
  ],
  ['people who were not read', { observers: [{ user: 9, name: 'Bob' }] }, unread(), []],
  ['an item that is there', { items: [{ key: 'Computer:3', name: 'PC' }] }, stored({ items: ['Computer:3'] }), []],
  [
    'an item that is not there',
    { items: [{ key: 'Computer:3', name: 'PC' }] },
    stored({ items: ['Computer:4'] }),
    ['new.dropped.item'],
  ],
  ['another place', { location: { id: 4, name: 'Étage 2' } }, stored({ locationId: 2 }), ['new.dropped.location']],
  ['the place', { location: { id: 4, name: 'Étage 2' } }, stored({ locationId: 4 }), []],
  ['mails as wished', { requester: { user: 7, notify: true } }, stored({ people: [alice] }), []],
  ['mails to nobody', { requester: { user: 7, notify: true } }, stored(), ['new.dropped.notification']],
  [
    'mails that nobody wants',
    { requester: { user: 7, notify: false } },
    stored({ people: [alice] }),
    ['new.dropped.silence'],
  ],
  [
    'nothing of somebody else’s',
    { requester: { user: 9, notify: true, name: 'Bob' } },
    stored({ people: [alice] }),
    ['new.dropped.on-behalf-of'],
  ],
  [
    'no mails to somebody else',
    { requester: { user: 7, notify: true, name: 'A' } },
    stored({ people: [{ ...alice, notified: false }] }),
    ['new.dropped.notification-of'],
  ],
  [
    'mails that somebody else does not want',
    { requester: { user: 7, notify: false, name: 'A' } },
    stored({ people: [alice] }),
    ['new.dropped.silence-of'],
  ],
  ['somebody else, as wished', { requester: { user: 7, notify: true, name: 'A' } }, stored({ people: [alice] }), []],
  ['no mails as wished', { requester: { user: 7, notify: false } }, stored(), []],
  [
    'mails to another address',
    { requester: { user: 7, notify: true, email: 'a@b.example' } },
    stored({ people: [alice] }),
    ['new.dropped.address'],
  ],
]

function withPeople(one: Partial<StoredPerson>): StoredFields {
  return stored({ people: [{ part: 'observer', user: 0, notified: true, email: '', ...one }] })
}

function unread(): StoredFields {
  const { people: _people, items: _items, ...fields } = stored()
  return fields
}

test.each(cases)('what the platform dropped is told, what it kept is not: %s', (_what, expected, ticket, told) => {
  expect(droppedOf(expected, [ticket]).map(({ key }) => key)).toEqual(told)
})

test('what stands on one of several tickets of a request is there', () => {
  const expected: Expected = { observers: [{ user: 9, name: 'Bob' }] }
  expect(droppedOf(expected, [stored(), withPeople({ user: 9 })])).toEqual([])
})
