import { expect, test } from 'vitest'
import { milliseconds } from '../../src/dates/duration.ts'
import { spokenLength } from '../../src/dates/spoken-length.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

test.each([
  ['90', 90_000],
  ['0.5', 500],
  ['90s', 90_000],
  ['10m', 10 * minute],
  ['10 min', 10 * minute],
  ['30 minutes', 30 * minute],
  ['1h30', 90 * minute],
  ['1.5h', 90 * minute],
  ['2 heures', 2 * hour],
  ['une heure', hour],
  ['1d', day],
  ['2 jours', 2 * day],
  ['1 jour et 2 heures', day + 2 * hour],
  ['1 semaine', 7 * day],
  ['1 week', 7 * day],
])('%j is a length wherever one is given', (text, expected) => {
  expect(milliseconds(text)).toBe(expected)
})

test.each(['', '0', '0s', '-1', 'soon', '1x', '2 mois', '1.5.5h', 'h', '1e9'])('%j is none', (text) => {
  expect(milliseconds(text)).toBeUndefined()
})

test('30m are minutes also where months may be said', () => {
  expect(spokenLength('30m')).toEqual({ months: 0, days: 0, milliseconds: 30 * minute })
  expect(spokenLength('2 mois')).toEqual({ months: 2, days: 0, milliseconds: 0 })
})
