import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { login } from '../../sandbox/caller.ts'
import { newDesk } from '../../support/desk.ts'

async function deskWithTicket() {
  const site = await openSandbox({ glpi: '10.0' })
  const desk = newDesk(site)
  for (const [name, content] of [
    ['a.txt', 'aa'],
    ['b.txt', 'bb'],
    ['c.exe', 'MZ'],
  ] as const)
    writeFileSync(join(desk.home, name), content)
  const id = String(site.addTicket({ title: 'Un ticket', requester: 'alice' }))
  return { site, desk, id }
}

test('files join a ticket, and are found on it', async () => {
  const { desk, id } = await deskWithTicket()
  const { code, notes } = await desk.ipeos(['ticket', 'attach', id, 'a.txt', 'b.txt'])
  expect(code).toBe(0)
  expect(notes).toContain(`2 files attached to ticket no. ${id}`)
  const { documents } = JSON.parse((await desk.ipeos(['ticket', 'show', id, '--json'])).out)
  expect(documents.map(({ fileName }: { fileName: string }) => fileName).sort()).toEqual(['a.txt', 'b.txt'])
})

test('one refused file among others is 7, and proposes an archive', async () => {
  const { desk, id } = await deskWithTicket()
  const { code, notes } = await desk.ipeos(['ticket', 'attach', id, 'a.txt', 'c.exe'])
  expect(code).toBe(7)
  expect(notes).toContain(`Put it in a .zip, then: ipeos ticket attach ${id} FILE.zip`)
})

test('when none arrived, nothing was done: 1', async () => {
  const { desk, id } = await deskWithTicket()
  expect(await desk.ipeos(['ticket', 'attach', id, 'c.exe'])).toMatchObject({ code: 1 })
})

test('a file that is missing keeps all of them from leaving', async () => {
  const { desk, id, site } = await deskWithTicket()
  const { code, notes } = await desk.ipeos(['ticket', 'attach', id, 'a.txt', 'nulle-part'])
  expect({ code, writes: site.writes }).toEqual({ code: 2, writes: [] })
  expect(notes).toContain('nulle-part')
})

test.each([
  ['that does not exist', () => '99999'],
  [
    'of somebody else',
    (site: { addTicket(ticket: { title: string; requester: 'bob' }): number }) =>
      String(site.addTicket({ title: 'x', requester: 'bob' })),
  ],
])('a ticket %s takes no file: 3', async (_what, numberOf) => {
  const { desk, site } = await deskWithTicket()
  expect(await desk.ipeos(['ticket', 'attach', numberOf(site), 'a.txt'])).toMatchObject({ code: 3 })
  expect(site.writes).toEqual([])
})

test('of a ticket that is closed meanwhile it says so, and advises no other format', async () => {
  const { site, id } = await deskWithTicket()
  const closing = async (request: Request) => {
    if (request.method === 'POST' && request.url.includes('/Document')) {
      const teo = await login(site, 'teo')
      await teo.call('PUT', `/Ticket/${id}`, { body: { input: { status: 6 } } })
    }
    return site.fetch(request)
  }
  const desk = newDesk({ fetch: closing })
  writeFileSync(join(desk.home, 'a.txt'), 'aa')
  const { code, notes } = await desk.ipeos(['ticket', 'attach', id, 'a.txt'])
  expect(code).toBe(1)
  expect(notes).toContain(`Ticket no. ${id} is closed`)
  expect(notes).not.toContain('.zip')
})

test('a large file that is refused below the limit is perhaps too large: its size and both reasons are named', async () => {
  const configuration = { documentMaxSizeMb: 10, uploadMaxSizeBytes: 2 * 1024 * 1024 }
  const site = await openSandbox({ configuration })
  const desk = newDesk(site)
  writeFileSync(join(desk.home, 'photo.png'), Buffer.alloc(2.9 * 1024 * 1024))
  const id = String(site.addTicket({ title: 'Un ticket', requester: 'alice' }))
  const { code, notes } = await desk.ipeos(['ticket', 'attach', id, 'photo.png'])
  expect(code).toBe(1)
  expect(notes).toContain('“photo.png” (2.9 MB): it refuses files of this type, or of this size')
  expect(notes).toContain('Make it smaller, or put it in a .zip')
})

test.each([
  ['attach', ['a.txt', 'b.txt']],
  ['comment', ['-m', 'Voilà.', '--attach', 'a.txt']],
] as const)('a server that is away is 6 for %s, and what waits is named', async (command, words) => {
  const { site, desk, id } = await deskWithTicket()
  site.faults.inject({ kind: 'status', status: 503, times: 1000, match: { method: 'POST', path: /Document|Followup/ } })
  const { code, notes } = await desk.ipeos(['ticket', command, id, ...words])
  expect(code).toBe(6)
  expect(notes).toMatch(/ipeos draft send \w+/)
})
