import { HttpResponse, http, type RequestHandler } from 'msw'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { IpeosError } from '../../../src/errors/error.ts'
import { directHttp } from '../../../src/glpi/http/direct-http.ts'
import type { Platform } from '../../../src/glpi/platform.ts'
import { customer } from '../../support/customer.ts'
import { glpiVersions, place } from '../../support/glpi-versions.ts'
import { loopback } from '../../support/loopback.ts'
import { html, noDiscovery, opening, refusal, row } from '../answers.ts'

const page = { first: 0, count: 30 }

async function site(...handlers: RequestHandler[]): Promise<Platform & { host: string }> {
  const server = await loopback(...handlers, ...opening)
  const network = await directHttp({ timeout: 2000 })
  onTestFinished(() => network.close().then(server.close))
  return { ...customer(network, server.url).platform, host: new URL(server.url).host }
}

function search(answer: () => Response | Promise<Response>): RequestHandler {
  return http.get('*/search/Ticket', answer)
}

async function failure(work: Promise<unknown>): Promise<IpeosError> {
  return work.then(
    () => {
      throw new Error('it should have failed')
    },
    (error: IpeosError) => error,
  )
}

describe('an answer that is not the API’s', () => {
  test('a page in the place of JSON names the address and the page’s title', async () => {
    const platform = await site(search(() => html('<html><title>\n Maintenance &#8212; \u001b[31mrevenez </title>')))
    expect(await failure(platform.tickets.list(page))).toMatchObject({
      exitCode: 6,
      text: {
        key: 'platform.not-api-titled',
        parameters: { url: `http://${platform.host}/apirest.php/search/Ticket`, title: 'Maintenance — [31mrevenez' },
      },
      hint: { key: 'platform.not-api-titled.hint' },
    })
  })

  test('a page without a title is told too', async () => {
    const platform = await site(search(() => html('ok')))
    expect((await failure(platform.tickets.list(page))).code).toBe('not-api')
  })

  test('a redirect is not followed: it is said where it points', async () => {
    const moved = () =>
      new HttpResponse(null, {
        status: 301,
        headers: { Location: 'https://new.example/glpi/apirest.php/initSession?x=1' },
      })
    const platform = await site(noDiscovery, http.get('*/initSession', moved))
    expect(await failure(platform.session())).toMatchObject({
      exitCode: 6,
      code: 'redirected',
      parameters: { host: platform.host, target: 'https://new.example/glpi' },
      hint: { parameters: { target: 'https://new.example/glpi' } },
    })
  })

  test('a redirect of the first look is told before the credential is sent', async () => {
    const moved = () => new HttpResponse(null, { status: 302, headers: { Location: 'https://evil.example/' } })
    const platform = await site(
      http.get('*/api.php/', moved),
      http.get('*/initSession', () => html('never', 500)),
    )
    expect((await failure(platform.session())).code).toBe('redirected')
  })

  test('JSON that is cut is told as damaged', async () => {
    const cut = () => new HttpResponse('{"totalcount":12,"da', { headers: { 'Content-Type': 'application/json' } })
    const platform = await site(search(cut))
    expect(await failure(platform.tickets.list(page))).toMatchObject({
      exitCode: 6,
      code: 'broken-answer',
    })
  })

  test.each<[number, Record<string, string>, string]>([
    [500, {}, 'server-error'],
    [503, {}, 'server-error'],
    [429, { 'Retry-After': '30' }, 'too-many-requests'],
    [413, {}, 'too-big-for-server'],
  ])('a %i of the web server', async (status, headers, code) => {
    const platform = await site(search(() => html('<title>x</title>', status, headers)))
    expect((await failure(platform.tickets.list(page))).code).toBe(code)
  })

  test('an answer of more than 4 MB is not read', async () => {
    const huge = () =>
      new HttpResponse('x'.repeat(5 * 1024 * 1024), { headers: { 'Content-Type': 'application/json' } })
    const platform = await site(search(huge))
    expect((await failure(platform.tickets.list(page))).text).toMatchObject({
      key: 'platform.answer-too-big',
      parameters: { megabytes: 4 },
    })
  })
})

