import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fetchHttp } from '../../../src/glpi/http/fetch-http.ts'
import type { Http } from '../../../src/glpi/http/http.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import { glpiVersions, opensTicket } from '../../support/glpi-versions.ts'
import type { Answer } from '../../support/scripted-prompts.ts'
import { shortForm } from '../../support/short-form.ts'

const words = ['ticket', 'new', '--title', 'Lot 1', '--description', 'Une.', '--urgency', 'medium', '--category', '3']
const filled = [...words, '--type', 'incident', '--about', 'none', '--no-notify', '--no-suggest']
const onPost = { method: 'POST', path: opensTicket }

/** Somebody behind a proxy that hands the next new ticket, or tickets, on twice. */
async function deskBehindOne(glpi: '10.0' | '11.0' = '11.0') {
  const site = await openSandbox(glpi === '10.0' ? { ...shortForm, glpi } : { glpi })
  const desk = newDesk(site)
  site.faults.inject({ kind: 'twice', match: onPost })
  const ids = async (): Promise<number[]> => {
    const { out } = await desk.ipeos(['ticket', 'list', '--all', '--status', 'all', '--search', 'Lot', '--json', 'id'])
    return (JSON.parse(out) as Array<{ id: number }>).map(({ id }) => id).sort((a, b) => a - b)
  }
  return { site, desk, ids }
}

describe.each(glpiVersions)('where something before GLPI %s sends a request twice', (glpi) => {
  test('the older ticket is told, with the younger and how to cancel it; the command has done what it was asked (0)', async () => {
    const { desk, ids } = await deskBehindOne(glpi)
    writeFileSync(join(desk.home, 'log.txt'), 'disk full')
    const { code, out, notes } = await desk.ipeos([...words, '--attach', 'log.txt', '--yes'])
    const [older, younger, ...others] = await ids()
    expect({ code, out, others }).toEqual({ code: 0, out: `${older}\n`, others: [] })
    expect(notes).toContain(
      `ticket no. ${younger} is no. ${older} once more. To cancel it: ipeos ticket cancel ${younger}`,
    )
    const files = async (id: number | undefined) =>
      JSON.parse((await desk.ipeos(['ticket', 'show', String(id), '--json', 'documents'])).out).documents.length
    // A form takes its files along, to whatever is made of it.
    expect([await files(older), await files(younger)]).toEqual(glpi === '10.0' ? [1, 0] : [1, 1])
  })

  test('tickets of an import are told, in the report too, and each is once in what was asked', async () => {
    const { desk, ids } = await deskBehindOne(glpi)
    const stdin = 'title,description\nLot 1,Une\nLot 2,Deux\n'
    const { code, out, notes } = await desk.ipeos(['ticket', 'import', '-', '--json', 'id,result,error'], { stdin })
    const all = await ids()
    expect(code).toBe(0)
    expect(all).toHaveLength(4)
    const told = JSON.parse(out) as Array<{ id: number; result: string; error: string }>
    expect(told.map(({ id }) => id)).toEqual(all.slice(0, 2))
    expect(told.map(({ error }) => error)).toEqual(
      all.slice(2).map((id) => expect.stringContaining(`the younger: ${id}`)),
    )
    for (const id of all.slice(2)) expect(notes).toContain(`ipeos ticket cancel ${id}`)
    const again = await desk.ipeos(['ticket', 'import', '-', '--json', 'id'], { stdin })
    expect(JSON.parse(again.out)).toEqual(told.map(({ id }) => ({ id })))
  })
})

test('whoever is killed before the look for twins is told of them by the same import again', async () => {
  const { desk, site, ids } = await deskBehindOne('10.0')
  const stdin = 'title,description\nLot 1,Une\nLot 2,Deux\n'
  let sent = false
  const real = fetchHttp(site.fetch)
  const http: Http = (asked) => {
    if (sent && asked.url.includes('search/Ticket')) throw new RangeError('stopped here')
    sent ||= asked.method === 'POST' && asked.url.endsWith('/Ticket')
    return real(asked)
  }
  expect((await desk.ipeos(['ticket', 'import', '-'], { stdin, world: { http } })).code).not.toBe(0)
  const all = await ids()
  const { code, notes } = await desk.ipeos(['ticket', 'import', '-'], { stdin })
  expect({ code, all: await ids() }).toEqual({ code: 0, all })
  for (const id of all.slice(2)) expect(notes).toContain(`ipeos ticket cancel ${id}`)
})

test('a platform that is too busy for the look is looked at once more when all is there', async () => {
  const { desk, site, ids } = await deskBehindOne('10.0')
  const lines = Array.from({ length: 101 }, (_, line) => `Lot ${line},Une`)
  const stdin = `title,description\n${lines.join('\n')}\n`
  let posts = 0
  const isSearch = ({ url }: Request): boolean => url.includes('search/Ticket')
  const http = fetchHttp(async (request) => {
    if (request.method === 'POST' && request.url.endsWith('/Ticket')) posts += 1
    return posts === 1 && isSearch(request) ? new Response('', { status: 503 }) : site.fetch(request)
  })
  const { code, notes } = await desk.ipeos(['ticket', 'import', '-'], { stdin, world: { http } })
  expect({ code, posts, there: (await ids()).length }).toEqual({ code: 0, posts: 2, there: 201 })
  expect(notes).toContain('95 more tickets are there twice')
})

test('a person is asked whether the younger one goes, and it goes', async () => {
  const { desk, ids } = await deskBehindOne('10.0')
  const answers: Answer[] = [
    ['attach', ''],
    ['Send', 'send'],
    ['one too many', true],
  ]
  const { code, notes } = await desk.ipeos(filled, { columns: 80, answers })
  const left = await ids()
  expect({ code, left: left.length }).toEqual({ code: 0, left: 1 })
  expect(notes).toContain(`Ticket no. ${(left[0] ?? 0) + 1} is cancelled`)
})

test.each(['html', 'truncated'] as const)('a look that comes back as %s is taken once more', async (kind) => {
  const { desk, site, ids } = await deskBehindOne()
  site.faults.inject({ kind, match: { method: 'GET', path: /search\/Ticket/ } })
  const alone = await desk.ipeos([...words, '--yes'])
  expect(alone.notes).toContain(`ipeos ticket cancel ${(await ids()).at(-1)}`)
  site.faults.inject({ kind: 'twice', match: onPost })
  site.faults.inject({ kind, match: { method: 'GET', path: /search\/Ticket/ } })
  const stdin = 'title,description\nLot 2,Deux\n'
  const { code, notes } = await desk.ipeos(['ticket', 'import', '-', '--yes'], { stdin })
  expect({ code, notes }).toEqual({
    code: 0,
    notes: expect.stringContaining(`ipeos ticket cancel ${(await ids()).at(-1)}`),
  })
})

test('what cannot be looked at is no failure', async () => {
  const { desk, site } = await deskBehindOne()
  site.faults.clear()
  site.faults.inject({ kind: 'status', status: 403, match: { path: /search\/Ticket/ } })
  expect(await desk.ipeos([...words, '--yes'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\n$/) })
})

test('a ticket that is there once is told as ever', async () => {
  const { desk, site } = await deskBehindOne()
  site.faults.clear()
  expect((await desk.ipeos([...words, '--yes'])).notes).not.toContain('once more')
})
