import { describe, expect, test } from 'vitest'
import { openSandbox, type SandboxTicket } from '../../../../src/sandbox/sandbox.ts'
import { login } from '../../../sandbox/caller.ts'
import { newDesk } from '../../../support/desk.ts'
import { virtualTime } from '../../../support/virtual-time.ts'

const minute = 60_000
const start = new Date('2026-03-05T09:00:00Z')

/** A ticket, somebody who waits for it, and a clock of our own; `sleepers` is 2 where a time-out runs beside. */
async function waiting(ticket: Partial<SandboxTicket> = {}, sleepers = 1) {
  const time = virtualTime(start, { end: 30 * 24 * 60 * minute, sleepers })
  const site = await openSandbox({ clock: time.now })
  const id = site.addTicket({ title: 'Onduleur', opened: start, ...ticket })
  return {
    time,
    site,
    id,
    post: (at: number, who: string, path: string, input: object) =>
      time.at(at, async () => (await login(site, who)).post(path, { input })),
    wait: (...words: string[]) =>
      newDesk(site).ipeos(['ticket', 'wait', String(id), ...words], { world: { now: time.now, sleep: time.sleep } }),
    minutes: () => (Number(time.now()) - Number(start)) / minute,
  }
}

describe('what is so already needs no waiting', () => {
  test.each([
    ['solved', { status: 'solved' }],
    ['solved', { status: 'closed' }],
    ['closed', { status: 'closed' }],
    ['taken', { status: 'assigned' }],
    ['taken', { status: 'pending' }],
  ] as const)('%s of a ticket that is %j', async (until, ticket) => {
    const { wait, minutes } = await waiting(ticket)
    const { code, out, notes } = await wait('--until', until)
    expect([code, out, minutes()]).toEqual([0, '', 0])
    expect(notes).toContain(until)
  })
})

describe('a ticket is waited for', () => {
  test('until it is taken', async () => {
    const { wait, post, id, minutes } = await waiting()
    post(20 * minute, 'teo', '/TicketTask', { tickets_id: id, content: 'En route' })
    expect((await wait('--until', 'taken')).code).toBe(0)
    expect(minutes()).toBeGreaterThan(20)
  })

  test('until a solution is proposed, and until it is closed', async () => {
    const { wait, post, id, minutes } = await waiting()
    post(20 * minute, 'teo', '/ITILSolution', { itemtype: 'Ticket', items_id: id, content: 'Fait.' })
    post(50 * minute, 'alice', '/ITILFollowup', { itemtype: 'Ticket', items_id: id, content: '', add_close: 1 })
    expect((await wait('--until', 'solved')).code).toBe(0)
    expect(minutes()).toBeLessThan(24)
    expect((await wait('--until', 'closed')).code).toBe(0)
    expect(minutes()).toBeGreaterThan(50)
  })

  test('until somebody else answers: neither what was there, nor one’s own words, nor a task, is an answer', async () => {
    const { wait, post, id, minutes } = await waiting({ followups: [{ by: 'teo', content: 'Déjà là.', at: start }] })
    post(10 * minute, 'alice', '/ITILFollowup', { itemtype: 'Ticket', items_id: id, content: 'Et alors ?' })
    post(20 * minute, 'teo', '/TicketTask', { tickets_id: id, content: 'En route' })
    post(60 * minute, 'teo', '/ITILFollowup', { itemtype: 'Ticket', items_id: id, content: 'Voilà.' })
    const { code, notes } = await wait('--until', 'reply')
    expect(code).toBe(0)
    expect(minutes()).toBeGreaterThan(60)
    expect(notes).toContain(`ipeos ticket show ${id}`)
  })
})

describe('when the time is up', () => {
  test.each([
    ['90s', 1.5],
    ['10m', 10],
    ['2h', 120],
    ['1d', 1440],
    ['30', 0.5],
  ])('after %s, it says so, and leaves with 8', async (timeout, minutesLater) => {
    const { wait, minutes, id } = await waiting({}, 2)
    const { code, notes } = await wait('--until', 'solved', '--timeout', timeout)
    expect([code, minutes()]).toEqual([8, minutesLater])
    expect(notes).toContain(`After ${timeout}, ticket no. ${id} is still not solved.`)
  })

  test('what happened before counts', async () => {
    const { wait, post, id } = await waiting({}, 2)
    post(20 * minute, 'teo', '/ITILSolution', { itemtype: 'Ticket', items_id: id, content: 'Fait.' })
    expect((await wait('--until', 'solved', '--timeout', '2h')).code).toBe(0)
  })
})

describe('--timeout 0 looks once', () => {
  test('and ends at once with 8 where it is not so', async () => {
    const { wait, minutes } = await waiting()
    const { code, notes } = await wait('--until', 'solved', '--timeout', '0')
    expect([code, minutes()]).toEqual([8, 0])
    expect(notes).toMatch(/Ticket no\. \d+ is not solved\./)
  })

  test('and with 0 where it is', async () => {
    const { wait } = await waiting({ status: 'solved' })
    expect((await wait('--until', 'solved', '--timeout', '0s')).code).toBe(0)
  })
})

describe('--json tells how it ended', () => {
  test('when it happened', async () => {
    const { wait, id } = await waiting({ status: 'assigned' })
    const { code, out } = await wait('--until', 'taken', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ ticket: id, until: 'taken', happened: true, status: 'assigned' })
  })

  test('when the time is up, and not when the platform is away: so both are told apart', async () => {
    const { wait, site } = await waiting({}, 2)
    const up = await wait('--until', 'solved', '--timeout', '1h', '--json', 'happened,status')
    expect([up.code, JSON.parse(up.out)]).toEqual([8, { happened: false, status: 'new' }])
    site.faults.inject({ kind: 'drop-before', times: 100 })
    expect(await wait('--until', 'solved', '--timeout', '0', '--json')).toMatchObject({ code: 6, out: '' })
  })
})

test.each([
  [[], '--until is missing'],
  [['--until', 'doomsday'], '“doomsday” can’t be waited for'],
  [['--until', 'solved', '--timeout', 'soon'], '“soon” is no length of time'],
  [['--until', 'solved', '--json', 'hapened'], 'happened'],
])('%j is refused before anything is asked', async (words, sentence) => {
  const { wait, site } = await waiting()
  const { code, notes } = await wait(...words)
  expect([code, site.requests.length]).toEqual([2, 0])
  expect(notes).toContain(sentence)
})

test('there is nothing to wait for on somebody else’s ticket', async () => {
  const { wait } = await waiting({ requester: 'bob' })
  expect((await wait('--until', 'solved')).code).toBe(3)
})