describe('a refusal', () => {
  test('is told in the platform’s words, as plain text without its pointer to the documentation', async () => {
    const message =
      'Champ <b>&#34;x&#34;</b> &amp; co; Afficher la documentation dans votre navigateur à http://h/apirest.php/#ERROR'
    const platform = await site(search(() => refusal(400, 'ERROR', message)))
    expect(await failure(platform.tickets.list(page))).toMatchObject({
      exitCode: 1,
      code: 'refused',
      parameters: { message: 'Champ "x" & co' },
    })
  })

  test('without a word is told with its status', async () => {
    const platform = await site(search(() => HttpResponse.json({ oops: true }, { status: 400 })))
    expect((await failure(platform.tickets.list(page))).text).toEqual({
      key: 'platform.refused-silently',
      parameters: { status: 400 },
    })
  })

  test.each<[number, string, number]>([
    [403, 'ERROR_RIGHT_MISSING', 5],
    [404, 'ERROR_ITEM_NOT_FOUND', 3],
  ])('%i %s exits with %i', async (status, code, exitCode) => {
    const platform = await site(search(() => refusal(status, code, 'x')))
    expect((await failure(platform.tickets.list(page))).exitCode).toBe(exitCode)
  })
})

describe('rows of a list', () => {
  test('may hold text, numbers, arrays or nothing', async () => {
    const rows = [
      row(1, { 2: '1', 12: '4', 10: '5', 7: ['A &#62; B', 'C'], 3: null, 14: null }),
      row(2, { 1: ['Un', 'titre'], 7: '', 15: null }),
    ]
    const platform = await site(search(() => HttpResponse.json({ totalcount: '2', data: rows })))
    const { tickets, total } = await platform.tickets.list(page)
    expect(total).toBe(2)
    expect(tickets).toMatchObject([
      { id: 1, status: 'pending', urgency: 'very-high', category: 'A > B, C' },
      { id: 2, title: 'Un, titre' },
    ])
    expect(tickets[0]).not.toHaveProperty('type')
  })

  test('may come as an object, as PHP writes a list with holes', async () => {
    const platform = await site(search(() => HttpResponse.json({ totalcount: 1, data: { 3: row(7) } })))
    expect((await platform.tickets.list(page)).tickets.map(({ id }) => id)).toEqual([7])
  })

  test.each([
    ['a number that is missing', { 2: undefined }],
    ['a status that GLPI does not have', { 12: 42 }],
    ['no date at all', { 15: null, 19: null }],
  ])('with %s are told as unexpected', async (_what, values) => {
    const platform = await site(search(() => HttpResponse.json({ totalcount: 1, data: [row(1, values)] })))
    expect(await failure(platform.tickets.list(page))).toMatchObject({
      exitCode: 1,
      code: 'unexpected-answer',
    })
  })

  test('past the end are none, and the total is still known', async () => {
    const message =
      'Provided range exceed total count of data: 214; View documentation in your browser at http://h/#ERROR_RANGE_EXCEED_TOTAL'
    const platform = await site(search(() => refusal(400, 'ERROR_RANGE_EXCEED_TOTAL', message)))
    expect(await platform.tickets.list({ first: 300, count: 30 })).toEqual({ tickets: [], total: 214 })
  })
})

test('a ticket is shown without what its profile may not read beside it', async () => {
  const beside = http.get('*/Ticket/7/:list', () => refusal(403, 'ERROR_RIGHT_MISSING', 'x'))
  const date = '2026-01-15 12:00:00'
  const ticket = http.get('*/Ticket/7', () =>
    HttpResponse.json({
      ...{ id: 7, name: 'x', content: null, status: 1, urgency: 3, priority: 3, type: 1, actiontime: 0, is_deleted: 0 },
      ...{ itilcategories_id: 0, entities_id: 'IPEOS', users_id_recipient: 'teo', solvedate: null, closedate: null },
      ...{ date, date_creation: date, date_mod: date },
    }),
  )
  const platform = await site(beside, ticket)
  expect(await platform.tickets.get(7)).toMatchObject({
    id: 7,
    description: '',
    requester: 'teo',
    equipment: [],
    documents: [],
  })
})

