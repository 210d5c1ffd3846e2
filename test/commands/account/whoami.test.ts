import { expect, test } from 'vitest'
import type { SandboxConfiguration } from '../../../src/sandbox/configuration.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { ipeos, newDesk, siteUrl } from '../../support/desk.ts'

test.each(['10.0', '11.0'] as const)('on GLPI %s scripts get who one is, with stable keys', async (glpi) => {
  const site = await openSandbox({ glpi })
  const { code, out } = await ipeos(site, ['whoami', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual({
    name: 'Alice Durand',
    login: 'alice',
    id: 8,
    email: 'alice@ipeos.example',
    profile: 'Self-Service',
    profileId: 1,
    entity: expect.stringContaining('IPEOS-WTC'),
    entityId: 1,
    platform: siteUrl,
    version: expect.stringMatching(glpi === '10.0' ? /^10\.0/ : /^11\.0/),
    source: 'environment',
    reach: null,
    credential: 'password',
    takesTokens: true,
    secondFactorEnforced: glpi === '10.0' ? null : false,
    singleSignOn: null,
  })
})

test('on a terminal a person reads labels in their language', async () => {
  const { out } = await ipeos(await openSandbox(), ['whoami', '--lang', 'fr', '--color', 'never'], { columns: 80 })
  expect(out).toMatch(/Nom\s+Alice Durand/)
  expect(out).toContain('dans l’environnement')
})

test('in a pipe each line is a key and its value', async () => {
  const { out } = await ipeos(await openSandbox(), ['whoami'])
  expect(out.split('\n')).toContain('login\talice')
})

test('an unknown field is refused before the platform is asked', async () => {
  const site = await openSandbox()
  const { code } = await ipeos(site, ['whoami', '--json', 'shoe-size'])
  expect([code, site.requests]).toEqual([2, []])
})

test('nobody is logged in: exit 4, and the command to run', async () => {
  const desk = newDesk(await openSandbox(), { user: null })
  const { code, notes } = await desk.ipeos(['whoami'])
  expect(code).toBe(4)
  expect(notes).toContain(`ipeos login --url ${siteUrl}`)
})

test('a password that was changed meanwhile is noticed, though the session still lives', async () => {
  const site = await openSandbox()
  const desk = newDesk(site, { user: null })
  await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: 'alice-secret' })
  const [name = ''] = desk.keychain.keys()
  const { session } = desk.keychain.get(name) ?? {}
  desk.keychain.set(name, { credential: { user: 'alice', password: 'former' }, ...(session ? { session } : {}) })
  expect(await desk.ipeos(['whoami'])).toMatchObject({ code: 4 })
})

test.each<[string, Partial<SandboxConfiguration>, object, RegExp]>([
  ['no tokens', { tokenLoginEnabled: false }, { takesTokens: false }, /Tokens +none is taken/],
  [
    'a second factor',
    { secondFactorEnforced: true },
    { secondFactorEnforced: true },
    /Second factor +wanted by the pages of the site; not asked for here/,
  ],
  ['a CAS', { singleSignOn: { kind: 'cas', people: [] } }, { singleSignOn: 'cas' }, /Single sign-on +by a CAS/],
  [
    'a web server that signs in',
    { singleSignOn: { kind: 'web-server', people: [] } },
    { singleSignOn: 'web-server' },
    /Single sign-on +by the web server/,
  ],
])('of a site with %s it is told, to people and scripts', async (_, configuration, fields, line) => {
  const site = await openSandbox({ configuration })
  expect(JSON.parse((await ipeos(site, ['whoami', '--json'])).out)).toMatchObject(fields)
  expect((await ipeos(site, ['whoami', '--color', 'never'], { columns: 100 })).out).toMatch(line)
})

test('a warm call asks nothing more for it', async () => {
  const site = await openSandbox()
  const desk = newDesk(site)
  await desk.ipeos(['ticket', 'list'])
  const before = site.requests.length
  await desk.ipeos(['whoami'])
  const asked = site.requests.slice(before).filter(({ path }) => path.includes('getGlpiConfig'))
  expect(asked).toHaveLength(1)
})
