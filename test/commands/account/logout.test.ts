import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'

async function loggedIn() {
  const site = await openSandbox()
  const desk = newDesk(site, { user: null })
  await desk.ipeos(['login', '--token-stdin'], { stdin: 'alice-token' })
  return { site, desk }
}

test('logging out ends the session on the platform and forgets the secrets', async () => {
  const { site, desk } = await loggedIn()
  const result = await desk.ipeos(['logout'])
  expect(result).toMatchObject({ code: 0, out: '' })
  expect(result.notes).toContain('alice@support.example')
  expect(site.requests.at(-1)?.path).toContain('killSession')
  expect(desk.keychain.size).toBe(0)
})

test('after logging out one is nobody', async () => {
  const { desk } = await loggedIn()
  await desk.ipeos(['logout'])
  expect(await desk.ipeos(['whoami'])).toMatchObject({ code: 4 })
})

test('a platform that cannot be reached is only a note', async () => {
  const { site, desk } = await loggedIn()
  site.faults.inject({ kind: 'drop-before', times: 10 })
  const { code, notes } = await desk.ipeos(['logout'])
  expect([code, desk.keychain.size]).toEqual([0, 0])
  expect(notes).toContain('could not be told')
})

test('who was not logged in is told so, and that is no failure', async () => {
  const desk = newDesk(await openSandbox(), { user: null })
  const { code, notes } = await desk.ipeos(['logout'])
  expect(code).toBe(0)
  expect(notes).toContain('You were not logged in.')
})

test('--all forgets the accounts of every platform', async () => {
  const { desk } = await loggedIn()
  await desk.ipeos(['login', '--url', 'https://other.example', '--token-stdin'], { stdin: 'henri-token' })
  const { notes } = await desk.ipeos(['logout', '--all'])
  expect(notes).toMatch(/alice@support\.example[\s\S]*henri@other\.example/)
  expect(desk.keychain.size).toBe(0)
})

test('of two accounts of a platform, the other one is named as now in use', async () => {
  const { desk } = await loggedIn()
  await desk.ipeos(['login', '--token-stdin'], { stdin: 'henri-token' })
  const { notes } = await desk.ipeos(['logout'])
  expect(notes).toContain('Now in use: alice@support.example')
})

test('who is logged in by the environment is told that it stays so', async () => {
  const desk = newDesk(await openSandbox())
  const { code, notes } = await desk.ipeos(['logout'])
  expect(code).toBe(0)
  expect(notes).toContain('still set')
})

test('the stored login of somebody else stays when the environment says who one is', async () => {
  const { desk } = await loggedIn()
  const env = { IPEOS_USER: 'bob', IPEOS_PASSWORD: 'bob-secret' }
  const { notes } = await desk.ipeos(['logout'], { env })
  expect(notes).not.toContain('Logged out')
  expect((await desk.ipeos(['account', 'list', '--json', 'name'])).out).toContain('alice@support.example')
})

test('--all ends the sessions of all accounts', async () => {
  const { site, desk } = await loggedIn()
  await desk.ipeos(['login', '--url', 'https://other.example', '--token-stdin'], { stdin: 'henri-token' })
  await desk.ipeos(['logout', '--all'])
  expect(site.requests.filter(({ path }) => path.includes('killSession'))).toHaveLength(2)
})

test.each(['damaged', '{"version":1,"accounts":{"alice@support.example":{"credential":{"token":"alice-token"}}}}'])(
  '--all leaves nothing of a file of secrets, be it %j, nor of what killed commands left',
  async (text) => {
    const desk = newDesk(await openSandbox(), { user: null })
    await desk.ipeos(['login', '--insecure-storage', '--token-stdin'], { stdin: 'alice-token' })
    await desk.ipeos(['ticket', 'list'])
    await desk.ipeos(['ticket', 'form'])
    const [config, cache] = [join(desk.home, '.config/ipeos'), join(desk.home, '.cache/ipeos')]
    mkdirSync(cache, { recursive: true })
    for (const name of ['secrets.json', 'secrets.json.corrupt-20261128T100000Z', 'secrets.json.0123abcd.tmp'])
      writeFileSync(join(config, name), text, { mode: 0o644 })
    for (const name of ['form-x.json', 'seen-x.json.0abc.tmp']) writeFileSync(join(cache, name), text)
    expect(await desk.ipeos(['logout', '--all'])).toMatchObject({ code: 0 })
    expect(readdirSync(config)).toEqual(['settings.json'])
    expect(readdirSync(cache).filter((name) => /^(form|seen)/.test(name))).toEqual([])
  },
)

test('logging out forgets the form, with the names that it offers', async () => {
  const { desk } = await loggedIn()
  await desk.ipeos(['ticket', 'form'])
  const cache = join(desk.home, '.cache/ipeos')
  expect(readdirSync(cache).join()).toContain('form-')
  await desk.ipeos(['logout'])
  expect(readdirSync(cache).join()).not.toContain('form-')
})

