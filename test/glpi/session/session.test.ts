import { HttpResponse, http, type RequestHandler } from 'msw'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { IpeosError } from '../../../src/errors/error.ts'
import { directHttp } from '../../../src/glpi/http/direct-http.ts'
import type { ConnectOptions, Credential, KeptSession } from '../../../src/glpi/platform.ts'
import { type Customer, customer } from '../../support/customer.ts'
import { type Loopback, loopback } from '../../support/loopback.ts'
import { configuration, initSession, naive, noDiscovery, opening, refusal, row } from '../answers.ts'

const page = { first: 0, count: 30 }
const emptySearch = http.get('*/search/Ticket', () => HttpResponse.json({ totalcount: 0, count: 0 }))

async function site(
  handlers: RequestHandler[],
  options: Partial<ConnectOptions> & { as?: Credential; path?: string } = {},
): Promise<Customer & { server: Loopback }> {
  const server = await loopback(...handlers)
  const network = await directHttp({ timeout: 5000 })
  onTestFinished(async () => {
    await network.close()
    await server.close()
  })
  return { server, ...customer(network, server.url + (options.path ?? ''), options) }
}

/** A later command on the same site, with a session that was kept. */
async function later({ server }: { server: Loopback }, session: KeptSession | undefined): Promise<Customer> {
  const network = await directHttp({ timeout: 5000 })
  onTestFinished(() => network.close())
  return customer(network, server.url, { session })
}

function paths({ requests }: Loopback): string[] {
  return requests.map((request) => request.replace(/\?.*$/, ''))
}

describe('opening a session', () => {
  test('costs a look for the API, the session and the limits, then the call', async () => {
    const { platform, server } = await site([...opening, emptySearch])
    await platform.tickets.list(page)
    expect(paths(server)).toEqual([
      'GET /api.php/',
      'GET /apirest.php/initSession',
      'GET /apirest.php/getGlpiConfig',
      'GET /apirest.php/search/Ticket',
    ])
  })

  test('a warm command is one request', async () => {
    const cold = await site([...opening, emptySearch])
    await cold.platform.tickets.list(page)
    const before = cold.server.requests.length
    const { platform } = await later(cold, cold.kept[0])
    await platform.tickets.list(page)
    expect(cold.server.requests.length - before).toBe(1)
  })

  test('tells who this is, with names decoded', async () => {
    const { platform } = await site(opening)
    expect((await platform.session()).person).toEqual({
      id: 8,
      login: 'alice',
      name: 'Alice Durand',
      listedAs: 'Durand Alice',
      profile: { id: 1, name: 'Self-Service' },
      interface: 'helpdesk',
      entity: { id: 1, name: 'IPEOS > IPEOS-WTC' },
      language: 'fr_FR',
    })
  })

  test('sends a name and password with accents as UTF-8, and no trace of them', async () => {
    let authorization: string | null = null
    const init = http.get('*/initSession', ({ request }) => {
      authorization = request.headers.get('authorization')
      return undefined
    })
    const { platform, trace } = await site([init, ...opening], {
      as: { user: 'zoé', password: 'été: 8€' },
      appToken: 'app-secret',
    })
    await platform.session()
    expect(authorization).toBe(`Basic ${Buffer.from('zoé:été: 8€').toString('base64')}`)
    expect(trace.join('\n')).not.toMatch(/été|app-secret|token-1|Basic/)
  })

  test('sends a personal token and an application token where GLPI looks for them', async () => {
    const seen: Array<string | null> = []
    const init = http.get('*/initSession', ({ request }) => {
      seen.push(request.headers.get('authorization'), request.headers.get('app-token'))
      return undefined
    })
    const { platform } = await site([init, ...opening], { as: { token: 'XYZ' }, appToken: 'APP' })
    await platform.session()
    expect(seen).toEqual(['user_token XYZ', 'APP'])
  })

  test('takes the API that GLPI 11 names, but not the host that it names', async () => {
    const versions = [
      { api_version: '1', version: '1.0.0', endpoint: 'http://elsewhere.example/glpi/api.php/v1' },
      { api_version: '2', version: '2.2.0', endpoint: 'http://elsewhere.example/glpi/api.php/v2.2' },
    ]
    const discovery = http.get('*/api.php/', () => HttpResponse.json({ api_versions: versions }))
    const { platform, server } = await site([discovery, ...opening], { path: '/glpi' })
    expect((await platform.session()).apiUrl).toBe(`${server.url}/glpi/api.php/v1`)
  })

  test('looks for nothing when the address names the API', async () => {
    const { platform, server } = await site(opening, { path: '/glpi/apirest.php/' })
    await platform.session()
    expect(paths(server)[0]).toBe('GET /glpi/apirest.php/initSession')
  })

  test('a kept session that is not whole is not used', async () => {
    const { platform, server } = await site([...opening, emptySearch], { session: { token: 'old' } as never })
    await platform.tickets.list(page)
    expect(paths(server)).toContain('GET /apirest.php/initSession')
  })

  test('a session of another site is not used', async () => {
    const former = await site(opening)
    const session = { ...(await former.platform.session()), apiUrl: 'http://127.0.0.1:1/apirest.php' }
    const { platform, server } = await site([...opening, emptySearch], { session })
    await platform.tickets.list(page)
    expect(paths(server)).toContain('GET /apirest.php/initSession')
  })

  test('the server’s clock is compared with the time of its own answer', async () => {
    const dated = http.get('*/initSession', () =>
      HttpResponse.json(
        {
          session_token: 'token-1',
          session: { ...fullSessionAt('2026-01-15 12:00:00') },
        },
        { headers: { Date: 'Thu, 15 Jan 2026 11:00:00 GMT' } },
      ),
    )
    const { platform } = await site([noDiscovery, dated, configuration])
    expect((await platform.session()).clockOffset).toBe(-60)
  })
})

