import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { KeptSession } from '../../../src/glpi/platform.ts'
import type { Account } from '../../../src/settings/account/account.ts'
import { openAccount } from '../../../src/settings/account/open-account.ts'
import { type GlobalFlags, resolveSettings } from '../../../src/settings/resolve.ts'
import { KeychainUnavailable } from '../../../src/settings/secrets/keychain.ts'
import type { KeptSecrets, SecretStore } from '../../../src/settings/secrets/store.ts'
import { readSettingsFile } from '../../../src/settings/settings-file.ts'

const alice = { user: 'alice', password: 'alice-secret' }
const environment = { IPEOS_USER: 'alice', IPEOS_PASSWORD: 'alice-secret' }

const session: KeptSession = {
  token: 'session-token',
  apiUrl: 'https://support.ipeos.com/apirest.php',
  rootUrl: 'https://support.ipeos.com',
  person: {
    id: 8,
    login: 'alice',
    name: 'Alice Durand',
    profile: { id: 1, name: 'Self-Service' },
    interface: 'helpdesk',
    entity: { id: 1, name: 'IPEOS > IPEOS-WTC' },
    language: 'fr_FR',
  },
  glpiVersion: '11.0.6',
  clockOffset: -60,
  fileLimit: 2_097_152,
}

interface Machine {
  account(flags?: GlobalFlags, env?: Record<string, string>): Promise<Account>
  /** What the keychain was asked, in order. */
  calls: string[]
  kept: Map<string, KeptSecrets>
  config: string
  /** From now on the keychain fails. */
  lock(): void
}

/** A machine with a keychain in memory: what is tested here is who asks it for what, and when. */
function newMachine(): Machine {
  const config = mkdtempSync(join(tmpdir(), 'ipeos-account-'))
  const kept = new Map<string, KeptSecrets>()
  const calls: string[] = []
  let locked = false
  const call = <Result>(name: string, work: () => Result): Promise<Result> => {
    calls.push(name)
    return locked ? Promise.reject(new KeychainUnavailable('locked')) : Promise.resolve(work())
  }
  const keychain: SecretStore = {
    get: (account) => call('get', () => structuredClone(kept.get(account))),
    set: (account, secrets) => call('set', () => void kept.set(account, structuredClone(secrets))),
    remove: (account) => call('remove', () => kept.delete(account)),
    check: () => call('check', () => undefined),
  }
  return {
    calls,
    kept,
    config,
    lock: () => {
      locked = true
    },
    account: async (flags = {}, env = {}) => {
      const file = await readSettingsFile(config)
      const folders = { config, state: config, cache: config, data: config }
      return openAccount({ settings: resolveSettings({ flags, env, file, folders }), env, file, keychain })
    },
  }
}

async function machineWithAlice(): Promise<Machine> {
  const machine = newMachine()
  await (await machine.account()).store({ user: 'alice', credential: alice, session })
  machine.calls.length = 0
  return machine
}

test('nobody logged in: the error says which command to run', async () => {
  const account = await newMachine().account()
  await expect(account.credential()).rejects.toMatchObject({
    exitCode: 4,
    hint: { key: 'settings.not-logged-in.hint' },
  })
})

test('nobody logged in: the keychain is not even asked', async () => {
  const machine = newMachine()
  const account = await machine.account()
  await account.session()
  expect(machine.calls).toEqual([])
})

test('a stored credential is there for the next command, under the name of its host', async () => {
  const account = await (await machineWithAlice()).account()
  expect([account.name, await account.credential(), await account.source()]).toEqual([
    'alice@support.ipeos.com',
    alice,
    'keychain',
  ])
})

test('a warm command reads the keychain once', async () => {
  const machine = await machineWithAlice()
  const account = await machine.account()
  await Promise.all([account.appToken(), account.session(), account.credential(), account.source()])
  await account.canKeepSession()
  expect(machine.calls).toEqual(['get'])
})

test('no secret stands in settings.json', async () => {
  const { config } = await machineWithAlice()
  expect(readFileSync(join(config, 'settings.json'), 'utf8')).not.toMatch(/alice-secret|session-token/)
})

test('secrets are not for another host; the hint names it', async () => {
  const account = await (await machineWithAlice()).account({ url: 'https://other.example' })
  await expect(account.credential()).rejects.toMatchObject({
    exitCode: 4,
    hint: { parameters: { url: 'https://other.example' } },
  })
})

test('secrets for https are not sent over http to the same host', async () => {
  const account = await (await machineWithAlice()).account({ url: 'http://support.ipeos.com' })
  await expect(account.credential()).rejects.toMatchObject({ exitCode: 2, code: 'exposed-address' })
})

test('plain http to elsewhere is used once somebody logged in there with --allow-http', async () => {
  const machine = newMachine()
  const first = await machine.account({ url: 'http://old.example' })
  await first.store({ user: 'alice', credential: alice, allowHttp: true })
  expect(await (await machine.account({ url: 'http://old.example' })).credential()).toEqual(alice)
})

