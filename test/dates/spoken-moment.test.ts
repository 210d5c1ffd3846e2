import { expect, test } from 'vitest'
import { dates } from '../../src/dates/dates.ts'
import { apartBy, spokenLength } from '../../src/dates/spoken-length.ts'
import { spokenMoment } from '../../src/dates/spoken-moment.ts'
import type { Language } from '../../src/i18n/translate.ts'

/** A Monday, 14:00 in Paris. */
const monday = new Date('2026-11-23T14:00:00+01:00')
const paris = { now: monday, timeZone: 'Europe/Paris' }

async function said(text: string, options: Partial<Parameters<typeof spokenMoment>[1]> = {}): Promise<string> {
  const asked = { language: 'fr' as Language, meant: 'future' as const, ...paris, ...options }
  const found = await spokenMoment(text, asked)
  if ('trouble' in found) return `${found.trouble.code} ${JSON.stringify(found.trouble.parameters)}`
  const { iso } = dates(asked)
  return found.wholeDay ? iso(found.moment).slice(0, 10) : iso(found.moment).slice(0, 16).replace('T', ' ')
}

test.each([
  ['demain 14h', '2026-11-24 14:00'],
  ['Demain à 14h30', '2026-11-24 14:30'],
  ['demain à 9 heures', '2026-11-24 09:00'],
  ['demain', '2026-11-24'],
  ['@1763860000', '2025-11-23 02:06'],
  ['demain midi', '2026-11-24 12:00'],
  ['demain matin', '2026-11-24 08:00'],
  ['9h demain', '2026-11-24 09:00'],
  ['après-demain 8h', '2026-11-25 08:00'],
  ['apres demain', '2026-11-25'],
  ['aujourd’hui 18h', '2026-11-23 18:00'],
  ['lundi 9h30', '2026-11-30 09:30'],
  ['lundi 15h', '2026-11-23 15:00'],
  ['lundi', '2026-11-23'],
  ['lundi prochain 9h', '2026-11-30 09:00'],
  ['samedi prochain', '2026-11-28'],
  ['lun. 30 nov. 2026, 09:30', '2026-11-30 09:30'],
  ['mardi', '2026-11-24'],
  ['15h', '2026-11-23 15:00'],
  ['9h30', '2026-11-24 09:30'],
  ['2027-01-10 09:00', '2027-01-10 09:00'],
  ['2027-01-10', '2027-01-10'],
  ['10/01/2027 9h', '2027-01-10 09:00'],
  ['10/01/2027 à 9h', '2027-01-10 09:00'],
  ['10/1', '2027-01-10'],
  ['24/11', '2026-11-24'],
  ['le 12 janvier à 14h', '2027-01-12 14:00'],
  ['1er février 2027', '2027-02-01'],
  ['vendredi 27 novembre 14h', '2026-11-27 14:00'],
  ['+2h', '2026-11-23 16:00'],
  ['+1h30', '2026-11-23 15:30'],
  ['7d', '2026-11-30 14:00'],
  ['dans 2 semaines', '2026-12-07 14:00'],
  ['dans une heure', '2026-11-23 15:00'],
  ['maintenant', '2026-11-23 14:00'],
  ['2027-01-10T09:00:00Z', '2027-01-10 10:00'],
  ['2027-01-10T09:00+0100', '2027-01-10 09:00'],
])('in French, «%s» is %s', async (text, expected) => {
  expect(await said(text)).toBe(expected)
})

test.each([
  ['tomorrow 2pm', '2026-11-24 14:00'],
  ['tomorrow at 14:00', '2026-11-24 14:00'],
  ['the day after tomorrow 8am', '2026-11-25 08:00'],
  ['Monday 9:30', '2026-11-30 09:30'],
  ['next Monday', '2026-11-30'],
  ['10/01/2027 9am', '2027-01-10 09:00'],
  ['10/01/2027 9h', '2027-01-10 09:00'],
  ['12 January at 2pm', '2027-01-12 14:00'],
  ['January 12 2027', '2027-01-12'],
  ['tomorrow noon', '2026-11-24 12:00'],
  ['in 2 hours', '2026-11-23 16:00'],
  ['2h', '2026-11-23 16:00'],
  ['2 weeks', '2026-12-07 14:00'],
  ['demain 14h', '2026-11-24 14:00'],
])('in English, “%s” is %s', async (text, expected) => {
  expect(await said(text, { language: 'en' })).toBe(expected)
})

test.each([
  ['hier', '2026-11-22'],
  ['avant-hier 9h', '2026-11-21 09:00'],
  ['il y a 3 jours', '2026-11-20 14:00'],
  ['3 days ago', '2026-11-20 14:00'],
  ['7d', '2026-11-16 14:00'],
  ['2 weeks', '2026-11-09 14:00'],
  ['vendredi', '2026-11-20'],
  ['last tuesday', '2026-11-17'],
  ['lundi', '2026-11-23'],
  ['lundi 15h', '2026-11-16 15:00'],
  ['15h', '2026-11-22 15:00'],
  ['9h', '2026-11-23 09:00'],
  ['24/11', '2025-11-24'],
  ['12 janvier', '2026-01-12'],
  ['-2h', '2026-11-23 12:00'],
])('where the past is meant, «%s» is %s', async (text, expected) => {
  expect(await said(text, { meant: 'past' })).toBe(expected)
})

