import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk, siteUrl } from '../../../support/desk.ts'
import { type Answer, ctrlC, shiftTab } from '../../../support/scripted-prompts.ts'

const noToken: Answer = ['Keep a token', false]
const asked: Answer[] = [[`User name on ${siteUrl}`, 'alice'], ['Password', 'alice-secret'], noToken]

async function newPlace(configuration: Parameters<typeof openSandbox>[0] = {}) {
  const site = await openSandbox(configuration)
  return { site, desk: newDesk(site, { user: null }) }
}

test('who answers the two questions is logged in, and told as whom', async () => {
  const { desk } = await newPlace()
  const result = await desk.ipeos(['login'], { columns: 200, answers: asked })
  expect(result).toMatchObject({ code: 0, out: '' })
  expect(result.notes).toContain('Welcome, Alice Durand!')
  expect(result.notes).toMatch(/Self-Service, .*IPEOS-WTC/)
  expect(result.notes).toContain('in the keychain')
})

test('in French, one is welcomed in French', async () => {
  const { desk } = await newPlace()
  const answers: Answer[] = [
    ['Identifiant sur', 'alice'],
    ['Mot de passe', 'alice-secret'],
    ['Garder un jeton', false],
  ]
  const { notes } = await desk.ipeos(['login', '--lang', 'fr'], { columns: 200, answers })
  expect(notes).toMatch(/Bienvenue, Alice Durand\s!/)
})

test('the credential and its session are kept for the next command', async () => {
  const { desk, site } = await newPlace()
  await desk.ipeos(['login'], { columns: 80, answers: asked })
  const before = site.requests.length
  const { code } = await desk.ipeos(['ticket', 'list'])
  expect([code, site.requests.length - before]).toEqual([0, 1])
})

test('a question whose answer is given is not asked', async () => {
  const { desk } = await newPlace()
  const answers: Answer[] = [['Password', 'alice-secret'], noToken]
  expect(await desk.ipeos(['login', '--user', 'alice'], { columns: 80, answers })).toMatchObject({ code: 0 })
})

test.each([
  ['asked for', [], [['User name', 'alice'] satisfies Answer]],
  ['given', ['--user', 'alice'], []],
])('after a wrong password that alone is asked for again, where the name was %s', async (_how, flags, first) => {
  const { desk } = await newPlace()
  const answers: Answer[] = [...first, ['Password', 'wrong'], ['Password', 'alice-secret'], noToken]
  const { code, notes } = await desk.ipeos(['login', ...flags], { columns: 200, answers })
  expect([code, notes]).toEqual([0, expect.stringContaining('with the user name alice. Type it again, or go back')])
})

test('from the first password one goes back to the name that was typed', async () => {
  const { desk } = await newPlace()
  const answers: Answer[] = [
    ['User name', 'henri'],
    ['Password', shiftTab],
    ['User name', 'alice'],
    ['Password', 'alice-secret'],
    noToken,
  ]
  const { code, notes } = await desk.ipeos(['login'], { columns: 80, answers })
  expect([code, notes]).toEqual([0, expect.stringContaining('Alice Durand')])
})

test.each([
  ['asked for', [], [['User name', 'alcie'] satisfies Answer]],
  ['given', ['--user', 'alcie'], []],
])('a wrong user name that was %s may be corrected', async (_how, flags, first) => {
  const { desk } = await newPlace()
  const answers: Answer[] = [
    ...first,
    ['Password', 'alice-secret'],
    ['Password', shiftTab],
    ['User name', 'alice'],
    ['Password', 'alice-secret'],
    noToken,
  ]
  const { code, notes } = await desk.ipeos(['login', ...flags], { columns: 80, answers })
  expect([code, notes]).toEqual([0, expect.stringContaining('Alice Durand')])
})

test('after three wrong passwords it ends, nothing is kept, and the reset is named', async () => {
  const { desk } = await newPlace()
  const wrong: Answer = ['Password', 'wrong']
  const { code, notes } = await desk.ipeos(['login', '--user', 'alice'], {
    columns: 80,
    env: { NO_COLOR: '1' },
    answers: [wrong, wrong, wrong],
  })
  expect([code, desk.keychain.size]).toEqual([4, 0])
  expect(notes).toContain(' Try again: ipeos login --user alice\n    Password forgotten: ipeos password reset\n')
})

