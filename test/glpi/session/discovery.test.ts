import { HttpResponse, http, type RequestHandler } from 'msw'
import { describe, expect, onTestFinished, test } from 'vitest'
import { directHttp } from '../../../src/glpi/http/direct-http.ts'
import type { Http } from '../../../src/glpi/http/http.ts'
import { customer } from '../../support/customer.ts'
import { type Loopback, loopback } from '../../support/loopback.ts'
import { configuration, html, initSession, opening } from '../answers.ts'

async function site(...handlers: RequestHandler[]): Promise<{ server: Loopback; network: Http }> {
  const server = await loopback(...handlers)
  const network = await directHttp({ timeout: 5000 })
  onTestFinished(async () => {
    await network.close()
    await server.close()
  })
  return { server, network }
}

const notThere = () => html('<title>404 Not Found</title>', 404)
const leadsTo = (location: string) => () => new HttpResponse(null, { status: 302, headers: { Location: location } })

/** A GLPI 10 below `/glpi`, on a web server that has nothing else. */
const below = (root: () => Response): RequestHandler[] => [
  http.get(/:\d+\/(api|apirest)\.php\//, notThere),
  http.get('*/api.php/', notThere),
  initSession(),
  configuration,
  http.get(/:\d+\/$/, root),
  http.get('*', notThere),
]

describe('the root of a site that leads elsewhere', () => {
  test.each(['/glpi/', '/glpi', '/glpi/index.php?noAUTO=1', 'glpi/front/login.php'])(
    'is followed on the same host (%s)',
    async (location) => {
      const { server, network } = await site(...below(leadsTo(location)))
      const { platform } = customer(network, server.url)
      expect(await platform.session()).toMatchObject({
        rootUrl: `${server.url}/glpi`,
        apiUrl: `${server.url}/glpi/apirest.php`,
      })
    },
  )

  test('is followed when all that is asked is led there', async () => {
    const { server, network } = await site(
      http.get(/:\d+\/api\.php\/$/, leadsTo('/glpi/api.php/')),
      ...below(leadsTo('/glpi/')),
    )
    expect((await customer(network, server.url).platform.session()).rootUrl).toBe(`${server.url}/glpi`)
  })

  test('to another host is not followed, and is told with the command that would', async () => {
    const other = await site(...opening)
    const { server, network } = await site(...below(leadsTo(`${other.server.url}/glpi/`)))
    await expect(customer(network, server.url).platform.session()).rejects.toMatchObject({
      code: 'redirected',
      hint: { parameters: { target: `${other.server.url}/glpi` } },
    })
    expect(other.server.requests).toEqual([])
  })

  test('from a safe connection to an open one is not followed', async () => {
    const asked: string[] = []
    const network: Http = async ({ url }) => {
      asked.push(url)
      const isRoot = url === 'https://host.example/'
      return isRoot
        ? { status: 302, headers: { location: 'http://host.example/glpi/' }, body: Buffer.alloc(0) }
        : { status: 404, headers: { 'content-type': 'text/html' }, body: Buffer.alloc(0) }
    }
    await expect(customer(network, 'https://host.example').platform.session()).rejects.toMatchObject({
      code: 'redirected',
    })
    expect(asked.filter((url) => url.startsWith('http:'))).toEqual([])
  })

  test('that leads in circles ends', async () => {
    const { server, network } = await site(http.get('*', leadsTo('/a/b/')))
    await expect(customer(network, server.url).platform.session()).rejects.toMatchObject({ code: 'redirected' })
    expect(server.requests.length).toBeLessThan(10)
  })
})

describe('a platform that is too old', () => {
  const old = http.get('*/getGlpiConfig', () => HttpResponse.json({ cfg_glpi: { version: '9.5.13' } }))
  const killed = http.get('*/killSession', () => HttpResponse.json(true))

  test('is told by its version, whatever else it answers', async () => {
    const { server, network } = await site(
      initSession('t', { glpiactiveprofile: null }),
      old,
      killed,
      http.get('*', notThere),
    )
    await expect(customer(network, server.url).platform.session()).rejects.toMatchObject({
      code: 'old-platform',
      parameters: { version: '9.5.13' },
    })
  })

  test('is left without a session', async () => {
    const { server, network } = await site(initSession(), old, killed, http.get('*', notThere))
    await customer(network, server.url)
      .platform.session()
      .catch(() => undefined)
    expect(server.requests.at(-1)).toBe('GET /apirest.php/killSession')
  })
})

test('a former session that cannot be ended is no reason to fail, and is not tried again and again', async () => {
  const { server, network } = await site(
    http.get('*/killSession', () => html('<title>500</title>', 500)),
    ...opening,
  )
  const first = customer(network, server.url)
  const retry = { now: () => new Date(), sleep: async () => undefined, random: () => 0.5, patience: 60_000 }
  const { platform } = customer(network, server.url, { session: await first.platform.session(), retry })
  expect((await platform.whoAmI()).login).toBe('alice')
  expect(server.requests.filter((request) => request.includes('killSession'))).toHaveLength(1)
})
