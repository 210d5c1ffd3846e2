import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import type { GlpiVersion } from '../../../src/sandbox/site.ts'
import { login as loginAs } from '../../sandbox/caller.ts'
import { type Desk, newDesk } from '../../support/desk.ts'
import { opensTicket } from '../../support/glpi-versions.ts'
import { type ChangingPlace, changingPlace } from '../../support/two-platforms.ts'
import { virtualTime } from '../../support/virtual-time.ts'

interface Changing {
  place: ChangingPlace
  before: Sandbox
  after: Sandbox
  desk: Desk
  /** A ticket that both have. */
  ticket: string
}

interface Change {
  from: GlpiVersion
  to: GlpiVersion
  /** Whether the data, sessions included, stays: an upgrade in place, and not a move to another machine. */
  keepsSessions: boolean
}

const changes: Array<[string, Change]> = [
  ['upgraded in place', { from: '10.0', to: '11.0', keepsSessions: true }],
  ['upgraded on another machine', { from: '10.0', to: '11.0', keepsSessions: false }],
  ['put back in place', { from: '11.0', to: '10.0', keepsSessions: true }],
  ['put back on another machine', { from: '11.0', to: '10.0', keepsSessions: false }],
  ['restored from a backup', { from: '11.0', to: '11.0', keepsSessions: false }],
]

/** A person with a session and a form that are kept, at the moment when the platform becomes another. */
async function changed({ from, to, keepsSessions }: Change): Promise<Changing> {
  const data = mkdtempSync(join(tmpdir(), 'ipeos-upgraded-'))
  const before = await openSandbox({ glpi: from, ...(keepsSessions && { data }) })
  const ticket = before.addTicket({ title: 'Un ticket', requester: 'alice' })
  const after = await openSandbox({ glpi: to, ...(keepsSessions && { data }) })
  if (!keepsSessions) expect(after.addTicket({ title: 'Un ticket', requester: 'alice' })).toBe(ticket)
  const place = changingPlace(before)
  const desk = newDesk(place)
  writeFileSync(join(desk.home, 'a.txt'), 'aa')
  expect((await desk.ipeos(['ticket', 'form', '--json'])).code).toBe(0)
  place.become(after)
  return { place, before, after, desk, ticket: String(ticket) }
}

const logins = ({ requests }: Sandbox): number => requests.filter(({ path }) => path.includes('/initSession')).length

describe.each(changes)('a platform that was %s', (_name, change) => {
  const full = change.to === '10.0' ? '10.0.14' : '11.0.6'

  test('tells its version of now', async () => {
    const { desk } = await changed(change)
    const { code, out } = await desk.ipeos(['whoami', '--json', 'version'])
    expect([code, JSON.parse(out || '{}').version]).toEqual([0, full])
  })

  test('lists its tickets, and is asked for one session at most', async () => {
    const { desk, ticket, after } = await changed(change)
    const { code, out } = await desk.ipeos(['ticket', 'list', '--json', 'id'])
    expect([code, out]).toEqual([0, expect.stringContaining(`"id": ${ticket}`)])
    expect(logins(after)).toBeLessThanOrEqual(1)
  })

  test('gives its own form', async () => {
    const { desk } = await changed(change)
    const { code, out } = await desk.ipeos(['ticket', 'form', '--json', 'source,categories'], {
      world: { now: () => new Date(Date.now() + 3_600_000) },
    })
    expect(code).toBe(0)
    const { source, categories } = JSON.parse(out)
    expect(source).toBe('web-form')
    expect(categories).not.toEqual([])
  })

  test('takes a new ticket, once', async () => {
    const { desk, after } = await changed(change)
    const words = ['--title', 'Après', '--description', 'x', '--category', 'DNS & domaines', '--yes']
    const { code, notes } = await desk.ipeos(['ticket', 'new', ...words])
    expect([code, notes]).toEqual([0, expect.stringContaining('saved')])
    expect(after.writes.filter(({ path }) => opensTicket.test(path))).toHaveLength(1)
    expect(logins(after)).toBeLessThanOrEqual(1)
  })

  test('takes a comment, once', async () => {
    const { desk, ticket, after } = await changed(change)
    expect(await desk.ipeos(['ticket', 'comment', ticket, '-m', 'Un mot'])).toMatchObject({ code: 0 })
    expect(after.writes.filter(({ path }) => path.includes('/ITILFollowup'))).toHaveLength(1)
  })

  test('takes a file, once', async () => {
    const { desk, ticket, after } = await changed(change)
    expect(await desk.ipeos(['ticket', 'attach', ticket, 'a.txt'])).toMatchObject({ code: 0 })
    expect(after.writes.filter(({ path }) => path.includes('/Document'))).toHaveLength(1)
  })

  test('answers any call', async () => {
    const { desk, ticket } = await changed(change)
    expect(await desk.ipeos(['api', 'GET', `/Ticket/${ticket}`])).toMatchObject({ code: 0 })
  })
})