test('a forgotten password is spoken of at the first failure', async () => {
  const { desk } = await newPlace()
  const answers: Answer[] = [...asked.slice(0, 1), ['Password', 'wrong'], ['Password', ctrlC]]
  const { notes } = await desk.ipeos(['login'], { columns: 80, env: { NO_COLOR: '1' }, answers })
  expect(notes).toContain('Password forgotten? Ctrl+C, then: ipeos password reset')
})

test('an address that is given as the name is told to be none, once it is refused', async () => {
  const { desk } = await newPlace()
  const answers: Answer[] = [
    ['User name', 'alice@ipeos.example'],
    ['Password', 'alice-secret'],
    ['Password', shiftTab],
    ['User name', 'alice'],
    ['Password', 'alice-secret'],
    noToken,
  ]
  const { code, notes } = await desk.ipeos(['login'], { columns: 200, answers })
  expect([code, notes]).toEqual([0, expect.stringContaining('The user name is not the e-mail address')])
})

test('a person is told what may be done now, and a script is not', async () => {
  const { desk } = await newPlace()
  const { notes } = await desk.ipeos(['login'], { columns: 80, answers: asked })
  expect(notes).toMatch(/ipeos ticket new.*open a ticket/)
  const script = await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: 'alice-secret' })
  expect(script.notes).not.toContain('ipeos ticket new')
})

test('on the embedded platform nobody need be named: there is an account for trying', async () => {
  const { desk } = await newPlace()
  const { code, notes } = await desk.ipeos(['login', '--sandbox'], { env: { IPEOS_URL: '' } })
  expect([code, notes]).toEqual([0, expect.stringContaining('Durand')])
})

test('another refusal than a wrong password is not asked again', async () => {
  const { desk } = await newPlace({ configuration: { credentialsLoginEnabled: false } })
  const answers: Answer[] = [...asked.slice(0, 2), ['from its page', false]]
  const { code, notes } = await desk.ipeos(['login'], { columns: 80, answers })
  expect([code, desk.keychain.size]).toEqual([4, 0])
  expect(notes).toContain('--token-stdin')
})

test('a password comes in on standard input, whole but for the end of its line', async () => {
  const { desk } = await newPlace()
  const result = await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: 'alice-secret\r\n' })
  expect(result.code).toBe(0)
})

test('a password that ends in a space is not that password without it', async () => {
  const { desk } = await newPlace()
  const result = await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: 'alice-secret \n' })
  expect([result.code, desk.keychain.size]).toEqual([4, 0])
})

test('a token comes in on standard input, and says who one is', async () => {
  const { desk } = await newPlace()
  const result = await desk.ipeos(['login', '--token-stdin'], { stdin: 'alice-token\n' })
  expect(result.notes).toContain('Alice Durand')
  expect([...desk.keychain.keys()]).toEqual(['alice@support.example'])
})

test.each([
  ['nothing', ''],
  ['an empty line', '\n'],
  ['two lines', 'alice-secret\nmore\n'],
])('%s on standard input is no password', async (_, stdin) => {
  const { desk, site } = await newPlace()
  const { code } = await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin })
  expect([code, site.requests]).toEqual([2, []])
})

test('without a terminal all that is missing is named at once, and nobody is asked', async () => {
  const { desk, site } = await newPlace()
  const { code, notes } = await desk.ipeos(['login'])
  expect([code, site.requests]).toEqual([2, []])
  expect(notes).toMatch(/--user[\s\S]*--password-stdin/)
})

test('a token with a user name is kept where it is that person’s', async () => {
  const { desk } = await newPlace()
  const { code } = await desk.ipeos(['login', '--user', 'Alice', '--token-stdin'], { stdin: 'alice-token' })
  expect([code, [...desk.keychain.keys()]]).toEqual([0, ['alice@support.example']])
})

test('a token with the name of somebody else is not kept, its session ended, and the ways out named', async () => {
  const { desk, site } = await newPlace()
  const { code, notes } = await desk.ipeos(['login', '--user', 'alice', '--token-stdin'], { stdin: 'henri-token' })
  expect([code, desk.keychain.size]).toEqual([5, 0])
  expect(notes.replace(/\s+/g, ' ')).toMatch(/Give the token of alice, or, to log in as henri, leave --user alice out/)
  expect(site.requests.at(-1)?.path).toContain('killSession')
})

