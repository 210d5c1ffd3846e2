import { afterEach, describe, expect, test } from 'vitest'
import { dateReader, measureOffset, serverDates, zoneThatFits } from '../../../src/glpi/session/clock.ts'

const winter = new Date('2026-01-15T11:00:00Z')
const here = process.env.TZ

afterEach(() => {
  if (here === undefined) delete process.env.TZ
  else process.env.TZ = here
})

describe('the offset of the server’s clock', () => {
  test.each([
    ['Paris in winter', '2026-01-15 12:00:03', -60],
    ['a clock some minutes wrong', '2026-01-15 12:06:59', -60],
    ['Kathmandu', '2026-01-15 16:45:00', -345],
    ['New York', '2026-01-15 06:00:00', 300],
  ])('%s', (_place, serverNow, offset) => {
    expect(measureOffset(serverNow, [winter])).toBe(offset)
  })

  test('a clock that is days away is not believed when another one is at hand', () => {
    const wrong = new Date('2031-07-01T00:00:00Z')
    expect(measureOffset('2026-01-15 12:00:00', [wrong, winter])).toBe(-60)
  })

  test('a server that tells no time is taken for one at UTC', () => {
    expect(measureOffset('', [winter])).toBe(0)
  })
})

describe('a date of the server', () => {
  test('is read by its zone, on either side of a DST change', () => {
    const read = dateReader({ clockOffset: -60, timeZone: 'Europe/Paris' }, winter)
    expect(read('2026-01-15 12:00:00')).toEqual(winter)
    expect(read('2026-07-15 12:00:00')).toEqual(new Date('2026-07-15T10:00:00Z'))
  })

  test('is read by this computer’s zone when both clocks agree', () => {
    process.env.TZ = 'Europe/Paris'
    const read = dateReader({ clockOffset: -60 }, winter)
    expect(read('2026-07-15 12:00:00')).toEqual(new Date('2026-07-15T10:00:00Z'))
  })

  test('is read by the offset of now when nothing more is known', () => {
    process.env.TZ = 'America/New_York'
    const read = dateReader({ clockOffset: -60 }, winter)
    expect(read('2026-01-15 12:00:00')).toEqual(winter)
  })

  test.each([null, undefined, '', '0000-00-00 00:00:00', 'hier', '2026-13-45 99:00:00'])('%j is none', (text) => {
    expect(dateReader({ clockOffset: 0 }, winter)(text)).toBeUndefined()
  })

  test('may come without a time', () => {
    const read = dateReader({ clockOffset: -60, timeZone: 'Europe/Paris' }, winter)
    expect(read('2026-01-15')).toEqual(new Date('2026-01-14T23:00:00Z'))
  })
})

test.each([
  ['Europe/Paris', 'Europe/Paris'],
  ['America/New_York', undefined],
  ['Nowhere/Land', undefined],
  [undefined, undefined],
])('the zone %s is believed only when it agrees with the clock', (zone, believed) => {
  expect(zoneThatFits(zone, -60, winter)).toBe(believed)
})

test.each([
  ['its zone', { clockOffset: -60, timeZone: 'Europe/Paris' }],
  ['an offset', { clockOffset: -345 }],
  ['this computer’s zone', { clockOffset: -60 }],
])('a moment that was read by %s is written as the server wrote it, the hour that comes twice too', (_how, clock) => {
  process.env.TZ = 'Europe/Paris'
  const { read, write } = serverDates(clock, winter)
  for (const text of ['2026-01-15 12:00:03', '2026-07-15 12:00:00', '2026-10-25 02:30:00', '2026-10-25 03:00:00'])
    expect(write(read(text) as Date)).toBe(text)
})
