import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { KeychainUnavailable } from '../../../src/settings/secrets/keychain.ts'
import type { SecretStore } from '../../../src/settings/secrets/store.ts'
import { newDesk } from '../../support/desk.ts'
import { openSite } from '../../support/site.ts'
import { examined } from './examined.ts'

const env = { IPEOS_URL: 'sandbox' }

describe('when all is well', () => {
  test.each(['10.0', '11.0'] as const)('on GLPI %s it says so, writes nothing and shows no secret', async (glpi) => {
    const site = await openSandbox({ glpi })
    const { code, out, notes } = await newDesk(site).ipeos(['doctor', '--debug'], { columns: 80, env })
    expect({ code, notes, writes: site.writes }).toEqual({
      code: 0,
      notes: expect.stringContaining('All is well.'),
      writes: [],
    })
    expect(out).toContain('Self-Service (customer), IPEOS > IPEOS-WTC')
    expect(out.replace(/\s+/g, ' ')).toContain('mandatory: title, description')
    expect(out + notes).not.toContain('alice-secret')
  })

  test('on a real socket each step of the network is seen', async () => {
    const { sandbox, url } = await openSite()
    const found = await examined(newDesk({ fetch: (request) => fetch(request) }), 'en', { env: { IPEOS_URL: url } })
    expect([found.code, found.ids('failed')]).toEqual([0, []])
    expect(found.check('tcp')).toMatchObject({ status: 'ok', seen: expect.stringContaining(new URL(url).port) })
    expect(found.check('clock').status).toBe('ok')
    expect(sandbox.writes).toEqual([])
  })

  test('a session that is kept is no proof: the login is tried', async () => {
    const site = await openSandbox()
    const desk = newDesk(site)
    await desk.ipeos(['ticket', 'list'], { env })
    const found = await examined(desk, 'en', { env: { ...env, IPEOS_PASSWORD: 'changed' } })
    expect(found.check('session').status).toBe('failed')
  })
})

describe('how it is told', () => {
  test.each([
    ['fr', 40],
    ['fr', 80],
    ['en', 40],
    ['en', 80],
  ] as const)('in %s it fits %i columns', async (language, columns) => {
    const site = await openSandbox({ configuration: { ipRefused: true } })
    const { out } = await newDesk(site).ipeos(['doctor', '--lang', language, '--color', 'never'], { columns, env })
    expect(out.split('\n').filter((line) => line.length > columns && !/\S{30}/.test(line))).toEqual([])
    expect(out).toMatch(/^✗ .*IP/m)
    expect(out).toMatch(/^ +→ /m)
  })

  test('for a screen reader nothing is drawn', async () => {
    const site = await openSandbox({ configuration: { ipRefused: true } })
    const { out } = await newDesk(site).ipeos(['doctor', '--plain'], { columns: 80, env })
    expect(out).not.toMatch(/[✓✗–→]/)
    expect(out).toMatch(/^Failed: Your IP address/m)
  })

  test('a pipe of tabs has a line a check', async () => {
    const { out } = await newDesk(await openSandbox()).ipeos(['doctor', '--format', 'tsv'], { env })
    expect(out.split('\n')).toContain('ok\tapi\tanswers at /api.php/v1\t')
  })

  test('the last line names the first failure and its repair', async () => {
    const site = await openSandbox({ configuration: { apiEnabled: false } })
    const { notes } = await newDesk(site).ipeos(['doctor'], { env })
    expect(notes).toMatch(/✗ One thing does not work: Switched on\n {2}→ .*REST API/)
  })

  test('what the platform says moves no terminal', async () => {
    const site = await openSandbox()
    const hostile = {
      fetch: async (request: Request) => {
        const response = await site.fetch(request)
        if (!request.url.includes('initSession')) return response
        return new Response((await response.text()).replace('"Self-Service"', '"\\u001b[2JSelf"'), response)
      },
    }
    const { out, notes } = await newDesk(hostile).ipeos(['doctor', '--color', 'never'], { columns: 80, env })
    expect(out + notes).toContain('Self')
    expect(out + notes).not.toContain('\u001b[2J')
  })
})

describe('the login', () => {
  test.each([
    ['fr', /ipeos login --sandbox/],
    ['en', /ipeos login --sandbox/],
  ] as const)('nobody is logged in (%s)', async (language, repair) => {
    const found = await examined(newDesk(await openSandbox(), { user: null }), language, { env })
    expect(found.check('credential')).toMatchObject({
      status: 'failed',
      exitCode: 4,
      repair: expect.stringMatching(repair),
    })
    expect([found.code, found.ids('failed'), found.check('api').status]).toEqual([4, ['credential'], 'ok'])
  })

  test.each([
    ['fr', /ipeos login/],
    ['en', /ipeos login/],
  ] as const)('a dead session that cannot be renewed (%s)', async (language, repair) => {
    const site = await openSandbox()
    const desk = newDesk(site, { user: null })
    await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: 'alice-secret', env })
    const [name = ''] = desk.keychain.keys()
    const { session } = desk.keychain.get(name) ?? {}
    desk.keychain.set(name, { credential: { user: 'alice', password: 'former' }, ...(session && { session }) })
    site.killSessions()
    const found = await examined(desk, language, { env })
    expect(found.check('session')).toMatchObject({
      status: 'failed',
      exitCode: 4,
      repair: expect.stringMatching(repair),
    })
  })

  test('of a password that has expired says so, and that it arrived', async () => {
    const site = await openSandbox()
    site.expirePassword('alice')
    const found = await examined(newDesk(site), 'en', { env })
    expect(found.ids('failed')).toEqual(['session'])
    expect(found.check('session')).toMatchObject({ exitCode: 4, repair: expect.stringContaining('password change') })
  })

  test.each(['10.0', '11.0'] as const)(
    'of sessions that are refused as soon as they are given (GLPI %s)',
    async (glpi) => {
      const site = await openSandbox({ glpi })
      site.faults.inject({ kind: 'dead-session', match: { path: /\/(?!initSession)\w+(\?|$)/ }, times: 1000 })
      const found = await examined(newDesk(site), 'en', { env })
      expect(found.ids('failed')[0]).toBe('session')
    },
  )

  test('is no worse for a former session that cannot be ended', async () => {
    const site = await openSandbox()
    const desk = newDesk(site)
    await desk.ipeos(['ticket', 'list'], { env })
    site.faults.inject({ kind: 'status', status: 500, match: { path: /killSession/ }, times: 100 })
    expect((await examined(desk, 'en', { env })).ids('failed')).toEqual([])
  })

  test('a personal token needs no password', async () => {
    const found = await examined(newDesk(await openSandbox(), { user: null }), 'en', {
      env: { ...env, IPEOS_TOKEN: 'x' },
    })
    expect(found.check('password-login')).toMatchObject({ status: 'skipped', seen: expect.stringContaining('token') })
  })
})

