import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { newDesk } from '../support/desk.ts'

const site = await openSandbox()

/** What is set for all people of a computer. */
function computer(settings: unknown, { user }: { user?: string | null } = {}) {
  const machineFolder = mkdtempSync(join(tmpdir(), 'ipeos-etc-'))
  writeFileSync(
    join(machineFolder, 'settings.json'),
    typeof settings === 'string' ? settings : JSON.stringify(settings),
  )
  const desk = newDesk(site, user === undefined ? {} : { user })
  const run = (words: string[], env: Record<string, string> = {}, stdin = '') =>
    desk.ipeos(words, { env: { IPEOS_URL: '', ...env }, world: { machineFolder }, ...(stdin && { stdin }) })
  const told = async (key: string, env?: Record<string, string>) =>
    JSON.parse((await run(['config', 'get', key, '--json', 'value,source,origin'], env)).out)
  return { run, told, path: join(machineFolder, 'settings.json') }
}

test('what is set for a computer counts where its person says nothing', async () => {
  const { told, path } = computer({ url: 'https://etc.example', timeout: 12 })
  expect(await told('url')).toEqual({ value: 'https://etc.example', source: 'machine', origin: path })
  expect(await told('timeout')).toMatchObject({ value: 12, source: 'machine' })
})

test('a person’s own comes before what is set for the computer', async () => {
  const { run, told } = computer({ url: 'https://etc.example' })
  await run(['config', 'set', 'url', 'https://own.example'])
  expect(await told('url')).toMatchObject({ value: 'https://own.example', source: 'file' })
  expect(await told('url', { IPEOS_URL: 'https://env.example' })).toMatchObject({ source: 'environment' })
})

test('help speaks the language of the computer’s settings', async () => {
  const { run } = computer({ language: 'fr' })
  expect((await run(['whoami', '--help'])).out).toContain('Exemples')
})

test('accounts of that file are nobody’s', async () => {
  const account = { url: 'https://support.example', user: 'alice', storage: 'file' }
  const { run } = computer({ accounts: { 'alice@support.example': account } })
  expect(JSON.parse((await run(['account', 'list', '--json'])).out)).toEqual([])
})

test('a file of the computer that makes no sense stops every run, by its path', async () => {
  const { run, path } = computer('{"url":')
  const { code, notes } = await run(['whoami'])
  expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining(path) })
})

test('an alert arrives though the computer’s settings make no sense, where the environment says where to and as whom', async () => {
  const { run, path } = computer('{"url":')
  const { code, notes, out } = await run(['alert'], { IPEOS_URL: 'https://support.example' }, 'RAID degraded')
  expect({ code, notes, out }).toEqual({
    code: 0,
    notes: expect.stringContaining(path),
    out: expect.stringMatching(/^\d+\n$/),
  })
})

test('an alert waits where the computer’s settings make no sense, and nothing else names the platform (7)', async () => {
  const { run, path } = computer('{"url":')
  const before = site.requests.length
  const { code, notes, out } = await run(['alert'], {}, 'RAID degraded')
  expect({ code, notes, out }).toEqual({ code: 7, notes: expect.stringContaining(path), out: '' })
  expect(site.requests).toHaveLength(before)
  expect((await run(['draft', 'list', '--json', 'title,stage'])).code).toBe(1)
})

test('a wrong value of the computer’s settings is told with where it stands', async () => {
  const { run, path } = computer({ timeout: 'soon' })
  const { code, notes } = await run(['whoami'])
  expect({ code, notes }).toEqual({ code: 2, notes: expect.stringContaining(path) })
})

test.each([
  ['its variable', {}, { IPEOS_ALLOW_HTTP: '1' }],
  ['a setting', { 'allow-http': true }, {}],
])('plain http to a host of one’s own network is accepted by %s', async (_why, settings, env) => {
  const { run } = computer({ url: 'http://glpi.internal', ...settings })
  expect(await run(['whoami'], env as Record<string, string>)).toMatchObject({ code: 0 })
})

test('plain http is refused where nobody accepted it', async () => {
  const { run } = computer({ url: 'http://glpi.internal' })
  const { code, notes } = await run(['whoami'])
  expect({ code, notes }).toEqual({ code: 2, notes: expect.stringContaining('IPEOS_ALLOW_HTTP') })
})

test.each([
  ['the file', (path: string) => chmodSync(path, 0o666)],
  ['its folder', (path: string) => chmodSync(dirname(path), 0o770)],
])('settings that others can change are not used, and a warning says so: %s', async (_what, open) => {
  const { run, path } = computer({ timeout: 12 })
  open(path)
  const { code, out, notes } = await run(['config', 'get', 'timeout'], { IPEOS_URL: 'https://env.example' })
  expect({ code, out, notes }).toEqual({ code: 0, out: '30\n', notes: expect.stringContaining(path) })
})

test('nothing goes to the usual platform where settings that others can change may name another', async () => {
  const { run, path } = computer({ url: 'https://etc.example' })
  chmodSync(path, 0o666)
  const { code, notes } = await run(['whoami'])
  expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining('IPEOS_URL') })
})