test('--all ends the session that stands in a damaged file of secrets, and tells its token to nobody else', async () => {
  const asked: string[] = []
  const site = await openSandbox()
  const place = {
    fetch: (request: Request) => {
      asked.push(`${new URL(request.url).host} ${request.headers.get('session-token') ?? ''}`)
      return site.fetch(request)
    },
  }
  const desk = newDesk(place, { user: null })
  await desk.ipeos(['login', '--insecure-storage', '--token-stdin'], { stdin: 'alice-token' })
  const secrets = join(desk.home, '.config/ipeos/secrets.json')
  const whole = readFileSync(secrets, 'utf8')
  const token = /"token":\s*"([^"]+)",\s*"person"/.exec(whole)?.[1] ?? ''
  const elsewhere = '"apiUrl": "https://evil.example/apirest.php", "rootUrl": "https://evil.example", "token": "stolen"'
  writeFileSync(secrets, `${whole.slice(0, -20)} ${elsewhere}`, { mode: 0o600 })
  expect(await desk.ipeos(['logout', '--all'])).toMatchObject({ code: 0 })
  const headers = { 'Session-Token': token }
  const after = await site.fetch(new Request('https://support.example/api.php/v1/getActiveProfile', { headers }))
  expect(after.status).toBe(401)
  expect(asked.filter((one) => one.startsWith('evil.example') || one.endsWith('stolen'))).toEqual([])
})

describe('--revoke', () => {
  test.each(['10.0', '11.0'] as const)(
    'on GLPI %s takes the token back, ends the session, and forgets',
    async (glpi) => {
      const site = await openSandbox({ glpi })
      const desk = newDesk(site, { user: null })
      await desk.ipeos(['login', '--user', 'alice', '--password-stdin', '--save-token'], { stdin: 'alice-secret' })
      const { credential, session } = [...desk.keychain.values()][0] ?? {}
      const { code, notes } = await desk.ipeos(['logout', '--revoke'])
      expect([code, notes, desk.keychain.size]).toEqual([0, expect.stringContaining('Your token is taken back'), 0])
      const enter = (headers: Record<string, string>, path: string) =>
        site.fetch(new Request(`${session?.apiUrl}/${path}`, { headers }))
      const token = credential && 'token' in credential ? credential.token : ''
      expect((await enter({ Authorization: `user_token ${token}` }, 'initSession')).status).toBe(401)
      expect((await enter({ 'Session-Token': session?.token ?? '' }, 'getActiveProfile')).status).toBe(401)
    },
  )

  test('keeps the token, and says so, where the platform cannot be reached', async () => {
    const { site, desk } = await loggedIn()
    site.faults.inject({ kind: 'drop-before', times: 20 })
    const { code, notes } = await desk.ipeos(['logout', '--revoke'])
    expect([code, notes]).toEqual([6, expect.stringContaining('was not taken back, and is still kept here')])
    expect([...desk.keychain.values()][0]?.credential).toEqual({ token: 'alice-token' })
    site.faults.clear()
    expect(await desk.ipeos(['logout', '--revoke'])).toMatchObject({ code: 0 })
  })

  test('keeps it where the site says that it is done, and it is not', async () => {
    const site = await openSandbox()
    const desk = newDesk(site, { user: null })
    await desk.ipeos(['login', '--user', 'alice', '--password-stdin', '--save-token'], { stdin: 'alice-secret' })
    site.faults.inject({ kind: 'status', status: 302, match: { method: 'POST', path: /preference\.php/ } })
    expect(await desk.ipeos(['logout', '--revoke'])).toMatchObject({ code: 1 })
    expect(desk.keychain.size).toBe(1)
  })

  test('only forgets one that the platform refuses already, and says so', async () => {
    const { site, desk } = await loggedIn()
    site.killSessions()
    site.configuration.tokenLoginEnabled = false
    const { code, notes } = await desk.ipeos(['logout', '--revoke'])
    expect([code, notes, desk.keychain.size]).toEqual([0, expect.stringContaining('It is only forgotten here.'), 0])
  })

  test('leaves another token that stands on the site since', async () => {
    const { site, desk } = await loggedIn()
    const other = newDesk(site, { user: null })
    await other.ipeos(['login', '--user', 'alice', '--password-stdin', '--save-token'], { stdin: 'alice-secret' })
    const { code, notes } = await desk.ipeos(['logout', '--revoke'])
    expect([code, notes]).toEqual([0, expect.stringContaining('Another token stands on the site')])
    site.killSessions()
    expect(await other.ipeos(['ticket', 'list'])).toMatchObject({ code: 0 })
  })

  test('of a login by password is refused, and nothing is forgotten', async () => {
    const desk = newDesk(await openSandbox(), { user: null })
    await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: 'alice-secret' })
    const { code, notes } = await desk.ipeos(['logout', '--revoke'])
    expect([code, notes, desk.keychain.size]).toEqual([2, expect.stringContaining('no token to take back'), 1])
  })

  test('of a token of the environment is refused', async () => {
    const { site, desk } = await loggedIn()
    const { code } = await desk.ipeos(['logout', '--revoke'], { env: { IPEOS_TOKEN: 'alice-token' } })
    expect([code, site.writes]).toEqual([2, []])
  })

  test('where no login is kept is an error (4): nobody may take the token for gone', async () => {
    const desk = newDesk(await openSandbox(), { user: null })
    const { code, notes } = await desk.ipeos(['logout', '--revoke'])
    expect({ code, notes }).toEqual({ code: 4, notes: expect.stringContaining('ipeos account list') })
    expect((await desk.ipeos(['logout'])).code).toBe(0)
  })

  test('does not go with --all', async () => {
    const { desk } = await loggedIn()
    expect(await desk.ipeos(['logout', '--revoke', '--all'])).toMatchObject({ code: 2 })
    expect(desk.keychain.size).toBe(1)
  })
})

test('who logs out with a token is told that the site still takes it', async () => {
  const { desk } = await loggedIn()
  expect((await desk.ipeos(['logout'])).notes).toContain('ipeos logout --revoke')
})
