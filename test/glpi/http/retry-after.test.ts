import { expect, test } from 'vitest'
import { retryAfter } from '../../../src/glpi/http/retry-after.ts'

test.each([
  ['in seconds', { 'retry-after': '120' }, 120],
  [
    'as a date, by the clock of the server',
    { 'retry-after': 'Thu, 05 Mar 2026 09:02:00 GMT', date: 'Thu, 05 Mar 2026 09:00:00 GMT' },
    120,
  ],
  [
    'as a date that is over',
    { 'retry-after': 'Thu, 05 Mar 2026 08:00:00 GMT', date: 'Thu, 05 Mar 2026 09:00:00 GMT' },
    0,
  ],
  ['as a date, by our clock where the server has none', { 'retry-after': 'Thu, 05 Mar 2026 09:02:00 GMT' }, 60],
  ['as nonsense', { 'retry-after': '-5 or so' }, undefined],
  ['not at all', {}, undefined],
])('a platform asks to wait %s', (_how, headers, seconds) => {
  expect(retryAfter({ headers }, new Date('2026-03-05T09:01:00Z'))).toBe(seconds)
})
