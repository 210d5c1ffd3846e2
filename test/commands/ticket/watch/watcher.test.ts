import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Watcher } from '../../../../src/commands/ticket/watch/watcher.ts'
import type { TicketEvent } from '../../../../src/itil/ticket-event.ts'
import { PlatformModel } from './platform-model.ts'

/** A platform, whoever watches it, and what was told. */
function watched(platform = new PlatformModel()) {
  const watcher = new Watcher()
  const told: TicketEvent[] = []
  return {
    platform,
    told,
    names: () => told.map(nameOf),
    begin: () => {
      for (const id of watcher.begin(platform.rows())) {
        const found = platform.read(id)
        if (found) watcher.take(found.ticket, found.timeline)
      }
    },
    /** One look; `between` happens after the list and before the details, `failing` cuts it after so many tickets. */
    look: (between: () => void = () => undefined, failing = Number.POSITIVE_INFINITY) => {
      const rows = platform.rows(watcher.since)
      between()
      for (const [index, id] of watcher.toRead(rows).entries()) {
        if (index >= failing) return
        const found = platform.read(id)
        if (found) told.push(...watcher.learn(found.ticket, found.timeline))
        else watcher.lose(id)
      }
      watcher.endRound(rows)
    },
    toRead: () => watcher.toRead(platform.rows(watcher.since)),
  }
}

function nameOf(event: TicketEvent): string {
  if (event.kind === 'opened') return `${event.ticket.id} opened`
  if (event.kind === 'status') return `${event.ticket.id} ${event.from} → ${event.to}`
  return `${event.ticket.id} ${event.kind}:${event.id}`
}

/** A platform with two tickets: one whose last change is long ago, one that just changed. */
function oldAndFresh(): PlatformModel {
  const platform = new PlatformModel()
  platform.open()
  platform.write(1, 'followup')
  platform.second += 100_000
  platform.open()
  platform.write(2, 'followup')
  return platform
}

describe('what is told', () => {
  test('is when a task is planned, for another time, and no more; nothing where it stays as it is', () => {
    const platform = oldAndFresh()
    const { begin, look, names, told } = watched(platform)
    begin()
    look()
    platform.pass(60)
    const task = platform.write(2, 'task')
    const [, id] = task.split(':')
    look()
    for (const seconds of [3600, 7200, undefined]) {
      platform.pass(60)
      platform.plan(2, task, seconds)
      look()
      platform.write(2, 'followup')
      look()
    }
    expect(names().filter((name) => !name.includes('followup'))).toEqual([
      `2 task:${id}`,
      ...[1, 2, 3].map(() => `2 planned:${id}`),
    ])
    expect(told.flatMap((event) => (event.kind === 'planned' ? [event.begin !== undefined] : []))).toEqual([
      true,
      true,
      false,
    ])
  })

  test('is nothing of what was there when it began', () => {
    const { begin, look, names } = watched(oldAndFresh())
    begin()
    look()
    expect(names()).toEqual([])
  })

  test('holds what comes in the second of the start', () => {
    const { platform, begin, look, names } = watched(oldAndFresh())
    begin()
    platform.write(2, 'followup')
    platform.open()
    look()
    expect(names()).toEqual(['3 opened', '2 followup:3'])
  })

  test('holds what comes in the second of a look, after it', () => {
    const { platform, begin, look, names } = watched(oldAndFresh())
    begin()
    platform.second += 60
    platform.write(1, 'followup')
    look()
    platform.write(1, 'task')
    platform.second += 5
    look()
    expect(names()).toEqual(['1 followup:3', '1 task:4'])
  })

  test('is a followup that a technician dated back, on a ticket that was only seen in the list', () => {
    const { platform, begin, look, names } = watched(oldAndFresh())
    begin()
    platform.second += 60
    platform.write(1, 'followup', 1_000_000)
    look()
    expect(names()).toEqual(['1 followup:3'])
  })

  test('is a solution, its refusal, the next one and its acceptance, all seen at once', () => {
    const { platform, begin, look, names } = watched(oldAndFresh())
    begin()
    for (const answer of ['refused', 'accepted'] as const) {
      platform.second += 60
      platform.solve(1)
      platform.second += 60
      platform.answer(1, answer)
    }
    look()
    const events = ['solution:3', 'solution-refused:3', 'solution:4', 'solution-accepted:4', 'new → closed']
    expect(names()).toEqual(events.map((name) => `1 ${name}`))
  })

  test('is not told again when a ticket goes and comes back', () => {
    const { platform, begin, look, names } = watched(oldAndFresh())
    begin()
    platform.second += 60
    platform.write(2, 'followup')
    look()
    const [ticket] = platform.tickets.splice(1, 1)
    look()
    platform.second += 60
    if (ticket) platform.tickets.push({ ...ticket, changed: platform.second })
    look()
    expect(names()).toEqual(['2 followup:3'])
  })

  test('does not depend on the dates going forward: the clock of the server may be set back', () => {
    const { platform, begin, look, names } = watched(oldAndFresh())
    begin()
    platform.second += 60
    platform.write(2, 'followup')
    look()
    platform.second -= 3600
    platform.write(2, 'followup')
    platform.write(1, 'followup')
    look()
    expect(names()).toEqual(['2 followup:3', '1 followup:5', '2 followup:4'])
  })
})

