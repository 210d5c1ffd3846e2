import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { type Desk, newDesk } from '../../support/desk.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'

/** Henri, whom the platform takes for an Observer; a customer only on IPEOS-WTC. */
async function henri(glpi: (typeof glpiVersions)[number] = '11.0') {
  const site = await openSandbox({ glpi })
  const desk = newDesk(site, { user: null })
  await desk.ipeos(['login', '--user', 'henri', '--password-stdin'], { stdin: 'henri-secret' })
  return { site, desk }
}

function settingsOf({ home }: Desk) {
  return JSON.parse(readFileSync(join(home, '.config', 'ipeos', 'settings.json'), 'utf8'))
}

test.each(glpiVersions)('on %s, a profile that is chosen is that of the next commands', async (glpi) => {
  const { desk } = await henri(glpi)
  const { code, notes } = await desk.ipeos(['profile', 'use', 'self'])
  expect([code, notes]).toEqual([0, 'You are now Self-Service, on IPEOS > IPEOS-WTC.\n'])
  const { out } = await desk.ipeos(['whoami', '--json', 'profile,entity'])
  expect(JSON.parse(out)).toEqual({ profile: 'Self-Service', entity: 'IPEOS > IPEOS-WTC' })
})

test('the choice lives with the account, and outlives its session', async () => {
  const { desk } = await henri()
  await desk.ipeos(['profile', 'use', 'Self-Service'])
  const [account] = Object.values(settingsOf(desk).accounts)
  expect(account).toMatchObject({ user: 'henri', profile: { id: 1, name: 'Self-Service' } })
  for (const secrets of desk.keychain.values()) Reflect.deleteProperty(secrets, 'session')
  const { out } = await desk.ipeos(['whoami', '--json', 'profile'])
  expect(JSON.parse(out)).toEqual({ profile: 'Self-Service' })
})

test('after a choice, a command is still one request', async () => {
  const { desk, site } = await henri()
  await desk.ipeos(['profile', 'use', '1'])
  const before = site.requests.length
  await desk.ipeos(['ticket', 'list'])
  expect(site.requests.length - before).toBe(1)
})

test('the form that was kept for one profile is not another’s', async () => {
  const { desk } = await henri()
  const source = async (...words: string[]) =>
    JSON.parse((await desk.ipeos(['ticket', 'form', '--json', 'source', ...words])).out).source
  expect(await source()).toBe('api')
  expect(await source('--profile', 'Self-Service')).toBe('web-form')
  expect(await source()).toBe('api')
  await desk.ipeos(['profile', 'use', 'Self-Service'])
  expect(await source()).toBe('web-form')
})

test('one call with --profile changes nothing for the others', async () => {
  const { desk } = await henri()
  const kept = () => JSON.stringify([...desk.keychain])
  const before = kept()
  const { out } = await desk.ipeos(['whoami', '--json', 'profile', '--profile', 'self-service'])
  expect(JSON.parse(out)).toEqual({ profile: 'Self-Service' })
  expect(kept()).toBe(before)
  const after = await desk.ipeos(['whoami', '--json', 'profile'])
  expect(JSON.parse(after.out)).toEqual({ profile: 'Observer' })
})

test('the session of such a call is ended with it', async () => {
  const { desk, site } = await henri()
  const before = site.requests.length
  await desk.ipeos(['ticket', 'list', '--profile', 'Self-Service'])
  expect(site.requests.slice(before).at(-1)).toMatchObject({ path: expect.stringContaining('killSession') })
})

test('IPEOS_PROFILE says the same as the flag', async () => {
  const { desk } = await henri()
  const { out } = await desk.ipeos(['whoami', '--json', 'profile'], { env: { IPEOS_PROFILE: '1' } })
  expect(JSON.parse(out)).toEqual({ profile: 'Self-Service' })
})

test.each([
  ['profile', 'use', 'Self-Servce'],
  ['ticket', 'list', '--profile', 'Self-Servce'],
])('a profile that one does not hold is not found, and those that one holds are named: %s %s %s', async (...words) => {
  const { desk } = await henri()
  const { code, notes } = await desk.ipeos(words)
  expect(code).toBe(3)
  expect(notes).toContain('Self-Service')
})

test('the list marks the one in use, and says where each is held', async () => {
  const { desk } = await henri()
  const { out } = await desk.ipeos(['profile', 'list', '--json'])
  expect(JSON.parse(out)).toEqual([
    { id: 2, name: 'Observer', entities: ['IPEOS'], current: true },
    { id: 1, name: 'Self-Service', entities: ['IPEOS-WTC'], current: false },
  ])
})

test('on a terminal the list fits 40 columns, and says how to use another one', async () => {
  const { desk } = await henri()
  const { out, notes } = await desk.ipeos(['profile', 'list', '--color', 'never'], { columns: 40 })
  expect(out).toMatch(/^\* +2 +Observer +IPEOS$/m)
  expect(notes).toContain('ipeos profile use NAME')
})

test('without a name, one chooses from the list', async () => {
  const { desk } = await henri()
  const answers = [['Profile', 'Self-Service (IPEOS-WTC)']] as const
  const { notes } = await desk.ipeos(['profile', 'use'], { columns: 80, answers: answers.map(([q, a]) => [q, a]) })
  expect(notes).toContain('You are now Self-Service')
})

test('without a name nor a terminal, the name is what is missing', async () => {
  const { desk } = await henri()
  expect(await desk.ipeos(['profile', 'use'])).toMatchObject({ code: 2 })
})

test('with a login of the environment alone there is no place for a choice, and the variable is named', async () => {
  const desk = newDesk(await openSandbox(), { user: 'henri' })
  const { code, notes } = await desk.ipeos(['profile', 'use', 'Self-Service'])
  expect(code).toBe(2)
  expect(notes).toContain('IPEOS_PROFILE')
})

test.each([['profile'], ['entity']])('who is not logged in is told so by «%s use»', async (noun) => {
  const desk = newDesk(await openSandbox(), { user: null })
  const { code, notes } = await desk.ipeos([noun, 'use', 'x'])
  expect([code, notes]).toEqual([4, expect.stringContaining('ipeos login')])
})

test('a profile that was taken away meanwhile is told, and another one can be chosen', async () => {
  const { desk } = await henri()
  await desk.ipeos(['profile', 'use', 'Self-Service'])
  const settings = settingsOf(desk)
  const [name = ''] = Object.keys(settings.accounts)
  settings.accounts[name].profile = { id: 4, name: 'Super-Admin' }
  writeFileSync(join(desk.home, '.config', 'ipeos', 'settings.json'), JSON.stringify(settings))
  const refused = await desk.ipeos(['ticket', 'list'])
  expect([refused.code, refused.notes]).toEqual([3, expect.stringContaining('ipeos profile list')])
  expect(await desk.ipeos(['profile', 'list'])).toMatchObject({ code: 0 })
  expect(await desk.ipeos(['profile', 'use', 'Self-Service'])).toMatchObject({ code: 0 })
  expect(await desk.ipeos(['ticket', 'list'])).toMatchObject({ code: 0 })
})