test('a credential of the environment does not go over plain http either', async () => {
  const account = await newMachine().account({ url: 'http://old.example' }, environment)
  await expect(account.credential()).rejects.toMatchObject({ code: 'exposed-address' })
})

test('the site and its API are one platform', async () => {
  const account = await (await machineWithAlice()).account({ url: 'https://support.ipeos.com/apirest.php' })
  expect(await account.credential()).toEqual(alice)
})

test('the last who logged in is the one in use, and --account chooses another', async () => {
  const machine = await machineWithAlice()
  await (await machine.account()).store({ user: 'bob', credential: { token: 'bob-token' } })
  const names = [await machine.account(), await machine.account({ account: 'alice' })].map(({ name }) => name)
  expect(names).toEqual(['bob@support.ipeos.com', 'alice@support.ipeos.com'])
})

test('an unknown --account is told by its name', async () => {
  const account = await (await machineWithAlice()).account({ account: 'carol' })
  await expect(account.credential()).rejects.toMatchObject({
    exitCode: 4,
    code: 'no-such-account',
    parameters: { account: 'carol' },
  })
})

test('a new session is kept beside the credential', async () => {
  const machine = await machineWithAlice()
  await (await machine.account()).keepSession({ ...session, token: 'newer' })
  const account = await machine.account()
  expect([(await account.session())?.token, await account.credential()]).toEqual(['newer', alice])
})

test('a session does not undo a login that another command made meanwhile', async () => {
  const machine = await machineWithAlice()
  const slow = await machine.account()
  await slow.credential()
  await (await machine.account()).store({ user: 'alice', credential: { user: 'alice', password: 'changed' } })
  await slow.keepSession({ ...session, token: 'newer' })
  expect(machine.kept.get('alice@support.ipeos.com')).toEqual({ credential: { user: 'alice', password: 'changed' } })
})

test('a locked keychain is told, with the ways out', async () => {
  const machine = await machineWithAlice()
  machine.lock()
  await expect((await machine.account()).credential()).rejects.toMatchObject({
    code: 'keychain-locked',
    hint: { key: 'settings.keychain-locked.hint' },
  })
})

test('a keychain that locks after it was read costs the session, not the command', async () => {
  const machine = await machineWithAlice()
  const account = await machine.account()
  await account.credential()
  machine.lock()
  await account.keepSession({ ...session, token: 'newer' })
  expect(await account.canKeepSession()).toBe(false)
})

test('the environment comes before what is stored', async () => {
  const account = await (await machineWithAlice()).account({}, { IPEOS_TOKEN: 'a-token' })
  expect([await account.credential(), await account.source()]).toEqual([{ token: 'a-token' }, 'environment'])
})

test.each([
  [{ IPEOS_USER: 'alice' }, 'IPEOS_PASSWORD'],
  [{ IPEOS_PASSWORD: 'alice-secret' }, 'IPEOS_USER'],
])('half a credential in the environment is refused, naming %j', async (env, missing) => {
  const account = await newMachine().account({}, env as Record<string, string>)
  await expect(account.credential()).rejects.toMatchObject({ exitCode: 2, text: { parameters: { missing } } })
})

test('an account that is named comes before the credential of the environment', async () => {
  const machine = await machineWithAlice()
  const bob = { IPEOS_USER: 'bob', IPEOS_PASSWORD: 'bob-secret' }
  for (const env of [bob, { IPEOS_TOKEN: 'a-token' }, { IPEOS_USER: 'bob' }]) {
    const account = await machine.account({ account: 'alice' }, env as Record<string, string>)
    expect([account.name, await account.credential()]).toEqual(['alice@support.ipeos.com', alice])
  }
})

test('an account that is named and is nowhere is nobody, whoever the environment speaks for', async () => {
  const account = await newMachine().account({ account: 'no-such' }, environment)
  await expect(account.credential()).rejects.toMatchObject({ exitCode: 4, code: 'no-such-account' })
})

test('an account that is named may be the one of the environment', async () => {
  for (const name of ['alice', 'alice@support.ipeos.com']) {
    const account = await newMachine().account({ account: name }, environment)
    expect(await account.source()).toBe('environment')
  }
})

test('IPEOS_ACCOUNT says nothing beside a credential of the environment', async () => {
  const account = await (await machineWithAlice()).account({}, { IPEOS_TOKEN: 'a-token', IPEOS_ACCOUNT: 'alice' })
  expect(await account.credential()).toEqual({ token: 'a-token' })
})

test('what is kept is not forgotten while the environment speaks for somebody else', async () => {
  const machine = await machineWithAlice()
  for (const env of [{ IPEOS_USER: 'bob', IPEOS_PASSWORD: 'x' }, { IPEOS_TOKEN: 'a-token' }])
    expect(await (await machine.account({}, env as Record<string, string>)).forget()).toBe(false)
  expect(await (await machine.account()).credential()).toEqual(alice)
})

test('the application token of the environment comes before the stored one', async () => {
  const machine = newMachine()
  await (await machine.account()).store({ user: 'alice', credential: alice, appToken: 'stored' })
  const tokens = [await machine.account(), await machine.account({}, { IPEOS_APP_TOKEN: 'given' })]
  expect(await Promise.all(tokens.map((account) => account.appToken()))).toEqual(['stored', 'given'])
})

