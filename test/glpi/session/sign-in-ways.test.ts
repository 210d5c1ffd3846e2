import { describe, expect, test } from 'vitest'
import { fetchHttp } from '../../../src/glpi/http/fetch-http.ts'
import { readSignInWays } from '../../../src/glpi/session/sign-in-ways.ts'
import { hasSingleSignOn } from '../../../src/glpi/session/single-sign-on.ts'
import type { SandboxConfiguration } from '../../../src/sandbox/configuration.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { glpiVersions, place } from '../../support/glpi-versions.ts'

const stock = { password: true, token: true }

describe.each(glpiVersions)('the ways to sign in to GLPI %s', (glpi) => {
  const known = glpi === '11.0' ? { secondFactor: false } : {}

  test.each<[string, Partial<SandboxConfiguration>, object]>([
    ['a stock site', {}, {}],
    ['a site without tokens', { tokenLoginEnabled: false }, { token: false }],
    ['a CAS', { singleSignOn: { kind: 'cas', people: [] } }, { singleSignOn: 'cas' }],
    [
      'a web server that signs in',
      { singleSignOn: { kind: 'web-server', people: [] } },
      { singleSignOn: 'web-server' },
    ],
  ])('of %s are in its session', async (_, configuration, expected) => {
    const { platform } = await place({ glpi, configuration })
    expect((await platform.session()).signIn).toEqual({ ...stock, ...known, ...expected })
  })
})

test('a second factor is told by GLPI 11, where it is enforced', async () => {
  const { platform } = await place({ glpi: '11.0', configuration: { secondFactorEnforced: true } })
  expect((await platform.session()).signIn).toEqual({ ...stock, secondFactor: true })
})

test.each([[{}], [{ cfg_glpi: { version: '10.0.19' } }], [undefined]])('of %j nothing is known', (answer) => {
  expect(readSignInWays(answer)).toBeUndefined()
})

/** What the start page of a site answers. */
const startPage = (status: number, headers: Record<string, string> = {}) =>
  fetchHttp(async () => new Response(null, { status, headers }))

describe('whether a site signs people in by itself is seen from its start page', () => {
  test.each<[string, number, Record<string, string>, boolean]>([
    ['a CAS takes over', 302, { Location: '/glpi/front/login.php' }, true],
    ['the web server asks who comes', 401, { 'WWW-Authenticate': 'Negotiate' }, true],
    ['everybody is sent to whom signs in', 302, { Location: 'https://login.example/saml2/abc' }, true],
    ['it moved to another host', 302, { Location: 'https://www.support.example/' }, false],
    ['it leads to a sub-path', 302, { Location: '/glpi/' }, false],
    ['it shows its form', 200, {}, false],
    ['it refuses everybody', 403, {}, false],
  ])('where %s', async (_, status, headers, expected) => {
    expect(await hasSingleSignOn(startPage(status, headers), 'https://support.example')).toBe(expected)
  })

  test.each([
    ['cas', true],
    ['none', false],
  ] as const)('of the embedded platform with %s', async (kind, expected) => {
    const { fetch } = await openSandbox({ configuration: { singleSignOn: { kind, people: [] } } })
    expect(await hasSingleSignOn(fetchHttp(fetch), 'https://support.example')).toBe(expected)
  })
})
