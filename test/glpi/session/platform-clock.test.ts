import { describe, expect, test } from 'vitest'
import { fetchHttp } from '../../../src/glpi/http/fetch-http.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { customer } from '../../support/customer.ts'
import { movedZone } from '../../support/moved-zone.ts'

const minute = 60_000
const opened = new Date('2026-03-05T09:00:00Z')

/** A session that was kept, a platform whose zone was moved since by so much, and a command so many minutes later. */
async function later(minutes: number, { moved = 60, saysTheTime = true } = {}) {
  let now = new Date('2026-03-05T09:30:00Z')
  const site = await openSandbox({ clock: () => now })
  const id = site.addTicket({ title: 'Onduleur', opened })
  const platform = movedZone(site, saysTheTime ? () => now : undefined)
  const clock = { now: () => now }
  const first = customer(fetchHttp(platform.fetch), 'https://support.example', { clock })
  await first.platform.session()
  platform.minutes = moved
  now = new Date(now.getTime() + minutes * minute)
  site.requests.length = 0
  const session = first.kept.at(-1)
  const next = customer(fetchHttp(platform.fetch), 'https://support.example', { clock, session })
  const asked = () => site.requests.map(({ path }) => path.replace(/^.*\/v1\/|\?.*$/g, ''))
  return { ...next, id, asked, site, clock, session }
}

describe('a kept session of a platform whose zone is another one now', () => {
  test.each([60, -60, 330])('reads dates right, in a list and in a ticket (%i minutes)', async (moved) => {
    const { platform, id } = await later(11, { moved })
    const [ticket] = (await platform.tickets.list({ id, first: 0, count: 1 })).tickets
    expect(ticket?.opened).toEqual(opened)
    expect((await platform.tickets.get(id)).opened).toEqual(opened)
  })

  test('finds what changed since a moment, and nothing older', async () => {
    const { platform, id } = await later(11, { moved: 60 })
    const at = (offset: number) => ({ id, opened: { from: new Date(opened.getTime() + offset) }, first: 0, count: 1 })
    expect((await platform.tickets.list(at(-minute))).total).toBe(1)
    expect((await platform.tickets.list(at(minute))).total).toBe(0)
  })

  test('is asked for its clock by a date that is still to come, even soon', async () => {
    const { platform, site, clock } = await later(2, { moved: 60 })
    const fresh = site.addTicket({ title: 'Tout frais', opened: clock.now() })
    const [ticket] = (await platform.tickets.list({ id: fresh, first: 0, count: 1 })).tickets
    expect(ticket?.opened).toEqual(clock.now())
    const [piece] = (await platform.tickets.rows({ id: fresh, first: 0, count: 1 })).pieces
    expect(piece?.[0]?.opened).toEqual(clock.now())
  })

  test('keeps what it learnt for the next command', async () => {
    const { platform, kept, session } = await later(11, { moved: 60 })
    await platform.tickets.list({ first: 0, count: 1 })
    expect(kept.at(-1)?.clockOffset).toBe((session?.clockOffset ?? 0) - 60)
  })

  test('says by how much it moved', async () => {
    const { platform } = await later(2, { moved: 60 })
    expect(await platform.inspect()).toMatchObject({ zoneMoved: 60, clockAhead: 0 })
  })
})

describe('the clock of a platform', () => {
  test('is not asked again within ten minutes: a command is one request', async () => {
    const { platform, asked } = await later(9, { moved: 0 })
    await platform.tickets.list({ first: 0, count: 1 })
    expect(asked()).toEqual(['search/Ticket'])
  })

  test('is asked again after that, once for what is asked at the same time', async () => {
    const { platform, asked } = await later(11, { moved: 0 })
    await Promise.all([1, 2, 3].map(() => platform.tickets.list({ first: 0, count: 1 })))
    expect(asked().sort()).toEqual(['getFullSession', 'search/Ticket', 'search/Ticket', 'search/Ticket'])
  })

  test('goes as before where the platform does not say what time it is in UTC: ours may have been set', async () => {
    const { platform, kept, session } = await later(11, { moved: 60, saysTheTime: false })
    await platform.tickets.list({ first: 0, count: 1 })
    expect(kept.at(-1)?.clockOffset).toBe(session?.clockOffset)
  })

  test('that cannot be asked keeps nothing from being read', async () => {
    const { platform, id, site } = await later(11, { moved: 0 })
    site.faults.inject({ kind: 'status', status: 503, match: { path: /getFullSession/ } })
    expect((await platform.tickets.get(id)).opened).toEqual(opened)
  })
})
