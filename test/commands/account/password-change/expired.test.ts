import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'
import { type Answer, ctrlC } from '../../../support/scripted-prompts.ts'

const old = 'alice-secret'
const fresh = 'Tout-Neuf-2030'
const chosen: Answer[] = [
  ['New password', fresh],
  ['The same again', fresh],
]

async function expired(glpi: '10.0' | '11.0' = '11.0', days?: number) {
  const site = await openSandbox({ glpi })
  site.expirePassword('alice', days)
  return { site, desk: newDesk(site, { user: null }) }
}

describe.each(['10.0', '11.0'] as const)('a password that has expired, on %s', (glpi) => {
  test('leads at login to a new one, with which one is logged in', async () => {
    const { desk } = await expired(glpi)
    const answers: Answer[] = [['Password', old], ...chosen, ['Keep a token', false]]
    const { code, notes } = await desk.ipeos(['login', '--user', 'alice'], { columns: 200, answers })
    expect([code, notes]).toEqual([0, expect.stringMatching(/has expired[\s\S]*in place[\s\S]*Welcome, Alice Durand/)])
    expect(desk.keychain.get('alice@support.example')?.credential).toEqual({ user: 'alice', password: fresh })
    expect(await desk.ipeos(['whoami'])).toMatchObject({ code: 0 })
  })

  test('tells a script at login how a new one is chosen, and that way does', async () => {
    const { desk } = await expired(glpi)
    const { code, notes } = await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: old })
    expect([code, notes]).toEqual([4, expect.stringContaining('has expired')])
    const told = /ipeos (password change .*--password-stdin)/.exec(notes)?.[1] ?? ''
    expect(await desk.ipeos(told.split(' '), { stdin: `${old}\n${fresh}\n` })).toMatchObject({ code: 0 })
    const again = ['login', '--user', 'alice', '--password-stdin']
    expect(await desk.ipeos(again, { stdin: fresh })).toMatchObject({ code: 0 })
  })

  test('is told by any other command once its session is over', async () => {
    const site = await openSandbox({ glpi })
    const desk = newDesk(site, { user: null })
    await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: old })
    site.expirePassword('alice')
    expect(await desk.ipeos(['ticket', 'list'])).toMatchObject({ code: 0 })
    site.killSessions()
    const { code, notes } = await desk.ipeos(['ticket', 'list'])
    expect([code, notes]).toEqual([4, expect.stringMatching(/has expired[\s\S]*ipeos password change/)])
  })
})

test('an expired password of the environment is changed by the user’s name', async () => {
  const { site } = await expired()
  const { code, notes } = await newDesk(site).ipeos(['ticket', 'list'])
  expect([code, notes]).toEqual([4, expect.stringContaining('ipeos password change --user alice; then put it into')])
})

test('leaving the questions at login changes nothing, and keeps nothing', async () => {
  const { site, desk } = await expired()
  const answers: Answer[] = [
    ['Password', old],
    ['New password', ctrlC],
  ]
  const { code, notes } = await desk.ipeos(['login', '--user', 'alice'], { columns: 200, answers })
  expect([code, notes]).toEqual([130, expect.stringContaining('your password is as it was')])
  expect([desk.keychain.size, site.requests.filter(({ path }) => path.includes('updatepassword')).length]).toEqual([
    0, 1,
  ])
})

test('a session of an expired password is ended when nothing is made of it', async () => {
  const { site, desk } = await expired()
  await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: old })
  const sent = (path: RegExp) => site.requests.filter((one) => path.test(one.path)).length
  expect(sent(/killSession/)).toBe(sent(/initSession/))
})

test('an account that was switched off for it is told as that', async () => {
  const { site, desk } = await expired('11.0', 8)
  site.configuration.passwordLockDelay = 7
  const { code, notes } = await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: old })
  expect([code, notes]).toEqual([4, expect.stringMatching(/switched off[\s\S]*ipeos contact/)])
})