describe.each(changes)('while a ticket is watched, a platform that is %s', (_name, change) => {
  test('goes on telling what is new', async () => {
    const minute = 60_000
    const time = virtualTime(new Date('2026-03-05T09:00:00Z'), { end: 40 * minute })
    const data = mkdtempSync(join(tmpdir(), 'ipeos-upgraded-'))
    const options = { clock: time.now, ...(change.keepsSessions && { data }) }
    const before = await openSandbox({ glpi: change.from, ...options })
    const opened = new Date('2026-03-05T08:00:00Z')
    const ticket = before.addTicket({ title: 'Un ticket', opened })
    const after = await openSandbox({ glpi: change.to, ...options })
    if (!change.keepsSessions) after.addTicket({ title: 'Un ticket', opened })
    const place = changingPlace(before)
    time.at(10 * minute, () => place.become(after))
    time.at(20 * minute, async () => {
      const input = { itemtype: 'Ticket', items_id: ticket, content: 'Après le changement.' }
      expect((await (await loginAs(after, 'teo')).post('/ITILFollowup', { input })).status).toBe(201)
    })
    const words = ['ticket', 'watch', String(ticket), '--json']
    const { out } = await newDesk(place).ipeos(words, { world: { now: time.now, sleep: time.sleep } })
    expect(out).toContain('Après le changement.')
  })
})

test('a platform that was moved below a folder is found again, and opened with what the keychain alone holds', async () => {
  const site = await openSandbox({ glpi: '10.0' })
  const desk = newDesk(site, { user: null })
  const ready = await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: 'alice-secret' })
  expect(ready.code).toBe(0)
  site.configuration.basePath = '/glpi'
  site.configuration.rootLeadsToBase = true
  expect(await desk.ipeos(['ticket', 'list'])).toMatchObject({ code: 0 })
  expect([...desk.keychain.values()].map(({ session }) => session?.rootUrl)).toEqual(['https://support.example/glpi'])
})

test('an address that names the API of GLPI 11 is good for the GLPI 10 that was put in its place', async () => {
  const [eleven, ten] = [await openSandbox({ glpi: '11.0' }), await openSandbox({ glpi: '10.0' })]
  const place = changingPlace(eleven)
  const env = { IPEOS_URL: 'https://support.example/api.php/v1' }
  const desk = newDesk(place)
  expect(await desk.ipeos(['ticket', 'list'], { env })).toMatchObject({ code: 0 })
  place.become(ten)
  expect(await desk.ipeos(['ticket', 'list'], { env })).toMatchObject({ code: 0 })
})

test('a kept token that is damaged is replaced, once', async () => {
  const site = await openSandbox({ glpi: '11.0' })
  const desk = newDesk(site, { user: null })
  await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: 'alice-secret' })
  for (const secrets of desk.keychain.values()) if (secrets.session) secrets.session.token = 'ab$c_d!'
  const before = logins(site)
  expect(await desk.ipeos(['ticket', 'list'])).toMatchObject({ code: 0 })
  expect(logins(site) - before).toBe(1)
})

test('a server that fails whatever the session is asked for one new session, not for more', async () => {
  const site = await openSandbox({ glpi: '11.0' })
  const desk = newDesk(site)
  await desk.ipeos(['ticket', 'list'])
  const before = logins(site)
  site.faults.inject({ kind: 'status', status: 500, match: { path: /search\/Ticket/ }, times: 100 })
  expect(await desk.ipeos(['ticket', 'list'])).toMatchObject({ code: 6 })
  expect(logins(site) - before).toBe(1)
})

test('a page of maintenance leaves the session as it is', async () => {
  const site = await openSandbox({ glpi: '11.0' })
  const desk = newDesk(site)
  await desk.ipeos(['ticket', 'list'])
  const before = logins(site)
  site.faults.inject({ kind: 'html', times: 100 })
  expect(await desk.ipeos(['ticket', 'list'])).toMatchObject({ code: 6, notes: expect.stringContaining('Maintenance') })
  site.faults.clear()
  expect(await desk.ipeos(['ticket', 'list'])).toMatchObject({ code: 0 })
  // The one that met the maintenance in the place of the other API.
  expect(logins(site) - before).toBeLessThanOrEqual(1)
})
