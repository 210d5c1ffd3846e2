import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fetchHttp } from '../../../../src/glpi/http/fetch-http.ts'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { type CallOptions, newDesk } from '../../../support/desk.ts'
import { glpiVersions, opensTicket } from '../../../support/glpi-versions.ts'

const words = ['ticket', 'new', '--title', 'Sauvegarde en échec', '-F', '-', '--yes']

async function deskOf(glpi: '10.0' | '11.0' = '10.0') {
  const site = await openSandbox({ glpi })
  const desk = newDesk(site)
  const shown = async (id: string) => JSON.parse((await desk.ipeos(['ticket', 'show', id, '--json'])).out)
  return {
    ...{ site, desk, shown },
    report: (stdin: string, more: string[] = ['--dedupe', 'backup srv1'], options: CallOptions = {}) =>
      desk.ipeos([...words, ...more], { stdin, ...options }),
    drafts: () => readdirSync(join(desk.home, '.local/state/ipeos/drafts')),
    open: async () =>
      (
        JSON.parse(
          (
            await desk.ipeos([
              'ticket',
              'list',
              '--all',
              '--status',
              'all',
              '--search',
              'Sauvegarde en échec',
              '--json',
              'id',
            ])
          ).out,
        ) as unknown[]
      ).length,
  }
}

describe.each(glpiVersions)('ticket new --dedupe, on GLPI %s,', (glpi) => {
  test('opens one ticket for what keeps happening, and adds the rest to it', async () => {
    const { report, shown, open, drafts } = await deskOf(glpi)
    const first = await report('disk full\n  at /var')
    expect(first).toMatchObject({ code: 0, notes: expect.stringContaining('saved') })
    const second = await report('disk still full')
    expect(second).toMatchObject({ code: 0, out: first.out, notes: expect.stringContaining('still open') })
    const ticket = await shown(first.out.trim())
    expect(ticket.description).toContain('at /var')
    expect(ticket.timeline).toMatchObject([{ kind: 'followup', text: 'disk still full' }])
    expect(await open()).toBe(1)
    expect(drafts()).toEqual([])
  })

  test('adds the files, too, and gives the ticket as JSON', async () => {
    const { report, shown, desk } = await deskOf(glpi)
    writeFileSync(join(desk.home, 'journal.txt'), 'lignes')
    const id = (await report('un')).out.trim()
    const { out } = await report('deux', ['--dedupe', 'backup srv1', '--attach', 'journal.txt', '--json', 'id,status'])
    expect(JSON.parse(out)).toEqual({ id: Number(id), status: 'new' })
    expect((await shown(id)).documents).toMatchObject([{ fileName: 'journal.txt' }])
  })

  test('opens a new one once the former is solved, and says so', async () => {
    const { report, site, desk } = await deskOf(glpi)
    const first = (await report('un')).out.trim()
    await solve(site, first)
    const again = await report('deux')
    expect(again).toMatchObject({
      code: 0,
      notes: expect.stringContaining(`Ticket no. ${first} about the same is over`),
    })
    expect(again.out.trim()).not.toBe(first)
    expect((await report('trois')).out).toBe(again.out)
    expect((await desk.ipeos(['ticket', 'show', first, '--json', 'status'])).out).toContain('solved')
  })

  test('adds a text once though the answer to it is lost', async () => {
    const { report, site, shown } = await deskOf(glpi)
    const id = (await report('un')).out.trim()
    site.faults.inject({ kind: 'drop-after', match: { method: 'POST', path: /ITILFollowup/ } })
    expect((await report('deux')).code).toBe(0)
    expect((await shown(id)).timeline).toMatchObject([{ text: 'deux' }])
  })

  test('a platform that stays away leaves one draft of a key, with all that was said', async () => {
    const { site, desk, report, drafts, open, shown } = await deskOf(glpi)
    site.faults.inject({ kind: 'drop-before', times: 1000, match: { path: /search\/Ticket/ } })
    for (const text of ['first', 'second', 'third']) expect((await report(text)).code).toBe(6)
    const { out } = await desk.ipeos(['draft', 'list', '--json', 'text'])
    expect(JSON.parse(out)).toEqual([{ text: expect.stringMatching(/^first\n[\s\S]*second\n[\s\S]*third$/) }])
    site.faults.clear()
    const last = await report('fourth')
    expect(last.code).toBe(0)
    expect((await shown(last.out.trim())).description).toMatch(/^first[\s\S]*second[\s\S]*third[\s\S]*fourth$/)
    expect(drafts()).toEqual([])
    expect(await open()).toBe(1)
  })

  test.each(['first', 'second'] as const)(
    'draft send --all sends all that was said of a key, and its files, whatever stopped each text (%s: at its beginning)',
    async (early) => {
      const { site, desk, report, drafts, open, shown } = await deskOf(glpi)
      for (const text of ['first', 'second'] as const) {
        const path = text === early ? /./ : /search\/Ticket/
        site.faults.inject({ kind: 'drop-before', times: 50, match: { path } })
        writeFileSync(join(desk.home, `${text}.txt`), text)
        const words = ['--dedupe', 'backup srv1', '--title', `The ${text}`, '--attach', `${text}.txt`]
        expect((await report(text, words)).code).toBe(6)
        site.faults.clear()
      }
      const sent = await desk.ipeos(['draft', 'send', '--all'])
      expect(sent).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\n$/) })
      const { title, description, documents } = await shown(sent.out.trim())
      expect({ title, description, documents }).toMatchObject({
        ...{ title: 'The first', description: expect.stringMatching(/^first\s[\s\S]*\ssecond$/) },
        documents: [{ fileName: 'first.txt' }, { fileName: 'second.txt' }],
      })
      expect(drafts()).toEqual([])
      expect(await open()).toBe(0)
    },
  )
})