test('a session that says not who it is is told as unexpected, naming what is missing', async () => {
  const platform = await site(
    noDiscovery,
    http.get('*/initSession', () => HttpResponse.json({ session_token: 't', session: {} })),
  )
  expect((await failure(platform.session())).text).toEqual({
    key: 'platform.unexpected-answer',
    parameters: { what: 'getFullSession', where: 'glpiID' },
  })
})

describe.each(glpiVersions)('trouble on GLPI %s', (glpi) => {
  test.each([
    [{ apiEnabled: false }, 'api-off'],
    [{ credentialsLoginEnabled: false }, 'credentials-off'],
    [{ stripAuthorization: true }, 'authorization-stripped'],
    [{ ipRefused: true }, 'address-refused'],
    [{ appToken: 'wanted' }, 'app-token-missing'],
  ])('%j', async (configuration, code) => {
    const { platform } = await place({ glpi, configuration })
    expect((await failure(platform.session())).code).toBe(code)
  })

  test.each([
    [{ as: { user: 'alice', password: 'wrong' } }, 'wrong-password'],
    [{ as: { token: 'wrong' } }, 'wrong-token'],
  ])('%j', async (connect, code) => {
    const { platform } = await place({ glpi, connect })
    expect((await failure(platform.session())).code).toBe(code)
  })

  test('a wrong application token', async () => {
    const { platform } = await place({ glpi, configuration: { appToken: 'wanted' }, connect: { appToken: 'other' } })
    expect((await failure(platform.session())).code).toBe('app-token-wrong')
  })

  test('the right application token and a personal token open a session', async () => {
    const connect = { appToken: 'wanted', as: { token: 'alice-token' } }
    const { platform } = await place({
      glpi,
      configuration: { appToken: 'wanted', credentialsLoginEnabled: false },
      connect,
    })
    expect((await platform.whoAmI()).login).toBe('alice')
  })

  test.each([
    ['html', 'not-api-titled'],
    ['drop-before', 'connection-cut'],
    ['drop-after', 'connection-cut'],
    ['truncated', 'connection-cut'],
  ] as const)('%s', async (kind, code) => {
    const { platform, sandbox } = await place({ glpi })
    await platform.session()
    sandbox.faults.inject({ kind })
    expect((await failure(platform.tickets.list(page))).code).toBe(code)
  })

  test('a session that dies in the middle of a day is renewed unseen', async () => {
    const { platform, sandbox, kept } = await place({ glpi })
    await platform.session()
    sandbox.faults.inject({ kind: 'dead-session' })
    expect((await platform.tickets.list(page)).total).toBeGreaterThan(0)
    expect(kept).toHaveLength(3)
  })

  test('a disk that is full', async () => {
    const { platform, sandbox } = await place({ glpi })
    await platform.session()
    sandbox.faults.inject({ kind: 'disk-full', match: { path: /Ticket/ } })
    const work = platform.tickets.create({
      type: 'incident',
      urgency: 'low',
      title: 'x',
      description: 'x',
      notify: false,
    })
    expect(await failure(work)).toMatchObject({ exitCode: 6, code: 'server-error' })
  })

  test('any address of the site leads to its API', async () => {
    const { join, url } = await place({ glpi, configuration: { basePath: '/support' } })
    for (const address of [url, `${url}/`, `${url}/apirest.php`, `${url}/api.php`, `${url}/front/ticket.php`]) {
      expect((await join({ url: address }).platform.session()).person.login).toBe('alice')
    }
  })

  test('a session that was closed is dead on the platform too', async () => {
    const { platform, join } = await place({ glpi })
    const session = await platform.session()
    await platform.close()
    const next = join({ session })
    await next.platform.tickets.list(page)
    expect(next.kept[0]).toBeUndefined()
  })
})