test('the session of an environment credential is used again, without the credential being kept', async () => {
  const machine = newMachine()
  await (await machine.account({}, environment)).keepSession(session)
  expect((await (await machine.account({}, environment)).session())?.token).toBe('session-token')
  expect(JSON.stringify([...machine.kept])).not.toContain('alice-secret')
})

test('the session of an environment credential is not for another one', async () => {
  const machine = newMachine()
  await (await machine.account({}, environment)).keepSession(session)
  const other = await machine.account({}, { ...environment, IPEOS_PASSWORD: 'wrong' })
  expect(await other.session()).toBeUndefined()
})

test('the session of an environment credential is not for another host', async () => {
  const machine = newMachine()
  await (await machine.account({}, environment)).keepSession(session)
  expect(await (await machine.account({ url: 'https://other.example' }, environment)).session()).toBeUndefined()
})

test('with an environment credential a locked keychain is tried once and then let be', async () => {
  const machine = newMachine()
  machine.lock()
  const account = await machine.account({}, environment)
  await account.session()
  await account.keepSession(session)
  expect(await account.credential()).toEqual(alice)
  expect(await account.canKeepSession()).toBe(false)
  expect(machine.calls).toEqual(['get'])
})

test('without a keychain nothing is stored, and the ways out are told', async () => {
  const machine = newMachine()
  machine.lock()
  const account = await machine.account()
  await expect(account.placeToStore()).rejects.toMatchObject({ hint: { key: 'settings.keychain-locked.hint' } })
  await expect(account.store({ user: 'alice', credential: alice })).rejects.toThrow()
  expect(await readSettingsFile(machine.config)).toBeUndefined()
})

test('a file is used only when it is asked for, and then by the next commands too', async () => {
  const machine = newMachine()
  machine.lock()
  await (await machine.account({ insecureStorage: true })).store({ user: 'alice', credential: alice })
  const account = await machine.account()
  expect([await account.credential(), await account.source(), machine.calls]).toEqual([alice, 'file', []])
})

test('who moves from the file to the keychain leaves nothing in the file', async () => {
  const machine = newMachine()
  await (await machine.account({ insecureStorage: true })).store({ user: 'alice', credential: alice })
  await (await machine.account()).store({ user: 'alice', credential: alice })
  expect(readFileSync(join(machine.config, 'secrets.json'), 'utf8')).not.toContain('alice-secret')
})

test('what is forgotten is gone, from the keychain and from the settings', async () => {
  const machine = await machineWithAlice()
  const account = await machine.account()
  expect(await account.forget()).toBe(true)
  expect([account.name, machine.kept.size]).toEqual([undefined, 0])
  expect((await readSettingsFile(machine.config))?.accounts).toEqual({})
})

test('there may be nothing to forget', async () => {
  expect(await (await newMachine().account()).forget()).toBe(false)
})

test('all can be forgotten at once: every account, and the sessions of environment credentials', async () => {
  const machine = await machineWithAlice()
  await (await machine.account({ url: 'https://b.example' })).store({ user: 'bob', credential: { token: 'b' } })
  await (await machine.account({ url: 'https://b.example' }, environment)).keepSession(session)
  const forgotten = await (await machine.account()).forgetAll()
  expect([forgotten.sort(), machine.kept.size]).toEqual([['alice@support.ipeos.com', 'bob@b.example'], 0])
})

test('the embedded platform has accounts of its own', async () => {
  const machine = await machineWithAlice()
  const account = await machine.account({ sandbox: true })
  await expect(account.credential()).rejects.toMatchObject({
    hint: { key: 'settings.not-logged-in-sandbox.hint' },
  })
  await account.store({ user: 'alice', credential: alice })
  expect((await machine.account({ sandbox: true })).name).toBe('alice@sandbox')
})

test('a session that another command has renewed meanwhile is not forgotten with the dead one', async () => {
  const machine = await machineWithAlice()
  const [one, other] = await Promise.all([machine.account(), machine.account()])
  await Promise.all([one.session(), other.session()])
  await other.keepSession({ ...session, token: 'renewed' })
  await one.keepSession(undefined)
  expect((await (await machine.account()).session())?.token).toBe('renewed')
})

test('a session of one’s own that died is forgotten, the one kept last too', async () => {
  const machine = await machineWithAlice()
  const account = await machine.account()
  await account.session()
  await account.keepSession({ ...session, token: 'renewed' })
  await account.keepSession(undefined)
  expect(await (await machine.account()).session()).toBeUndefined()
})

test('a login that comes while a session is kept is not undone by it', async () => {
  const machine = await machineWithAlice()
  const account = await machine.account()
  await account.session()
  const changed = { user: 'alice', password: 'changed' }
  const login = (await machine.account()).store({ user: 'alice', credential: changed, session })
  await Promise.all([login, account.keepSession({ ...session, token: 'renewed' })])
  expect(await (await machine.account()).credential()).toEqual(changed)
})
