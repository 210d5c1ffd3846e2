import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { type CallOptions, newDesk } from '../../support/desk.ts'
import { ctrlC } from '../../support/scripted-prompts.ts'
import { platformsAt } from '../../support/two-platforms.ts'

/** One person: alice on two platforms, and bob on one of them. */
async function person() {
  const [first, second] = [await openSandbox({ glpi: '10.0' }), await openSandbox({ glpi: '11.0' })]
  const desk = newDesk(first, { user: null })
  const http = platformsAt({ 'one.example': first, 'two.example': second })
  const ipeos = (words: string[], { env, ...options }: CallOptions = {}) =>
    desk.ipeos(words, { ...options, env: { IPEOS_URL: '', ...env }, world: { http } })
  const login = (user: string, host: string) =>
    ipeos(['login', '--url', `https://${host}`, '--user', user, '--password-stdin'], { stdin: `${user}-secret` })
  await login('alice', 'one.example')
  await login('alice', 'two.example')
  await login('bob', 'two.example')
  return { first, second, desk, ipeos }
}

type Person = Awaited<ReturnType<typeof person>>

async function whoIs({ ipeos }: Person, ...words: string[]): Promise<string> {
  const { out, notes } = await ipeos(['whoami', '--json', 'login,platform', ...words])
  if (!out) throw new Error(notes)
  const { login, platform } = JSON.parse(out)
  return `${login} ${new URL(platform).host}`
}

test('the list names every account, and the platform of each', async () => {
  const { ipeos } = await person()
  const { out } = await ipeos(['account', 'list', '--json', 'name,platform,current'])
  expect(JSON.parse(out)).toEqual([
    { name: 'alice@one.example', platform: 'https://one.example', current: false },
    { name: 'alice@two.example', platform: 'https://two.example', current: false },
    { name: 'bob@two.example', platform: 'https://two.example', current: true },
  ])
})

test('no column of the list is empty, for nobody chose a profile', async () => {
  const { ipeos } = await person()
  const { out } = await ipeos(['account', 'list', '--lang', 'en'], { columns: 80, env: { NO_COLOR: '1' } })
  expect(out.split('\n')[0]?.trim().split(/ {2,}/)).toEqual(['Account', 'Secret'])
})

test('the account that is used is that of the next commands, its platform with it, and is marked', async () => {
  const someone = await person()
  for (const name of ['alice@one.example', 'bob@two.example', 'alice@two.example']) {
    expect(await someone.ipeos(['account', 'use', name])).toMatchObject({ code: 0 })
    expect(await whoIs(someone)).toBe(name.replace('@', ' '))
    const { out } = await someone.ipeos(['account', 'list', '--json', 'name,current'])
    expect(JSON.parse(out).filter(({ current }: { current: boolean }) => current)).toEqual([{ name, current: true }])
  }
})

test('--account and IPEOS_ACCOUNT name another one for one call', async () => {
  const someone = await person()
  await someone.ipeos(['account', 'use', 'bob'])
  expect(await whoIs(someone, '--account', 'alice@one.example')).toBe('alice one.example')
  const { out } = await someone.ipeos(['whoami', '--json', 'login'], { env: { IPEOS_ACCOUNT: 'alice@two.example' } })
  expect(JSON.parse(out)).toEqual({ login: 'alice' })
  expect(await whoIs(someone)).toBe('bob two.example')
})

test('a user name that two platforms have does not say which', async () => {
  const { ipeos } = await person()
  const { code, notes } = await ipeos(['account', 'use', 'alice', '--url', 'https://third.example'])
  expect([code, notes]).toEqual([2, expect.stringMatching(/alice@one\.example, alice@two\.example/)])
})

test('on one of the two platforms, the user name alone means the account there', async () => {
  const { ipeos } = await person()
  const { notes } = await ipeos(['account', 'use', 'alice', '--url', 'https://two.example'])
  expect(notes).toContain('Commands now use alice@two.example.')
})

test('an account that is not there is not found, and near ones are named', async () => {
  const { ipeos } = await person()
  const { code, notes } = await ipeos(['account', 'use', 'bobb@two.example'])
  expect([code, notes]).toEqual([3, expect.stringContaining('bob@two.example')])
})