test.each([
  ['demain foo', 'moment-partly {"text":"demain foo","rest":"foo"}'],
  ['Lundi Prochian, 9h', 'moment-partly {"text":"Lundi Prochian, 9h","rest":"Prochian"}'],
  ['midi foo demain', 'moment-partly {"text":"midi foo demain","rest":"foo"}'],
  ['9h 15h', 'moment-not-understood {"text":"9h 15h"}'],
  ['foo', 'moment-not-understood {"text":"foo"}'],
  ['', 'moment-not-understood {"text":""}'],
  ['31/02/2027', 'no-such-day {"text":"31/02/2027"}'],
  ['30 février', 'no-such-day {"text":"30 février"}'],
  ['31 février 9h30', 'no-such-day {"text":"31 février 9h30"}'],
  ['le 31 avril 2027 à 9h30', 'no-such-day {"text":"le 31 avril 2027 à 9h30"}'],
  ['31 février foo', 'moment-not-understood {"text":"31 février foo"}'],
  ['2027-02-30T10:00Z', 'no-such-day {"text":"2027-02-30T10:00Z"}'],
  ['2027-02-30 10:00', 'no-such-day {"text":"2027-02-30 10:00"}'],
  ['demain 25h', 'no-such-hour {"text":"demain 25h"}'],
  ['demain 12h75', 'no-such-hour {"text":"demain 12h75"}'],
  ['lundi 24 novembre 2026', 'other-weekday {"text":"lundi 24 novembre 2026","weekday":"mardi"}'],
  ['demain 9h-11h', 'moment-not-understood {"text":"demain 9h-11h"}'],
])('of «%s» it says what is wrong', async (text, expected) => {
  expect(await said(text)).toBe(expected)
})

test('hours count on the clock of the zone, whatever the computer’s own', async () => {
  expect(await said('demain 14h', { timeZone: 'Indian/Reunion' })).toBe('2026-11-24 14:00')
  const late = new Date('2026-11-23T22:30:00Z')
  expect(await said('demain 8h', { timeZone: 'Indian/Reunion', now: late })).toBe('2026-11-25 08:00')
})

test('a day on is the same hour when summer time ends in between, an hour on is an hour', async () => {
  const eve = new Date('2026-10-24T14:00:00+02:00')
  expect(await said('dans 1 jour', { now: eve })).toBe('2026-10-25 14:00')
  expect(await said('+24h', { now: eve })).toBe('2026-10-25 13:00')
})

test.each(['2h', '1h30', '90 min', '3 jours', '2 semaines', 'une heure', '1 day and 2 hours'])(
  '%s is a length',
  (text) => {
    expect(spokenLength(text)).toBeDefined()
  },
)

test.each(['', 'h', '2', 'demain', '2 parsecs', '2h foo', '-2h', '1e9h', '999999999 jours'])('“%s” is none', (text) => {
  expect(spokenLength(text)).toBeUndefined()
})

test('a month after the 31st is the last day of a shorter month', () => {
  const length = spokenLength('1 mois')
  const after = length && apartBy(new Date('2027-01-31T09:00:00+01:00'), length, 1, 'Europe/Paris')
  expect(after).toEqual(new Date('2027-02-28T09:00:00+01:00'))
})

test.each([
  [
    '2027-03-28 02:30',
    'hour-left-out {"text":"2027-03-28 02:30","last":"2027-03-28 01:59","first":"2027-03-28 03:00"}',
  ],
  [
    '28 mars 2027 à 2h',
    'hour-left-out {"text":"28 mars 2027 à 2h","last":"2027-03-28 01:59","first":"2027-03-28 03:00"}',
  ],
])('an hour that spring leaves out, «%s», is refused with the nearest times', async (text, expected) => {
  expect(await said(text)).toBe(expected)
})

test('the hours beside the one that spring leaves out are understood', async () => {
  expect(await said('2027-03-28 01:59')).toBe('2027-03-28 01:59')
  expect(await said('2027-03-28 03:00')).toBe('2027-03-28 03:00')
})

test('of an hour that autumn shows twice, both moments are told', async () => {
  const found = await spokenMoment('2027-10-31 02:30', { language: 'fr', meant: 'future', ...paris })
  expect(found).toMatchObject({
    moment: new Date('2027-10-31T02:30:00+02:00'),
    again: new Date('2027-10-31T02:30:00+01:00'),
  })
})

test('a day that begins without its first hour begins with the next', async () => {
  const options = { language: 'fr', meant: 'future', now: monday, timeZone: 'Asia/Beirut' } as const
  expect(await spokenMoment('2027-03-28', options)).toMatchObject({
    moment: new Date('2027-03-27T22:00:00Z'),
    wholeDay: true,
  })
})
