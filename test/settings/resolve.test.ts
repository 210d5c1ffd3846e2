import { expect, test } from 'vitest'
import { type GlobalFlags, resolveSettings } from '../../src/settings/resolve.ts'
import type { SettingsData } from '../../src/settings/settings-file.ts'

const folders = { config: '/c', state: '/s', cache: '/k', data: '/d' }

function resolved(flags: GlobalFlags = {}, env: Record<string, string> = {}, file: Partial<SettingsData> = {}) {
  return resolveSettings({ flags, env, file: { version: 1, accounts: {}, current: {}, ...file }, folders })
}

function refusal(flags: GlobalFlags, env: Record<string, string> = {}, file: Partial<SettingsData> = {}): unknown {
  try {
    return resolved(flags, env, file)
  } catch (error) {
    return error
  }
}

const alice = { url: 'https://a.example', user: 'alice', storage: 'keychain' } as const
const bob = { url: 'https://b.example', user: 'bob', storage: 'keychain' } as const

test('without anything said, the support platform is meant', () => {
  expect(resolved()).toEqual({
    url: 'https://support.ipeos.com',
    sandbox: false,
    language: 'en',
    input: true,
    color: 'auto',
    plain: false,
    menu: true,
    quiet: false,
    pager: true,
    timeout: 30_000,
    debug: false,
    usualUrl: 'https://support.ipeos.com',
    allowHttp: false,
    insecureStorage: false,
    pageLength: 30,
    suggest: true,
    notify: true,
    folders,
  })
})

test('a flag comes before the environment, which comes before the settings file', () => {
  const env = { IPEOS_TIMEOUT: '7' }
  const file = { timeout: 8 }
  expect(
    [resolved({ timeout: '6' }, env, file), resolved({}, env, file), resolved({}, {}, file)].map((all) => all.timeout),
  ).toEqual([6000, 7000, 8000])
})

test('an empty variable says nothing', () => {
  expect(resolved({}, { IPEOS_URL: '', IPEOS_LANG: '', IPEOS_TIMEOUT: '' })).toMatchObject({
    url: 'https://support.ipeos.com',
    timeout: 30_000,
  })
})

test.each([
  [{ lang: 'en' }, { IPEOS_LANG: 'fr', LANG: 'fr_FR.UTF-8' }, {}, 'en'],
  [{}, { IPEOS_LANG: 'fr', LANG: 'en_GB' }, { language: 'en' }, 'fr'],
  [{}, { LC_ALL: 'en_GB', LANG: 'en_GB' }, { language: 'fr' }, 'fr'],
  [{}, { LC_ALL: 'fr_CA.UTF-8', LANG: 'en_GB' }, {}, 'fr'],
  [{}, { LC_MESSAGES: 'fr_FR', LANG: 'en_GB' }, {}, 'fr'],
  [{}, { LANG: 'de_DE' }, {}, 'en'],
])('the language of %j, %j and %j is %s', (flags, env, file, language) => {
  expect(resolved(flags, env as Record<string, string>, file).language).toBe(language)
})

test.each([
  [{ sandbox: true }, {}],
  [{ url: 'sandbox' }, {}],
  [{}, { IPEOS_URL: 'sandbox' }],
  [{ sandbox: true }, { IPEOS_URL: 'https://a.example' }],
])('%j with %j means the embedded platform', (flags, env) => {
  expect(resolved(flags, env as Record<string, string>)).toMatchObject({ sandbox: true, url: 'sandbox' })
})

test('--no-input and IPEOS_NO_INPUT both keep questions away', () => {
  expect(resolved({ input: false })).toMatchObject({ input: false })
  expect(resolved({ input: true }, { IPEOS_NO_INPUT: '1' })).toMatchObject({ input: false })
})

test.each([
  ['--timeout', { timeout: 'abc' }, {}, {}],
  ['--timeout', { timeout: '0' }, {}, {}],
  ['IPEOS_TIMEOUT', {}, { IPEOS_TIMEOUT: '-1' }, {}],
  ['settings.json', {}, {}, { timeout: 1e9 }],
  ['--lang', { lang: 'de' }, {}, {}],
  ['IPEOS_LANG', {}, { IPEOS_LANG: 'klingon' }, {}],
  ['settings.json', {}, {}, { language: 'de' }],
  ['--color', { color: 'pink' }, {}, {}],
  ['--url', { url: 'not an address' }, {}, {}],
  ['IPEOS_URL', {}, { IPEOS_URL: 'ftp://x' }, {}],
  ['IPEOS_DEBUG', {}, { IPEOS_DEBUG: 'maybe' }, {}],
])('a wrong value of %s is refused by that name (%j %j %j)', (origin, flags, env, file) => {
  expect(refusal(flags, env as Record<string, string>, file)).toMatchObject({
    exitCode: 2,
    text: { parameters: { origin } },
  })
})

test('an address with a password in it is refused without telling the password', () => {
  const error = refusal({ url: 'https://alice:hunter2@host.example' })
  expect(error).toMatchObject({ exitCode: 2 })
  expect(JSON.stringify(error)).not.toContain('hunter2')
})

test('--sandbox with another address is a contradiction', () => {
  expect(refusal({ sandbox: true, url: 'https://a.example' })).toMatchObject({ exitCode: 2 })
})

test('who logged in to one platform only need not say which', () => {
  expect(resolved({}, {}, { accounts: { 'alice@a.example': alice } }).url).toBe('https://a.example')
})

test('with accounts on several platforms the default one is meant again', () => {
  const accounts = { 'alice@a.example': alice, 'bob@b.example': bob }
  expect(resolved({}, {}, { accounts }).url).toBe('https://support.ipeos.com')
})

test('a login to the embedded platform does not make it the usual one', () => {
  const accounts = { 'alice@sandbox': { ...alice, url: 'sandbox' } }
  expect(resolved({}, {}, { accounts }).url).toBe('https://support.ipeos.com')
})

test('--account with a whole name chooses its platform, even against IPEOS_URL', () => {
  const accounts = { 'alice@a.example': alice, 'bob@b.example': bob }
  expect(resolved({ account: 'bob@b.example' }, { IPEOS_URL: 'https://a.example' }, { accounts }).url).toBe(
    'https://b.example',
  )
})

test('--account with a user alone stays on the platform that is named', () => {
  const accounts = { 'alice@a.example': alice, 'bob@b.example': bob }
  expect(resolved({ account: 'bob' }, { IPEOS_URL: 'https://a.example' }, { accounts }).url).toBe('https://a.example')
})
