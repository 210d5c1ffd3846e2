import { describe, expect, test } from 'vitest'
import { neededTools } from '../support/left-out.ts'
import { type KeychainStep, keychainSteps, openDesktopSession } from '../support/secret-service.ts'

const alice = 'alice@support.example'
const secrets = { credential: { user: 'alice', password: 'pässword «secret»' } }
const allSteps: KeychainStep[] = [
  ['get', alice],
  ['set', alice, secrets],
  ['remove', alice],
]

describe.runIf(neededTools('dbus-run-session', 'gnome-keyring-daemon'))('in a real Secret Service', () => {
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

  test('a locked keyring is told as such, at once, and no window opens', async () => {
    const { env, home } = await openDesktopSession('unlocked')
    await keychainSteps(env, [['set', alice, secrets]])
    const later = await openDesktopSession('locked', home)
    const { results, duration } = await keychainSteps(later.env, allSteps)
    expect(results).toEqual(allSteps.map(() => 'settings.keychain-locked'))
    expect([duration < 1500, later.disturbed()]).toEqual([true, false])
  })

  test('where nobody ever made a keyring, nothing is found and nothing is stored, and no window opens', async () => {
    const session = await openDesktopSession('empty')
    const { results, duration } = await keychainSteps(session.env, allSteps)
    expect(results).toEqual([null, 'settings.keychain-locked', false])
    expect([duration < 1500, session.disturbed()]).toEqual([true, false])
  })

  test('a bus without a Secret Service is told as such, at once', async () => {
    const { env } = await openDesktopSession('absent')
    const { results, duration } = await keychainSteps(env, allSteps)
    expect(results).toEqual(allSteps.map(() => 'settings.keychain-absent'))
    expect(duration).toBeLessThan(1500)
  })

  test('a Secret Service that never answers holds a command back for three seconds, and its end not at all', async () => {
    const { env } = await openDesktopSession('frozen')
    const { results, code, duration } = await keychainSteps(env, [['get', alice]])
    expect([results, code]).toEqual([['settings.keychain-silent'], 0])
    expect(duration).toBeGreaterThan(2900)
    expect(duration).toBeLessThan(4500)
  })
})

test.each([
  ['no bus at all', {}],
  ['a bus that is gone', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' }],
  ['a bus of another machine', { DBUS_SESSION_BUS_ADDRESS: 'tcp:host=192.0.2.1,port=1' }],
])('with %s there is no keychain, and that is known at once', async (_, env) => {
  const { results, duration } = await keychainSteps(env as Record<string, string>, allSteps)
  expect(results).toEqual(allSteps.map(() => 'settings.keychain-absent'))
  expect(duration).toBeLessThan(1500)
})