async function solve(site: Awaited<ReturnType<typeof openSandbox>>, id: string): Promise<void> {
  const api = 'http://sandbox.test/apirest.php'
  const login = `Basic ${Buffer.from('teo:teo-secret').toString('base64')}`
  const opened = await site.fetch(new Request(`${api}/initSession`, { headers: { Authorization: login } }))
  const { session_token } = (await opened.json()) as { session_token: string }
  const body = JSON.stringify({ input: { itemtype: 'Ticket', items_id: Number(id), content: 'Fait.' } })
  const headers = { 'Session-Token': session_token, 'Content-Type': 'application/json' }
  const answer = await site.fetch(new Request(`${api}/ITILSolution`, { method: 'POST', headers, body }))
  expect(answer.status).toBe(201)
}

test('another key, and another account, have tickets of their own', async () => {
  const { report } = await deskOf()
  const first = (await report('un')).out
  expect((await report('un', ['--dedupe', 'backup'])).out).not.toBe(first)
  const teo = { env: { IPEOS_USER: 'henri', IPEOS_PASSWORD: 'henri-secret' } }
  expect((await report('un', ['--dedupe', 'backup srv1'], teo)).out).not.toBe(first)
})

test.each(['"<!-- \'; é 火 --> ipeos:', 'x'.repeat(5000), '0'])('any key will do: %s', async (key) => {
  const { report, shown } = await deskOf()
  const first = await report('un', ['--dedupe', key])
  expect(first.code).toBe(0)
  expect((await report('deux', ['--dedupe', key])).out).toBe(first.out)
  expect((await shown(first.out.trim())).description).toBe('un')
})

test('a blank key is refused (2), and nothing is sent', async () => {
  const { report, site } = await deskOf()
  expect(await report('un', ['--dedupe', ' '])).toMatchObject({ code: 2, notes: expect.stringContaining('--dedupe') })
  expect(site.writes).toEqual([])
})

test('two that come at once make one ticket', async () => {
  const { report, shown, open } = await deskOf()
  const as = (pid: number): CallOptions => ({ world: { holder: { pid, isRunning: () => true } } })
  const both = await Promise.all([report('un', undefined, as(1001)), report('deux', undefined, as(1002))])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(both[0].out).toBe(both[1].out)
  expect(await open()).toBe(1)
  expect((await shown(both[0].out.trim())).timeline).toHaveLength(1)
})

test('what a killed command had sent is found before another ticket is opened', async () => {
  const { report, site, open, drafts } = await deskOf()
  // Nobody hears whether the ticket is there: the answer is lost, and so are all answers after it.
  let isCut = false
  const http = fetchHttp(async (request) => {
    if (isCut) throw new TypeError('terminated')
    const answer = await site.fetch(request)
    isCut = request.method === 'POST' && opensTicket.test(request.url)
    if (isCut) throw new TypeError('terminated')
    return answer
  })
  expect((await report('un', undefined, { world: { http } })).code).toBe(6)
  const next = await report('deux')
  expect(next).toMatchObject({ code: 0, notes: expect.stringContaining('still open') })
  expect(await open()).toBe(1)
  expect(drafts()).toEqual([])
})

test('with a lost network, the text is kept with its key; it waits for draft send --all, and --resume adds it too', async () => {
  const { report, desk, shown, site } = await deskOf()
  const id = (await report('un')).out.trim()
  site.faults.inject({ kind: 'drop-before', times: 50, match: { path: /search\/Ticket/ } })
  expect(await report('deux')).toMatchObject({ code: 6, notes: expect.stringContaining('ipeos draft send --all') })
  site.faults.clear()
  const again = await desk.ipeos(['ticket', 'new', '--resume', '--yes'])
  expect(again).toMatchObject({ code: 0, out: `${id}\n` })
  expect((await shown(id)).timeline).toMatchObject([{ text: 'deux' }])
})

test('--dry-run says where it would go, and sends nothing', async () => {
  const { report, site } = await deskOf()
  const id = (await report('un')).out.trim()
  const before = site.writes.length
  const { code, notes } = await report('deux', ['--dedupe', 'backup srv1', '--dry-run'])
  expect({ code, notes }).toMatchObject({ code: 0, notes: expect.stringContaining(`Ticket no. ${id}`) })
  expect(site.writes).toHaveLength(before)
})

test('what a person began about the same is kept, whatever a job says later', async () => {
  const { site, desk, report } = await deskOf()
  site.faults.inject({ kind: 'drop-before', times: 1000, match: { path: /search\/Ticket/ } })
  const byHand = [
    'ticket',
    'new',
    '--title',
    'À la main',
    '--description',
    'Longuement tapé',
    '--dedupe',
    'backup srv1',
  ]
  expect((await desk.ipeos([...byHand, '--yes'], { columns: 80 })).code).toBe(6)
  expect((await report('first')).code).toBe(6)
  expect((await report('second')).code).toBe(6)
  const { out } = await desk.ipeos(['draft', 'list', '--json', 'title'])
  expect(JSON.parse(out)).toEqual([{ title: 'Sauvegarde en échec' }, { title: 'À la main' }])
})
