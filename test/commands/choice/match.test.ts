import { expect, test } from 'vitest'
import { match } from '../../../src/commands/choice/match.ts'

const categories = [
  { value: 1, keys: ['1'], names: ['Général', 'Général'] },
  { value: 3, keys: ['3'], names: ['Hébergement > Site web', 'Site web'] },
  { value: 4, keys: ['4'], names: ['Hébergement > DNS & domaines', 'DNS & domaines'] },
  { value: 5, keys: ['5'], names: ['Messagerie', 'Messagerie'] },
]

test.each([
  ['a number', '3', 3],
  ['a full name', 'Hébergement > Site web', 3],
  ['a full name without its accents, case or blanks', 'hebergement>SITE web', 3],
  ['a short name', 'site web', 3],
  ['a part that only one has', 'dns', 4],
])('%s finds what it names', (_what, text, value) => {
  expect(match(text, categories)).toEqual({ found: value })
})

test('a part that several have is ambiguous, and they are named', () => {
  expect(match('hébergement', categories)).toEqual({
    ambiguous: ['Hébergement > Site web', 'Hébergement > DNS & domaines'],
  })
})

test('an exact name wins over a part of another', () => {
  const list = [...categories, { value: 9, keys: ['9'], names: ['Messagerie instantanée'] }]
  expect(match('messagerie', list)).toEqual({ found: 5 })
})

test('a misspelt name gives those that come near, and first of some that there are', () => {
  const some = ['Messagerie', 'Général', 'Hébergement > Site web', 'Hébergement > DNS & domaines']
  expect(match('mesagerie', categories)).toEqual({ near: ['Messagerie'], some })
})

test('what nothing comes near to has nothing near', () => {
  expect(match('zorglub', categories)).toMatchObject({
    near: [],
    some: ['Général', ...Array(3).fill(expect.anything())],
  })
})

test('an empty text names nothing', () => {
  expect(match('', categories)).toHaveProperty('near')
})
