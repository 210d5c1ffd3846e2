import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pause } from '../../../../src/commands/ticket/watch/follow.ts'

const calm = { interval: 30_000, idle: 0, failed: 0 }

test('a look follows the interval after the one that found something', () => {
  expect(pause(calm, 0.5)).toBe(30_000)
})

test('looks that find nothing come slower and slower, down to a quarter', () => {
  expect(pause({ ...calm, idle: 5 }, 0.5)).toBe(48_315)
  expect(pause({ ...calm, idle: 1000 }, 0.5)).toBe(120_000)
})

test('looks that fail come slower and slower, to two minutes', () => {
  expect([1, 2, 3, 50].map((failed) => pause({ ...calm, failed }, 0.5))).toEqual([60_000, 120_000, 120_000, 120_000])
})

test('what the platform asks for is honoured, up to an hour', () => {
  expect(pause({ ...calm, failed: 1, retryAfter: 600_000 }, 0)).toBe(600_000)
  expect(pause({ ...calm, failed: 1, retryAfter: 10 ** 12 }, 0)).toBe(3_600_000)
})

test('no two who watch come at the same time, nor much too early', () => {
  expect(pause(calm, 0.1)).not.toBe(pause(calm, 0.9))
  fc.assert(
    fc.property(fc.nat(100), fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (idle, failed, random) => {
      const milliseconds = pause({ interval: 5000, idle, failed }, random)
      expect(milliseconds).toBeGreaterThanOrEqual(4500)
      expect(milliseconds).toBeLessThanOrEqual(132_000)
    }),
  )
})