describe('the keychain', () => {
  function shut(trouble: 'locked' | 'absent'): SecretStore {
    const refuse = async () => {
      throw new KeychainUnavailable(trouble)
    }
    return { check: refuse, get: refuse, set: refuse, remove: refuse }
  }

  test.each([
    ['fr', 'locked', /verrouillé/],
    ['en', 'locked', /locked/],
    ['fr', 'absent', /Secret Service/],
    ['en', 'absent', /no keychain here/],
  ] as const)('in %s, one that holds the login and is %s stops all', async (language, trouble, seen) => {
    const desk = newDesk(await openSandbox(), { user: null })
    await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: 'alice-secret', env })
    const bus = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1/bus' }
    const found = await examined(desk, language, { env: { ...env, ...bus }, world: { keychain: shut(trouble) } })
    expect(found.check('keychain')).toMatchObject({
      status: 'failed',
      seen: expect.stringMatching(seen),
      repair: expect.stringContaining('--insecure-storage'),
    })
    expect([found.code, found.check('session').status]).toEqual([1, 'skipped'])
  })

  test.each([
    ['fr', /bus de session/],
    ['en', /session bus/],
  ] as const)('where there is no session, that is said (%s)', async (language, seen) => {
    const found = await examined(newDesk(await openSandbox()), language, { env, world: { keychain: shut('absent') } })
    expect(found.check('keychain')).toMatchObject({ status: 'warning', seen: expect.stringMatching(seen) })
  })

  test('one that is locked stops nothing where the environment gives the login', async () => {
    const found = await examined(newDesk(await openSandbox()), 'en', { env, world: { keychain: shut('locked') } })
    expect([found.code, found.check('keychain').status, found.check('session').status]).toEqual([0, 'warning', 'ok'])
  })
})

describe('this computer', () => {
  function folder(mode: number): string {
    const above = mkdtempSync(join(tmpdir(), 'ipeos-doctor-'))
    onTestFinished(() => rmSync(above, { recursive: true, force: true }))
    const path = join(above, 'config')
    mkdirSync(path)
    chmodSync(path, mode)
    return path
  }

  test.each([
    ['fr', /D’autres/],
    ['en', /Others/],
  ] as const)('a folder that others can read is told (%s)', async (language, seen) => {
    const path = folder(0o755)
    const found = await examined(newDesk(await openSandbox()), language, { env: { ...env, IPEOS_CONFIG_DIR: path } })
    expect(found.check('folders')).toMatchObject({
      status: 'warning',
      seen: expect.stringMatching(seen),
      repair: expect.stringContaining(`chmod go-rwx ${path}`),
    })
  })

  test('private folders are fine, and those that are not there yet', async () => {
    const found = await examined(newDesk(await openSandbox()), 'en', {
      env: { ...env, IPEOS_CONFIG_DIR: folder(0o700) },
    })
    expect(found.check('folders').status).toBe('ok')
  })

  test.each([
    [{ timeout: 12, language: 'fr', accounts: {} }, 'ok', null],
    [{ timeout: 12, langage: 'fr' }, 'warning', expect.stringContaining('langage')],
  ])('of a settings file, %j, a name that changes nothing is told', async (settings, status, seen) => {
    const machineFolder = folder(0o700)
    writeFileSync(join(machineFolder, 'settings.json'), JSON.stringify(settings))
    const found = await examined(newDesk(await openSandbox()), 'en', { env, world: { machineFolder } })
    const repair = seen && expect.stringContaining(join(machineFolder, 'settings.json'))
    expect(found.check('settings')).toMatchObject({ status, repair, ...(seen && { seen }) })
  })

  test.each([
    ['18.20.0', 'failed'],
    ['20.18.0', 'failed'],
    ['20.18.1', 'ok'],
    ['22.1.0', 'ok'],
  ])('Node.js %s: %s', async (nodeVersion, status) => {
    const found = await examined(newDesk(await openSandbox()), 'en', { env, world: { nodeVersion } })
    expect(found.check('node').status).toBe(status)
  })

  test('a locale that is not UTF-8 is worth a look on a terminal', async () => {
    const { code, out } = await newDesk(await openSandbox()).ipeos(['doctor', '--format', 'table'], {
      columns: 80,
      env: { ...env, LANG: 'fr_FR.ISO-8859-1' },
    })
    expect([code, out]).toEqual([0, expect.stringContaining('LC_ALL=C.UTF-8')])
  })
})
