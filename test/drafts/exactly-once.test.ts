import { describe, expect, test } from 'vitest'
import type { Unanswered } from '../../src/drafts/draft.ts'
import { exactlyOnce } from '../../src/drafts/exactly-once.ts'
import { Failed, type IpeosError, Unreachable } from '../../src/errors/error.ts'

const start = Date.parse('2026-03-05T09:00:00Z')
const timeOut = new Unreachable('time-out', { host: 'h', seconds: 30 })
const cut = new Unreachable('connection-cut', { host: 'h' })
const serverError = new Unreachable('server-error', { host: 'h', status: 502, seconds: 0 })
const tooMany = new Unreachable('too-many-requests', { host: 'h', seconds: 0 })
const redirected = new Unreachable('redirected', { host: 'h', target: 't' })
const byWhom = new Failed('refused-by-whom', { status: 400 })
const refused = new Unreachable('connection-refused', { host: 'h' })
const badRequest = new Failed('refused', { message: 'no' })

interface Story {
  /** What each send meets; undefined for an answer. */
  sends: Array<IpeosError | undefined>
  /** When what was sent takes effect, in ms from the start; never when absent. */
  arrives?: number
  unanswered?: Unanswered
}

/** A platform where time passes only by waiting; a send takes 30 s when it times out. */
async function sending({ sends, arrives = Number.POSITIVE_INFINITY, unanswered }: Story) {
  let time = start
  const left = [...sends]
  const kept: Array<Unanswered | undefined> = []
  const looks: number[] = []
  let sent = 0
  const outcome = await exactlyOnce<number>(
    {
      find: async () => {
        looks.push(time - start)
        return time - start >= arrives ? 15 : undefined
      },
      send: async () => {
        sent += 1
        const trouble = left.shift()
        if (trouble === timeOut) time += 30_000
        if (trouble) throw trouble
        return 16
      },
      unanswered,
      keep: async (state) => void kept.push(state),
    },
    {
      now: () => new Date(time),
      sleep: async (milliseconds) => {
        time += milliseconds
      },
      timeout: 30_000,
      longestRequest: 60_000,
    },
  ).catch((error: unknown) => error)
  return { outcome, sent, kept, looks }
}

test('what is answered is sent once, and nothing is looked for', async () => {
  expect(await sending({ sends: [undefined] })).toMatchObject({ outcome: { result: 16, wasThere: false }, looks: [] })
})

test('that a send is about to leave is on disk before it leaves', async () => {
  const { kept } = await sending({ sends: [undefined] })
  expect(kept).toEqual([{ since: '2026-03-05T09:00:00.000Z', settled: '2026-03-05T09:01:00.000Z' }])
})

test.each([
  ['a cut', cut, 0],
  ['a cut, the effect of which comes 50 s later', cut, 50_000],
  ['a time-out', timeOut, 10_000],
  ['a time-out, the effect of which comes 50 s later', timeOut, 80_000],
  ['an answer of the server', serverError, 50_000],
  ['too many requests', tooMany, 50_000],
  ['a redirect', redirected, 50_000],
  ['a refusal without a code of GLPI’s', byWhom, 50_000],
])('an answer lost by %s is found, and not sent again', async (_name, trouble, arrives) => {
  const { outcome, sent } = await sending({ sends: [trouble], arrives })
  expect({ outcome, sent }).toEqual({ outcome: { result: 15, wasThere: true }, sent: 1 })
})

test.each([
  ['cut', cut, 60_000],
  ['time-out', timeOut, 90_000],
  ['500', serverError, 60_000],
])(
  'after a %s it is sent again only once the former send can no longer take effect',
  async (_name, trouble, settled) => {
    const { outcome, sent, looks } = await sending({ sends: [trouble, undefined] })
    expect({ outcome, sent }).toEqual({ outcome: { result: 16, wasThere: false }, sent: 2 })
    expect(looks.at(-1)).toBe(settled)
  },
)

test.each([
  ['refused connection', refused],
  ['refusal', badRequest],
])('a %s is certain: it is told at once', async (_name, trouble) => {
  const { outcome, sent, kept, looks } = await sending({ sends: [trouble] })
  expect({ outcome, sent, last: kept.at(-1), looks }).toEqual({ outcome: trouble, sent: 1, last: undefined, looks: [] })
})

test('what failed on this computer says nothing of what was sent: it is looked for', async () => {
  const full = new Failed('cannot-write-settings', { path: '/draft.json', reason: 'ENOSPC' })
  const { outcome, sent } = await sending({ sends: [full], arrives: 0 })
  expect({ outcome, sent }).toEqual({ outcome: { result: 15, wasThere: true }, sent: 1 })
})

test('two sends are enough: the last error is told, and that nothing arrived is certain', async () => {
  const { outcome, sent, kept } = await sending({ sends: [cut, cut, undefined] })
  expect({ outcome, sent, last: kept.at(-1) }).toEqual({ outcome: cut, sent: 2, last: undefined })
})

describe('what a killed command sent', () => {
  const unanswered = { since: new Date(start - 10_000).toISOString(), settled: new Date(start + 50_000).toISOString() }

  test('is found before anything is sent', async () => {
    expect(await sending({ sends: [], unanswered, arrives: 0 })).toMatchObject({ outcome: { result: 15 }, sent: 0 })
  })

  test('is waited for as long as it may still arrive', async () => {
    const { sent, looks } = await sending({ sends: [undefined], unanswered })
    expect({ sent, last: looks.at(-1) }).toEqual({ sent: 1, last: 50_000 })
  })

  test('is not waited for longer by a clock that was set back', async () => {
    const later = {
      since: new Date(start + 86_400_000).toISOString(),
      settled: new Date(start + 86_460_000).toISOString(),
    }
    const { looks } = await sending({ sends: [undefined], unanswered: later })
    expect(looks.at(-1)).toBe(60_000)
  })
})

test('a clock that is set forward at the worst moment shortens nothing', async () => {
  let clock = start
  let slept = 0
  let looks = 0
  await exactlyOnce<number>(
    {
      find: async () => {
        looks += 1
        return undefined
      },
      send: async () => Promise.reject(cut),
      unanswered: undefined,
      // Somebody sets it while what is known is being written.
      keep: async () => {
        clock += 3_600_000
      },
    },
    {
      now: () => new Date(clock),
      sleep: async (milliseconds) => {
        slept += milliseconds
      },
      timeout: 30_000,
      longestRequest: 60_000,
    },
  ).catch(() => undefined)
  // Twice: each send is looked for.
  expect(slept).toBe(120_000)
  expect(looks).toBeGreaterThan(2)
})