test('a ticket that changed is looked at twice, one that did not is not looked at', () => {
  const { platform, begin, look, toRead } = watched(oldAndFresh())
  begin()
  look()
  expect(toRead()).toEqual([])
  platform.second += 60
  platform.write(1, 'followup')
  look()
  expect(toRead()).toEqual([1])
  look()
  expect(toRead()).toEqual([])
})

type Step =
  | { what: 'pass'; seconds: number }
  | { what: 'open' | 'solve' | 'accepted' | 'refused'; ticket: number }
  | { what: 'followup' | 'task' | 'document'; ticket: number; backdated: number }
  | { what: 'look'; between: Step[]; failing: number }

const change: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ what: fc.constant('pass' as const), seconds: fc.constantFrom(0, 1, 1, 30, 4000, 100_000, -3000) }),
  fc.record({
    what: fc.constantFrom('open' as const, 'solve' as const, 'accepted' as const, 'refused' as const),
    ticket: fc.nat(5),
  }),
  fc.record({
    what: fc.constantFrom('followup' as const, 'task' as const, 'document' as const),
    ticket: fc.nat(5),
    backdated: fc.constantFrom(0, 0, 5000),
  }),
)
const look: fc.Arbitrary<Step> = fc.record({
  what: fc.constant('look' as const),
  between: fc.array(change, { maxLength: 3 }),
  failing: fc.constantFrom(0, 1, 2, 99, 99, 99),
})

/** Makes one step, and gives the names of the events that are to be told; statuses are looked at by themselves. */
function make(step: Step, platform: PlatformModel): string[] {
  if (step.what === 'look') return []
  if (step.what === 'pass') {
    platform.pass(step.seconds)
    return []
  }
  if (step.what === 'open') return [`${platform.open()} opened`]
  const id = (step.ticket % platform.tickets.length) + 1
  const key =
    'backdated' in step ? platform.write(id, step.what, step.backdated) : answerOrSolve(id, step.what, platform)
  return key ? [`${id} ${key}`] : []
}

function answerOrSolve(
  id: number,
  what: 'solve' | 'accepted' | 'refused',
  platform: PlatformModel,
): string | undefined {
  return what === 'solve' ? platform.solve(id) : platform.answer(id, what)
}

test('whatever happens in whatever order, each thing is told once, and each status follows the one before', () => {
  const steps = fc.array(fc.oneof({ weight: 3, arbitrary: change }, { weight: 1, arbitrary: look }), { maxLength: 60 })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), steps, (past, future) => {
      const place = watched()
      place.platform.open()
      for (const step of past) make(step, place.platform)
      const statuses = new Map(place.platform.tickets.map(({ id, status }) => [id, status]))
      place.begin()
      const expected: string[] = []
      for (const step of future) {
        if (step.what !== 'look') expected.push(...make(step, place.platform))
        else {
          place.look(() => {
            for (const one of step.between) expected.push(...make(one, place.platform))
          }, step.failing)
          // Two looks are never within one second.
          place.platform.second += 5
        }
      }
      place.look()
      place.platform.second += 5
      place.look()
      expect(
        place.told
          .filter(({ kind }) => kind !== 'status')
          .map(nameOf)
          .sort(),
      ).toEqual(expected.sort())
      for (const event of place.told) {
        if (event.kind === 'opened') statuses.set(event.ticket.id, event.ticket.status)
        if (event.kind !== 'status') continue
        expect(statuses.get(event.ticket.id)).toBe(event.from)
        statuses.set(event.ticket.id, event.to)
      }
      expect(statuses).toEqual(new Map(place.platform.tickets.map(({ id, status }) => [id, status])))
    }),
    { numRuns: 2000 },
  )
})

test('what is known of all tickets together is bounded', () => {
  const platform = oldAndFresh()
  const watcher = new Watcher(3)
  watcher.begin(platform.rows())
  for (let one = 0; one < 3; one += 1) {
    expect(watcher.isFull).toBe(false)
    const found = platform.read(2)
    if (found) watcher.learn(found.ticket, found.timeline)
    platform.write(2, 'followup')
  }
  const found = platform.read(2)
  if (found) watcher.learn(found.ticket, found.timeline)
  expect(watcher.isFull).toBe(true)
})