test('a token and a password on one input are a contradiction', async () => {
  const { desk, site } = await newPlace()
  const { code } = await desk.ipeos(['login', '--password-stdin', '--token-stdin'], { stdin: 'alice-token' })
  expect([code, site.requests]).toEqual([2, []])
})

test.each([['--app-token'], ['IPEOS_APP_TOKEN']])('the application token of %s is sent, and kept', async (way) => {
  const { desk } = await newPlace({ configuration: { appToken: 'app-1' } })
  const [words, env] = way === '--app-token' ? [['--app-token', 'app-1'], {}] : [[], { IPEOS_APP_TOKEN: 'app-1' }]
  const stdin = 'alice-secret'
  const first = await desk.ipeos(['login', '--user', 'alice', '--password-stdin', ...words], { stdin, env })
  const next = await desk.ipeos(['ticket', 'list'])
  expect([first.code, next.code]).toEqual([0, 0])
})

test('plain http to elsewhere is refused before anything is asked', async () => {
  const { desk, site } = await newPlace()
  const { code, notes } = await desk.ipeos(['login', '--url', 'http://support.example'], { columns: 80 })
  expect([code, site.requests]).toEqual([2, []])
  expect(notes).toContain('--allow-http')
})

test('plain http that was accepted at login is used by the next commands', async () => {
  const { desk } = await newPlace()
  const url = ['--url', 'http://support.example']
  await desk.ipeos(['login', ...url, '--allow-http'], {
    columns: 80,
    answers: [['User', 'alice'], ['Password', 'alice-secret'], noToken],
  })
  expect(await desk.ipeos(['ticket', 'list', ...url])).toMatchObject({ code: 0 })
})

test('--insecure-storage keeps the secret in a file, and says where', async () => {
  const { desk } = await newPlace()
  const env = { IPEOS_CONFIG_DIR: join(desk.home, 'config') }
  const { notes } = await desk.ipeos(['login', '--insecure-storage'], { columns: 200, answers: asked, env })
  expect(notes).toContain(join(desk.home, 'config', 'secrets.json'))
  expect(existsSync(join(desk.home, 'config', 'secrets.json'))).toBe(true)
  expect(await desk.ipeos(['whoami'], { env })).toMatchObject({ code: 0 })
})

test('no password ever stands in what is written to the person, even with --debug', async () => {
  const { desk } = await newPlace()
  const { code, notes } = await desk.ipeos(['login', '--debug'], { columns: 80, answers: asked })
  expect(code).toBe(0)
  expect(notes).not.toContain('alice-secret')
  expect(notes).not.toContain(Buffer.from('alice:alice-secret').toString('base64'))
})

test('who logs in beside an environment that wins is told so', async () => {
  const { desk } = await newPlace()
  const { notes } = await desk.ipeos(['login'], { columns: 200, answers: asked, env: { IPEOS_TOKEN: 'alice-token' } })
  expect(notes).toContain('IPEOS_TOKEN')
})

test('logging in anew ends the session that the account had', async () => {
  const site = await openSandbox()
  const desk = newDesk(site, { user: null })
  const words = ['login', '--user', 'alice', '--password-stdin']
  await desk.ipeos(words, { stdin: 'alice-secret' })
  const former = [...desk.keychain.values()][0]?.session?.token ?? ''
  await desk.ipeos(words, { stdin: 'alice-secret' })
  const headers = { 'Session-Token': former }
  const asked = await site.fetch(new Request('https://support.example/api.php/v1/getActiveProfile', { headers }))
  expect(asked.status).toBe(401)
  expect(await desk.ipeos(['ticket', 'list'])).toMatchObject({ code: 0 })
})

test('a former session that cannot be ended is no reason to fail', async () => {
  const site = await openSandbox()
  const desk = newDesk(site, { user: null })
  const words = ['login', '--user', 'alice', '--password-stdin']
  await desk.ipeos(words, { stdin: 'alice-secret' })
  site.faults.inject({ kind: 'status', status: 500, match: { path: /killSession/ }, times: 100 })
  expect(await desk.ipeos(words, { stdin: 'alice-secret' })).toMatchObject({ code: 0 })
  expect(await desk.ipeos(['whoami'])).toMatchObject({ code: 0 })
})
