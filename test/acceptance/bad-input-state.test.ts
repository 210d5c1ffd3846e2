import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { plain, refusal } from '../support/refusal.ts'
import { openSite, type Site } from '../support/site.ts'

const login = ['login', '--user', 'alice', '--password-stdin', '--insecure-storage']

async function loggedIn() {
  const site = await openSite({ user: null })
  const place = { env: site.env, folder: site.folder }
  await runBin(login, { ...place, stdin: 'alice-secret' })
  return { site, place, folder: join(site.folder, '.config', 'ipeos') }
}

/** The files of this folder that were put aside, with what they hold. */
function putAside(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.includes('.corrupt-'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}

test('damaged settings stop every run until they are put right, and nothing is sent anywhere', async () => {
  const { site, place, folder } = await loggedIn()
  const settings = join(folder, 'settings.json')
  const before = readFileSync(settings, 'utf8')
  writeFileSync(settings, '{"version":1, oops')
  const asked = site.sandbox.requests.length
  const { IPEOS_URL: _url, ...withoutUrl } = place.env
  const env = { ...withoutUrl, IPEOS_USER: 'alice', IPEOS_PASSWORD: 'alice-secret' }
  for (const words of [['ticket', 'list'], ['whoami'], ['ticket', 'list']]) {
    const { code, notes } = await runBin(words, { ...place, env })
    expect([code, notes]).toEqual([1, expect.stringContaining(`${settings} ne se comprend pas`)])
  }
  expect(site.sandbox.requests.length).toBe(asked)
  writeFileSync(settings, before)
  expect(await runBin(['ticket', 'list'], place)).toMatchObject({ code: 0 })
})

test('a damaged secrets.json is named and put aside whole, and the next login works', async () => {
  const { place, folder } = await loggedIn()
  const [name, content] = ['secrets.json', 'garbage']
  writeFileSync(join(folder, name), content, { mode: 0o600 })
  const { code, notes } = await runBin(['ticket', 'list'], place)
  expect([code, notes]).toEqual([1, expect.stringContaining(join(folder, name))])
  expect(plain(notes)).toMatch(/mis de côté, intact : .*corrupt-.*\n {2}→ .*ipeos login/s)
  expect(putAside(folder)).toEqual([content])
  expect(await runBin(['ticket', 'list'], place)).toMatchObject({ code: 4 })
  expect(await runBin(login, { ...place, stdin: 'alice-secret' })).toMatchObject({ code: 0 })
  expect(await runBin(['ticket', 'list'], place)).toMatchObject({ code: 0 })
})

test('damaged data of the embedded platform are named and put aside whole, and the next command starts anew', async () => {
  const { env, folder } = await openSite()
  const place = { env: { ...env, IPEOS_URL: 'sandbox' }, folder }
  const data = join(folder, '.local', 'share', 'ipeos')
  await runBin(['ticket', 'list'], place)
  writeFileSync(join(data, 'sandbox', 'snapshot.json'), '{broken')
  const { code, notes } = await runBin(['ticket', 'list'], place)
  expect([code, notes]).toEqual([1, expect.stringContaining(join(data, 'sandbox', 'snapshot.json'))])
  const [aside = ''] = readdirSync(data).filter((name) => name.includes('.corrupt-'))
  expect(notes).toContain(join(data, aside))
  expect(readFileSync(join(data, aside, 'snapshot.json'), 'utf8')).toBe('{broken')
  expect(await runBin(['ticket', 'list'], place)).toMatchObject({ code: 0 })
})

test('a folder in the place of the lock of the embedded platform is told as damaged data, and nothing hangs', async () => {
  const { env, folder } = await openSite()
  const place = { env: { ...env, IPEOS_URL: 'sandbox' }, folder }
  const data = join(folder, '.local', 'share', 'ipeos')
  await runBin(['ticket', 'list'], place)
  mkdirSync(join(data, 'sandbox', 'lock'))
  const { code, notes } = await runBin(['ticket', 'comment', '15', '-m', 'x'], place)
  expect([code, notes]).toEqual([1, expect.stringContaining(join(data, 'sandbox', 'lock'))])
  expect(await runBin(['ticket', 'list'], place)).toMatchObject({ code: 0 })
})

test('secrets that others can read are not used, and stay as they are until they are closed', async () => {
  const { site, place, folder } = await loggedIn()
  const secrets = join(folder, 'secrets.json')
  const before = readFileSync(secrets, 'utf8')
  chmodSync(secrets, 0o644)
  const asked = site.sandbox.requests.length
  expect(await refusal(['ticket', 'list'], place)).toEqual({
    code: 1,
    fr: expect.stringContaining(`chmod 600 ${secrets}`),
    en: expect.stringContaining(`chmod 600 ${secrets}`),
  })
  expect([readFileSync(secrets, 'utf8'), site.sandbox.requests.length]).toEqual([before, asked])
  chmodSync(secrets, 0o600)
  expect(await runBin(['ticket', 'list'], place)).toMatchObject({ code: 0 })
})

test('settings that others can read hold no secret, so they are used', async () => {
  const { place, folder } = await loggedIn()
  chmodSync(join(folder, 'settings.json'), 0o644)
  expect(await runBin(['ticket', 'list'], place)).toMatchObject({ code: 0 })
  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).not.toContain('alice-secret')
})

function withFileAt(site: Site, name: string): string {
  const path = join(site.folder, name)
  writeFileSync(path, 'a file where a folder is meant')
  return path
}

test('a settings folder that is a file is named', async () => {
  const site = await openSite({ user: null })
  const path = withFileAt(site, 'config')
  const told = await refusal(login, {
    env: { ...site.env, IPEOS_CONFIG_DIR: path },
    folder: site.folder,
    stdin: 'alice-secret',
  })
  expect(told).toEqual({
    code: 1,
    fr: expect.stringContaining(join(path, 'settings.json')),
    en: expect.stringContaining('IPEOS_CONFIG_DIR'),
  })
})

test('a folder that the embedded platform cannot use is named', async () => {
  const site = await openSite()
  const path = withFileAt(site, 'data')
  const told = await refusal(['ticket', 'list', '--sandbox'], {
    env: { ...site.env, IPEOS_URL: '', IPEOS_DATA_DIR: path },
    folder: site.folder,
  })
  expect(told).toEqual({
    code: 1,
    fr: expect.stringContaining(join(path, 'sandbox')),
    en: expect.stringContaining('IPEOS_DATA_DIR'),
  })
})

test.runIf(process.platform === 'linux')(
  'where nothing can be made, the embedded platform says so at once',
  async () => {
    const { env, folder } = await openSite()
    const within = { timeout: 10_000, killSignal: 'SIGKILL' } as const
    const told = await refusal(['sandbox', 'start', '--data', '/proc/ipeos/data'], { env, folder, ...within })
    expect(told).toEqual({
      code: 1,
      fr: expect.stringContaining('/proc/ipeos/data'),
      en: expect.stringContaining('ENOENT'),
    })
  },
)

test('a cache that cannot be written costs nothing but time', async () => {
  const site = await openSite()
  const path = withFileAt(site, 'cache')
  mkdirSync(join(site.folder, 'elsewhere'))
  const { code, notes } = await runBin(['ticket', 'form'], {
    env: { ...site.env, IPEOS_CACHE_DIR: path, IPEOS_INSECURE_STORAGE: '1' },
    folder: join(site.folder, 'elsewhere'),
  })
  expect({ code, notes }).toEqual({ code: 0, notes: '' })
})
