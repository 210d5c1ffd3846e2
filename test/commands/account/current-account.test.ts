import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { type CallOptions, newDesk } from '../../support/desk.ts'
import { platformsAt } from '../../support/two-platforms.ts'

const banner = 'Rehearsal: embedded platform, nothing leaves for IPEOS'

/** Somebody who knows two platforms and the embedded one, and is logged in nowhere. */
async function newPerson() {
  const site = await openSandbox()
  const http = platformsAt({ 'one.example': site, 'two.example': site, 'sandbox.invalid': site })
  const desk = newDesk(site, { user: null })
  const ipeos = (words: string[], { env, ...options }: CallOptions = {}) =>
    desk.ipeos(words, { ...options, env: { IPEOS_URL: '', ...env }, world: { http } })
  const login = (user: string, ...place: string[]) =>
    ipeos(['login', ...place, '--user', user, '--password-stdin'], { stdin: `${user}-secret` })
  const platform = async (options?: CallOptions): Promise<string> => {
    const { out, notes } = await ipeos(['whoami', '--json', 'platform'], options)
    return out ? JSON.parse(out).platform : notes
  }
  const settings = join(desk.home, '.config', 'ipeos', 'settings.json')
  return { ipeos, login, platform, settings }
}

test('the last login is the current one, on whatever platform', async () => {
  const { login, platform } = await newPerson()
  for (const url of ['https://one.example', 'https://two.example', 'https://one.example']) {
    await login('alice', '--url', url)
    expect(await platform()).toBe(url)
  }
})

test('an address that was set before does not keep a login from being the current one', async () => {
  const { ipeos, login, platform } = await newPerson()
  await ipeos(['config', 'set', 'url', 'https://one.example'])
  await login('alice', '--url', 'https://two.example')
  expect(await platform()).toBe('https://two.example')
})

test('a login where commands go anyway writes no address', async () => {
  const { ipeos, login, settings } = await newPerson()
  const file = join(mkdtempSync(join(tmpdir(), 'ipeos-organisation-')), 'one.json')
  writeFileSync(file, JSON.stringify({ version: 1, name: 'One', url: 'https://one.example' }))
  expect(await ipeos(['config', 'import', file, '--yes'])).toMatchObject({ code: 0 })
  expect(await login('alice')).toMatchObject({ code: 0 })
  expect(JSON.parse(readFileSync(settings, 'utf8')).url).toBeUndefined()
})

test('after a logout the platform is still the one of the last login', async () => {
  const { ipeos, login } = await newPerson()
  await login('alice', '--url', 'https://one.example')
  await ipeos(['logout'])
  const { out } = await ipeos(['config', 'get', 'url'])
  expect(out).toBe('https://one.example\n')
})

test.each([
  ['IPEOS_URL', 'https://one.example'],
  ['IPEOS_ACCOUNT', 'bob@one.example'],
])('%s that keeps a login from being the current one is told', async (variable, value) => {
  const { ipeos } = await newPerson()
  const words = ['login', '--url', 'https://two.example', '--user', 'alice', '--password-stdin']
  const { notes } = await ipeos(words, { stdin: 'alice-secret', env: { [variable]: value } })
  expect(notes).toContain(`${variable} is set (${value})`)
})

test('a login to the embedded platform is enough to use it, until another login', async () => {
  const { login, platform } = await newPerson()
  await login('alice', '--url', 'https://one.example')
  expect((await login('alice', '--sandbox')).notes).toContain('to end it: ipeos logout')
  expect(await platform()).toBe('sandbox')
  await login('alice', '--url', 'https://two.example')
  expect(await platform()).toBe('https://two.example')
})

test('its account may be used by its name, and another one after it', async () => {
  const { ipeos, login, platform } = await newPerson()
  await login('alice', '--sandbox')
  await login('alice', '--url', 'https://one.example')
  await ipeos(['account', 'use', 'alice@sandbox'])
  expect(await platform()).toBe('sandbox')
  await ipeos(['account', 'use', 'alice@one.example'])
  expect(await platform()).toBe('https://one.example')
})

test('a login that names no place means the platform, though one rehearses', async () => {
  const { ipeos, login, platform } = await newPerson()
  await ipeos(['config', 'set', 'url', 'https://one.example'])
  await login('alice', '--sandbox')
  await login('alice')
  expect(await platform()).toBe('https://one.example')
})

test('a logout ends the rehearsal, and commands go where they went before', async () => {
  const { ipeos, login, platform } = await newPerson()
  await login('alice', '--url', 'https://one.example')
  await login('alice', '--sandbox')
  const { notes } = await ipeos(['logout'])
  expect([notes, await platform()]).toEqual([expect.stringContaining('The rehearsal is over.'), 'https://one.example'])
})

test('an address that is set ends the rehearsal too', async () => {
  const { ipeos, login, platform } = await newPerson()
  await login('alice', '--url', 'https://one.example')
  await login('alice', '--sandbox')
  await ipeos(['config', 'set', 'url', 'https://one.example'])
  expect(await platform()).toBe('https://one.example')
})

test('a credential of the environment is for the platform, though somebody rehearses here', async () => {
  const { ipeos, login, platform } = await newPerson()
  await ipeos(['config', 'set', 'url', 'https://one.example'])
  await login('alice', '--sandbox')
  expect(await platform({ env: { IPEOS_USER: 'bob', IPEOS_PASSWORD: 'bob-secret' } })).toBe('https://one.example')
})

test('each screen says that it is a rehearsal', async () => {
  const { ipeos, login } = await newPerson()
  await login('alice', '--sandbox')
  for (const words of [['whoami'], ['ticket', 'list'], ['home']])
    expect((await ipeos(words, { columns: 80 })).notes).toContain(banner)
})

test.each([
  ['nobody reads', ['whoami'], {}],
  ['is to be quiet', ['whoami', '--quiet'], { columns: 80 }],
  ['named the place itself', ['whoami', '--sandbox'], { columns: 80 }],
])('a command that %s does not say so', async (_, words, options) => {
  const { ipeos, login } = await newPerson()
  await login('alice', '--sandbox')
  const { code, out, notes } = await ipeos(words, options)
  expect([code, `${out}${notes}`]).toEqual([0, expect.not.stringContaining('Rehearsal')])
})
