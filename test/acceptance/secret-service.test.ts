import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { needs } from '../support/left-out.ts'
import { key, personAt } from '../support/pty.ts'
import { type KeychainStep, keychainSteps, keyringTools, openDesktopSession } from '../support/secret-service.ts'
import { openSite } from '../support/site.ts'

const alice = 'alice@support.example'
const secrets = { credential: { user: 'alice', password: 'pässword «secret»' } }
const allSteps: KeychainStep[] = [
  ['get', alice],
  ['set', alice, secrets],
  ['remove', alice],
]

/** The files below this folder whose bytes hold this text. */
function filesWith(folder: string, text: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => join(parentPath, name)).filter((path) => readFileSync(path).includes(text))
}

describe('in a real Secret Service', () => {
  needs(...keyringTools)

  test('a secret is stored, read by another process, and removed', async () => {
    const { env } = await openDesktopSession('unlocked')
    const first = await keychainSteps(env, [
      ['get', alice],
      ['set', alice, secrets],
    ])
    const second = await keychainSteps(env, [
      ['get', alice],
      ['remove', alice],
      ['get', alice],
      ['remove', alice],
    ])
    expect([first.results, second.results]).toEqual([
      [null, null],
      [secrets, true, null, false],
    ])
  })

  test('a secret is still there when the person comes back', async () => {
    const { env, home } = await openDesktopSession('unlocked')
    await keychainSteps(env, [['set', alice, secrets]])
    const later = await openDesktopSession('unlocked', home)
    expect((await keychainSteps(later.env, [['get', alice]])).results).toEqual([secrets])
  })

  test('who logs in stays logged in from command to command, and no file holds the secret', async () => {
    const { env: sessionEnv, home } = await openDesktopSession('unlocked')
    const site = await openSite({ user: null })
    const place = { env: { ...site.env, ...sessionEnv }, folder: home }
    const words = ['login', '--user', 'alice', '--password-stdin']
    const login = await runBin(words, { ...place, stdin: 'alice-secret' })
    const whoami = await runBin(['whoami', '--json', 'login,source'], place)
    expect([login.code, JSON.parse(whoami.out)]).toEqual([0, { login: 'alice', source: 'keychain' }])
    expect(filesWith(home, 'alice-secret')).toEqual([])
    await runBin(['logout'], place)
    expect(await runBin(['whoami'], place)).toMatchObject({ code: 4 })
  })

  test('a token in the password’s place opens the sessions to come, and is gone once it is taken back', async () => {
    const { env: sessionEnv, home } = await openDesktopSession('unlocked')
    const site = await openSite({ user: null })
    const place = { env: { ...site.env, ...sessionEnv }, folder: home }
    const words = ['login', '--user', 'alice', '--password-stdin', '--save-token']
    expect(await runBin(words, { ...place, stdin: 'alice-secret' })).toMatchObject({ code: 0 })
    site.sandbox.killSessions()
    const whoami = await runBin(['whoami', '--json', 'login,source,credential'], place)
    expect(JSON.parse(whoami.out)).toEqual({ login: 'alice', source: 'keychain', credential: 'token' })
    expect(await runBin(['logout', '--revoke'], place)).toMatchObject({ code: 0 })
    expect(await runBin(['whoami'], place)).toMatchObject({ code: 4 })
    expect(filesWith(home, 'alice-secret')).toEqual([])
  })

  test('a locked keyring is told before the password, and without a file nothing is kept', async () => {
    const { env, home } = await openDesktopSession('unlocked')
    await keychainSteps(env, [['set', alice, secrets]])
    const later = await openDesktopSession('locked', home)
    const site = await openSite({ user: null })
    const person = personAt(['login', '--user', 'alice'], { env: { ...site.env, ...later.env }, folder: home })
    await person.sees('Le trousseau de cette session est verrouillé.')
    await person.sees('Mot de passe')
    person.types(`alice-secret${key.enter}`)
    await person.sees('dans un fichier que vous seul pouvez lire')
    person.types(`n${key.enter}`)
    expect(await person.leaves()).toEqual(1)
    expect(filesWith(home, 'alice-secret')).toEqual([])
    expect(site.sandbox.requests.at(-1)?.path).toContain('killSession')
  })

  test('credentials in the environment need no keyring, and a locked one stops nothing', async () => {
    const { env, home } = await openDesktopSession('unlocked')
    await keychainSteps(env, [['set', alice, secrets]])
    const later = await openDesktopSession('locked', home)
    const site = await openSite()
    const list = await runBin(['ticket', 'list'], { env: { ...site.env, ...later.env }, folder: home })
    expect([list.code, list.notes]).toEqual([0, ''])
    expect(later.disturbed()).toBe(false)
  })

  test('the session of environment credentials is kept in the keyring, and the next command takes one request', async () => {
    const { env: sessionEnv, home } = await openDesktopSession('unlocked')
    const site = await openSite()
    const place = { env: { ...site.env, ...sessionEnv }, folder: home }
    await runBin(['ticket', 'list'], place)
    const before = site.sandbox.requests.length
    await runBin(['ticket', 'list'], place)
    expect(site.sandbox.requests.length - before).toBe(1)
  })

  test('a locked keyring is told as such, at once, and no window opens', async () => {
    const { env, home } = await openDesktopSession('unlocked')
    await keychainSteps(env, [['set', alice, secrets]])
    const later = await openDesktopSession('locked', home)
    const { results } = await keychainSteps(later.env, allSteps)
    expect(results).toEqual(allSteps.map(() => 'settings.keychain-locked'))
    expect(later.disturbed()).toBe(false)
  })

  test('where nobody ever made a keyring, nothing is found and nothing is stored, and no window opens', async () => {
    const session = await openDesktopSession('empty')
    const { results } = await keychainSteps(session.env, allSteps)
    expect(results).toEqual([null, 'settings.keychain-locked', false])
    expect(session.disturbed()).toBe(false)
  })

  test('a bus without a Secret Service is told as such, at once', async () => {
    const { env } = await openDesktopSession('absent')
    const { results } = await keychainSteps(env, allSteps)
    expect(results).toEqual(allSteps.map(() => 'settings.keychain-absent'))
  })

  test('where the bus is not asked before, the words of the library say the same', async () => {
    const { env } = await openDesktopSession('absent')
    const runs = await Promise.all([env, {}].map((place) => keychainSteps(place, [['get', alice]], 'darwin')))
    expect(runs.map(({ results }) => results)).toEqual([['settings.keychain-absent'], ['settings.keychain-absent']])
  })

  // The bus itself gives up after 25 seconds.
  test('a Secret Service that never answers holds back neither a command nor its end', {
    timeout: 20_000,
  }, async () => {
    const { env } = await openDesktopSession('frozen')
    const { results, code } = await keychainSteps(env, [['get', alice]])
    expect([results, code]).toEqual([['settings.keychain-silent'], 0])
  })
})

test.each([
  ['no bus at all', {}],
  ['a bus that is gone', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' }],
  ['a bus of another machine', { DBUS_SESSION_BUS_ADDRESS: 'tcp:host=192.0.2.1,port=1' }],
])('with %s there is no keychain, and that is known at once', async (_, env) => {
  const { results } = await keychainSteps(env as Record<string, string>, allSteps)
  // One that was waited for would be silent.
  expect(results).toEqual(allSteps.map(() => 'settings.keychain-absent'))
})
