import { expect, test } from 'vitest'
import { understandObservers } from '../../../../src/commands/request/field/understand-observers.ts'
import type { People } from '../../../../src/glpi/people/people.ts'
import type { FormPerson } from '../../../../src/itil/ticket-form.ts'
import { translator } from '../../../support/translator.ts'

const people: FormPerson[] = [
  { user: 9, name: 'Nourel Henri', login: 'henri', email: 'henri@ipeos.example' },
  { user: 12, name: 'Nourel Léa', login: 'lea' },
  { user: 10, name: 'Marchand Téo', login: 'teo' },
  { group: 9, name: 'Direction' },
]

/** A site that finds people by what it has of them, as it is written; two a page. */
const directory: Pick<People, 'find'> = {
  find: async (words, page) => {
    const found = people.filter((one) => Object.values(one).some((value) => String(value).includes(words)))
    return { people: found.slice((page - 1) * 2, page * 2), more: found.length > page * 2 }
  },
}

function understood(words: string[]) {
  return understandObservers(words, { observers: { byAddress: true } }, directory, translator('en'))
}

test.each([
  ['a part of the name', 'Henri', 9],
  ['the name, first name first', 'Téo Marchand', 10],
  ['without its accents', 'lea', 12],
  ['the login', 'teo', 10],
  ['the number', '12', 12],
  ['the number as the site writes it', 'User_9', 9],
  ['the address of a person', 'henri@ipeos.example', 9],
])('an observer is meant by %s', async (_how, word, user) => {
  expect(await understood([word])).toMatchObject({ observers: [{ user }], problems: [] })
})

test.each(['direction', 'Direction (group)', 'Group_9', 'groups_id-9'])('a group is meant by %s', async (word) => {
  expect(await understood([word])).toMatchObject({ observers: [{ name: 'Direction', group: 9 }], problems: [] })
})

test('an address that nobody here has observes as such', async () => {
  expect(await understood(['x@y.example'])).toEqual({
    observers: [{ name: 'x@y.example', email: 'x@y.example' }],
    problems: [],
    unknown: [],
  })
})

test.each([
  ['an address where the form takes none', 'x@y.example', { byAddress: false }, 'new.observer-address'],
  ['a name that two have', 'Nourel', { byAddress: true }, 'new.ambiguous.observers'],
  ['a name that nobody has', 'Zoé', { byAddress: true }, 'new.no-such.observers'],
  ['anybody, where the form asks nobody', 'henri', undefined, 'new.not-taken.observer'],
] as const)('%s is told', async (_what, word, observers, key) => {
  const form = observers ? { observers } : {}
  const { problems } = await understandObservers([word], form, directory, translator('en'))
  expect(problems).toMatchObject([{ field: 'observers', key }])
})

test('«none» names nobody', async () => {
  expect(await understood(['none'])).toEqual({ observers: [], problems: [], unknown: [] })
})
