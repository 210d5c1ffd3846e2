import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dates, spent } from '../../src/dates/dates.ts'
import { sizeWord } from '../../src/i18n/size.ts'

const now = new Date('2026-03-05T09:00:00Z')
const paris = 'Europe/Paris'
const fr = dates({ language: 'fr', now, timeZone: paris })
const en = dates({ language: 'en', now, timeZone: paris })
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)
const hour = 3_600_000

describe('a moment', () => {
  test.each([
    [20_000, 'à l’instant', 'now'],
    [5 * 60_000, 'il y a 5 minutes', '5 minutes ago'],
    [3 * hour, 'il y a 3 heures', '3 hours ago'],
    [25 * hour, 'hier', 'yesterday'],
    [35 * hour, 'avant-hier', '2 days ago'],
    [10 * 24 * hour, 'il y a 10 jours', '10 days ago'],
    [29.6 * 24 * hour, 'il y a 1 mois', '1 month ago'],
    [100 * 24 * hour, 'il y a 3 mois', '3 months ago'],
    [800 * 24 * hour, 'il y a 2 ans', '2 years ago'],
    [-49 * hour, 'après-demain', 'in 2 days'],
  ])('%d ms ago reads «%s» and “%s”', (milliseconds, french, english) => {
    expect([fr.relative(ago(milliseconds)), en.relative(ago(milliseconds))]).toEqual([french, english])
  })

  test('is written as each language writes it, in the zone of the reader', () => {
    const date = new Date('2026-03-04T13:05:00Z')
    const spaces = (text: string) => text.replace(/\s/g, ' ')
    expect([fr, en].map((each) => spaces(each.absolute(date)))).toEqual(['4 mars 2026, 14:05', '4 Mar 2026, 14:05'])
  })

  test('on the first of a month is «1er» in French', () => {
    const [first, next] = [new Date('2026-12-01T13:01:00Z'), new Date('2027-01-01T09:31:00Z')]
    const told = [fr.day(first), fr.absolute(first), fr.time(first), fr.period(first, next), fr.hours(first, next)]
    const weekdays = 'mar. 1er déc. 2026, 14:01 – ven. 1er janv. 2027, 10:31'
    expect(told.map((text) => text.replace(/\s/g, ' '))).toEqual([
      ...['1er déc. 2026', '1er déc. 2026, 14:01', '1er déc. 2026, 14:01'],
      ...[weekdays, weekdays],
    ])
    expect([en.day(first), fr.day(new Date('2026-12-21T13:01:00Z'))]).toEqual(['1 Dec 2026', '21 déc. 2026'])
  })

  test('that a form writes without a zone is the same in all of them', () => {
    const told = [
      '2030-01-07',
      '2030-01-07T09:30',
      '2030-01-07 09:30:00',
      '2030-02-31',
      '2030-01-07T25:00',
      'lundi',
    ].map((text) => dates({ language: 'fr', now, timeZone: 'Pacific/Auckland' }).written(text).replace(/\s/g, ' '))
    expect(told).toEqual([
      ...['7 janv. 2030', '7 janv. 2030, 09:30', '7 janv. 2030, 09:30'],
      ...['2030-02-31', '2030-01-07T25:00', 'lundi'],
    ])
  })

  test('of today is told by its time alone, of another day with its date', () => {
    const spaces = (text: string) => text.replace(/\s/g, ' ')
    expect([fr.time(ago(hour)), en.time(ago(hour))]).toEqual(['09:00:00', '09:00:00'])
    expect(spaces(fr.time(ago(11 * hour)))).toBe('4 mars 2026, 23:00')
  })

  test.each([
    [paris, '2026-03-04T14:05:09+01:00'],
    ['UTC', '2026-03-04T13:05:09+00:00'],
    ['America/St_Johns', '2026-03-04T09:35:09-03:30'],
    ['Asia/Kathmandu', '2026-03-04T18:50:09+05:45'],
  ])('in %s is %s for a script', (timeZone, expected) => {
    expect(dates({ language: 'fr', now, timeZone }).iso(new Date('2026-03-04T13:05:09.420Z'))).toBe(expected)
  })

  test('for a script is the same moment, to the second', () => {
    const date = fc.date({ min: new Date('1980-01-01'), max: new Date('2080-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(
        date,
        fc.constantFrom(paris, 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
        (moment, timeZone) => {
          const iso = dates({ language: 'en', now, timeZone }).iso(moment)
          expect(new Date(iso).getTime()).toBe(Math.floor(moment.getTime() / 1000) * 1000)
        },
      ),
    )
  })
})

test.each([
  [1800, '30 min'],
  [3600, '1 h'],
  [4500, '1 h 15'],
  [36_300, '10 h 05'],
])('%d seconds spent read «%s»', (seconds, expected) => {
  expect(spent(seconds).replace(/\s/g, ' ')).toBe(expected)
})

test.each([
  [2_097_152, '2 Mo', '2 MB'],
  [1_258_291, '1,2 Mo', '1.2 MB'],
  [3_000, '2,9 ko', '2.9 kB'],
])('%d bytes read «%s» and “%s”', (bytes, french, english) => {
  expect([sizeWord(bytes, 'fr'), sizeWord(bytes, 'en')].map((text) => text.replace(/\s/g, ' '))).toEqual([
    french,
    english,
  ])
})