test('choices of one account are not those of the others', async () => {
  const { ipeos } = await person()
  await ipeos(['account', 'use', 'alice@one.example'])
  await ipeos(['entity', 'use', '1', '--alone'])
  const { out } = await ipeos(['account', 'list', '--json', 'name,entity'])
  expect(JSON.parse(out)).toEqual([
    { name: 'alice@one.example', entity: 'IPEOS > IPEOS-WTC' },
    { name: 'alice@two.example', entity: null },
    { name: 'bob@two.example', entity: null },
  ])
})

test('each account has its own form, in a file of its own', async () => {
  const { ipeos, desk } = await person()
  const names = ['alice@one.example', 'alice@two.example', 'bob@two.example']
  const equipment = []
  for (const name of names) {
    const { out } = await ipeos(['ticket', 'form', '--json', '--account', name])
    equipment.push(JSON.stringify(JSON.parse(out).equipment))
  }
  expect(equipment[0]).not.toBe(equipment[2])
  expect(readdirSync(join(desk.home, '.cache', 'ipeos')).filter((file) => file.startsWith('form-'))).toHaveLength(3)
})

test('a draft of one platform is not sent to the other, though the user has the same name there', async () => {
  const { ipeos, second } = await person()
  const answers: CallOptions['answers'] = [
    ['Type', undefined],
    ['Urgency', 'High'],
    [/informed/, ctrlC],
  ]
  await ipeos(['ticket', 'new', '--account', 'alice@one.example'], { columns: 80, answers })
  const [draft] = JSON.parse((await ipeos(['draft', 'list', '--json', 'id,platform'])).out)
  expect(draft.platform).toBe('https://one.example')
  const before = second.requests.length
  const { code, notes } = await ipeos(['ticket', 'new', '--resume', draft.id, '--account', 'alice@two.example'])
  expect([code, notes]).toEqual([2, expect.stringContaining('one.example')])
  expect(second.requests.slice(before).filter(({ method }) => method === 'POST')).toEqual([])
})

test('removing one ends its session and forgets its secrets, and nothing of the others', async () => {
  const { ipeos, desk, second } = await person()
  const { code, notes } = await ipeos(['account', 'remove', 'bob', '--yes'])
  expect([code, notes]).toEqual([0, 'bob@two.example is forgotten.\n'])
  expect(second.requests.at(-1)?.path).toContain('killSession')
  expect([...desk.keychain.keys()].sort()).toEqual(['alice@one.example', 'alice@two.example'])
  const settings = JSON.parse(readFileSync(join(desk.home, '.config', 'ipeos', 'settings.json'), 'utf8'))
  expect(Object.keys(settings.accounts).sort()).toEqual(['alice@one.example', 'alice@two.example'])
})

test('removing asks first, and no is no', async () => {
  const { ipeos, desk } = await person()
  const answers: CallOptions['answers'] = [['Forget bob@two.example', false]]
  expect(await ipeos(['account', 'remove', 'bob'], { columns: 80, answers })).toMatchObject({ code: 130 })
  expect(desk.keychain.size).toBe(3)
})

test('without a terminal, removing wants --yes', async () => {
  const { ipeos, desk } = await person()
  const { code, notes } = await ipeos(['account', 'remove', 'bob'])
  expect([code, notes, desk.keychain.size]).toEqual([2, expect.stringContaining('--yes'), 3])
})

test('the drafts of an account that is removed stay, and that is said', async () => {
  const { ipeos } = await person()
  await ipeos(['account', 'use', 'alice@one.example'])
  const answers: CallOptions['answers'] = [
    ['Type', undefined],
    ['Urgency', 'High'],
    [/informed/, ctrlC],
  ]
  await ipeos(['ticket', 'new'], { columns: 80, answers })
  const { notes } = await ipeos(['account', 'remove', 'alice@one.example', '--yes'])
  expect(notes).toContain('A draft of this account is still here')
})

test('nobody’s accounts are none, and that is no failure', async () => {
  const desk = newDesk(await openSandbox(), { user: null })
  expect(await desk.ipeos(['account', 'list'])).toMatchObject({ code: 0, out: '' })
  expect(JSON.parse((await desk.ipeos(['account', 'list', '--json'])).out)).toEqual([])
})

test('whoever is logged in elsewhere only is told how to log in, and where else, by commands to copy', async () => {
  const { ipeos } = await person()
  const { code, notes } = await ipeos(['ticket', 'list', '--url', 'https://third.example'])
  expect([code, notes]).toEqual([4, expect.stringMatching(/ipeos login --url https:\/\/third.example\n/)])
  expect(notes).toMatch(/ipeos account use alice@one\.example\n$/)
})