function fullSessionAt(time: string): object {
  return {
    glpiID: 8,
    glpiname: 'alice',
    glpiactive_entity: 1,
    glpiactiveprofile: { id: 1, name: 'Self-Service', interface: 'helpdesk' },
    glpi_currenttime: time,
  }
}

describe('a session that died', () => {
  const dead = () => refusal(401, 'ERROR_SESSION_TOKEN_INVALID', 'session_token semble incorrect')

  /** Only `token` is alive; `initSession` gives it. */
  function alive(token: string): RequestHandler {
    return http.get('*/search/Ticket', ({ request }) =>
      request.headers.get('session-token') === token ? HttpResponse.json({ totalcount: 1, data: [row(1)] }) : dead(),
    )
  }

  test('is renewed once, and the call played again', async () => {
    const first = await site([alive('token-2'), noDiscovery, initSession('token-2'), configuration])
    const session = { ...(await first.platform.session()), token: 'token-1' }
    const before = first.server.requests.length
    const warm = await later(first, session)
    expect((await warm.platform.tickets.list(page)).total).toBe(1)
    expect(warm.kept.map((one) => one?.token)).toEqual([undefined, 'token-2'])
    expect(paths(first.server).slice(before)).toEqual([
      'GET /apirest.php/search/Ticket',
      'GET /apirest.php/initSession',
      'GET /apirest.php/getGlpiConfig',
      'GET /apirest.php/search/Ticket',
    ])
  })

  test('leaves nothing of itself in the next one', async () => {
    const first = await site([alive('token-2'), noDiscovery, initSession('token-2'), configuration])
    const former = { ...(await first.platform.session()), token: 'token-1', timeZone: 'Asia/Tokyo' }
    const warm = await later(first, former)
    await warm.platform.tickets.list(page)
    expect(warm.kept.at(-1)).not.toHaveProperty('timeZone')
  })

  test('is renewed once for calls in parallel', async () => {
    const first = await site([alive('token-2'), noDiscovery, initSession('token-2'), configuration])
    const warm = await later(first, { ...(await first.platform.session()), token: 'token-1' })
    await Promise.all([1, 2, 3, 4].map(() => warm.platform.tickets.list(page)))
    expect(warm.kept.filter(Boolean)).toHaveLength(1)
  })

  test('dead again at once means not logged in', async () => {
    const { platform } = await site([http.get('*/search/Ticket', dead), ...opening])
    await expect(platform.tickets.list(page)).rejects.toMatchObject({
      exitCode: 4,
      code: 'session-refused',
    })
  })

  test('a renewal that fails is tried again by the next call', async () => {
    let working = false
    const flaky = http.get('*/initSession', () => (working ? undefined : refusal(503, 'ERROR', 'x')))
    const { platform } = await site([flaky, ...opening, emptySearch])
    await expect(platform.tickets.list(page)).rejects.toMatchObject({ exitCode: 6 })
    working = true
    expect((await platform.tickets.list(page)).total).toBe(0)
  })
})

describe('what stands in the way of a session', () => {
  test.each<[string, number, string, string, number, string]>([
    ['a wrong password', 401, 'ERROR_GLPI_LOGIN', 'Identifiant ou mot de passe incorrect', 4, 'wrong-password'],
    ['a wrong token', 401, 'ERROR_GLPI_LOGIN_USER_TOKEN', 'le paramètre user_token semble incorrect', 4, 'wrong-token'],
    ['no login with a password', 400, 'ERROR_LOGIN_WITH_CREDENTIALS_DISABLED', 'x', 4, 'credentials-off'],
    [
      'an API switched off',
      400,
      'ERROR',
      'API désactivée; Afficher la documentation dans votre navigateur à http://x/#ERROR',
      6,
      'api-off',
    ],
    ['an API switched off, in English', 400, 'ERROR', 'API disabled', 6, 'api-off'],
    ['an address filter', 403, 'ERROR_NOT_ALLOWED_IP', 'x', 5, 'address-refused'],
    ['no application token', 400, 'ERROR_APP_TOKEN_PARAMETERS_MISSING', 'x', 4, 'app-token-missing'],
    ['a wrong application token', 400, 'ERROR_WRONG_APP_TOKEN_PARAMETER', 'x', 4, 'app-token-wrong'],
    ['a proxy that strips the login', 400, 'ERROR_LOGIN_PARAMETERS_MISSING', 'x', 6, 'authorization-stripped'],
  ])('%s is told apart, with its repair', async (_name, status, refused, message, exitCode, code) => {
    const { platform, kept } = await site([
      noDiscovery,
      http.get('*/initSession', () => refusal(status, refused, message)),
    ])
    const error = await platform.session().catch((problem: IpeosError) => problem)
    expect(error).toMatchObject({ exitCode, code, hint: { key: `platform.${code}.hint` } })
    expect(kept).toEqual([])
  })
})

describe('whoAmI', () => {
  test('tries the credential, though there is a session, and ends that session', async () => {
    const first = await site([...opening, http.get('*/killSession', () => HttpResponse.json(true))])
    const warm = await later(first, await first.platform.session())
    expect((await warm.platform.whoAmI()).login).toBe('alice')
    expect(paths(first.server).slice(-3)).toEqual([
      'GET /apirest.php/initSession',
      'GET /apirest.php/getGlpiConfig',
      'GET /apirest.php/killSession',
    ])
  })

  test('asks nothing more when the session has just been opened', async () => {
    const { platform, server } = await site(opening)
    await platform.whoAmI()
    expect(paths(server).filter((path) => path.endsWith('initSession'))).toHaveLength(1)
  })
})

describe('closing', () => {
  test('ends the session on the platform and forgets it', async () => {
    const { platform, kept, server } = await site([
      ...opening,
      http.get('*/killSession', () => HttpResponse.json(true)),
    ])
    await platform.session()
    await platform.close()
    expect(paths(server).at(-1)).toBe('GET /apirest.php/killSession')
    expect(kept.at(-1)).toBeUndefined()
  })

  test('asks nothing when there is no session', async () => {
    const { platform, server } = await site([])
    await platform.close()
    expect(server.requests).toEqual([])
  })

  test('forgets the session even when the platform is gone', async () => {
    const { platform, kept, server } = await site(opening)
    await platform.session()
    await server.close()
    await expect(platform.close()).rejects.toMatchObject({ exitCode: 6 })
    expect(kept.at(-1)).toBeUndefined()
  })
})

test('the trace has a line for each exchange: method, path, status, time, size', async () => {
  const { platform, trace } = await site([...opening, emptySearch])
  await platform.tickets.list(page)
  expect(trace).toHaveLength(4)
  expect(trace[3]).toMatch(/^GET 127\.0\.0\.1:\d+\/apirest\.php\/search\/Ticket\?\S+ 200 \d+ ms \d+ B$/)
})

test('dates follow the server’s clock', async () => {
  const ahead = naive(new Date(Date.now() + 2 * 3600_000))
  const list = http.get('*/search/Ticket', () =>
    HttpResponse.json({ totalcount: 1, data: [row(1, { 19: '2026-01-15 14:00:00' })] }),
  )
  const { platform } = await site([noDiscovery, initSession('t', { glpi_currenttime: ahead }), configuration, list])
  const { tickets } = await platform.tickets.list(page)
  expect(tickets[0]?.changed).toEqual(new Date('2026-01-15T12:00:00Z'))
})
