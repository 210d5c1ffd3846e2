import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { type CallOptions, type Desk, newDesk } from '../../../support/desk.ts'
import { organisation } from '../../../support/organisation.ts'

const site = await openSandbox({ glpi: '10.0' })

function deskWith(file: object | string): Desk {
  const desk = newDesk(site)
  give(desk, file)
  return desk
}

function give({ home }: Desk, file: object | string): void {
  writeFileSync(join(home, 'ipeos.json'), typeof file === 'string' ? file : JSON.stringify(file))
}

function bringIn(desk: Desk, words: string[] = ['--yes'], options: CallOptions = {}) {
  return desk.ipeos(['config', 'import', 'ipeos.json', ...words], { env: { IPEOS_URL: '' }, ...options })
}

async function settingOf(desk: Desk, key: string) {
  const { out } = await desk.ipeos(['config', 'get', key, '--json', 'value,source'], { env: { IPEOS_URL: '' } })
  return JSON.parse(out) as unknown
}

describe('an organisation’s file', () => {
  test('says the platform, its authority and what to do with a lost account', async () => {
    const desk = deskWith(organisation)
    const { code, notes } = await bringIn(desk)
    expect({ code, notes }).toEqual({ code: 0, notes: expect.stringContaining('IPEOS-WTC: brought in') })
    const source = 'organisation'
    expect(await settingOf(desk, 'url')).toEqual({ value: 'https://support.example', source })
    expect(await settingOf(desk, 'ca')).toEqual({ value: organisation.ca, source })
    expect(await settingOf(desk, 'recovery.email')).toEqual({ value: 'secours@ipeos.example', source })
  })

  test('is used by the next command', async () => {
    const desk = deskWith(organisation)
    await bringIn(desk)
    const asked: string[] = []
    const http = async ({ url }: { url: string }) => {
      asked.push(url)
      return { status: 200, headers: {}, body: Buffer.from('') }
    }
    await desk.ipeos(['whoami'], { env: { IPEOS_URL: '' }, world: { http } })
    expect(asked[0]).toContain('https://support.example/')
  })

  test('shows what changes and asks, and changes nothing when the answer is no', async () => {
    const desk = deskWith(organisation)
    const { code, notes } = await bringIn(desk, [], { columns: 80, answers: [['Bring this in', false]] })
    expect(code).toBe(130)
    expect(notes).toContain('now: https://support.ipeos.com')
    expect(notes).toContain('SHA-256')
    expect(notes).toContain('IPEOS-2024-0117, Support Gold IPEOS-WTC (Gold)')
    expect(await settingOf(desk, 'url')).toMatchObject({ source: 'default' })
  })

  test('takes the place of the former one, whole', async () => {
    const desk = deskWith(organisation)
    await bringIn(desk)
    give(desk, { version: 1, name: 'ACME', url: 'https://help.acme.example' })
    await bringIn(desk)
    expect(await settingOf(desk, 'url')).toMatchObject({ value: 'https://help.acme.example' })
    expect(await settingOf(desk, 'recovery.email')).toMatchObject({ value: null, source: 'default' })
  })

  test('that is there already asks nothing', async () => {
    const desk = deskWith(organisation)
    await bringIn(desk)
    expect((await bringIn(desk, [])).notes).toBe('IPEOS-WTC: this is what you have already.\n')
  })

  test('can be done without again', async () => {
    const desk = deskWith(organisation)
    await bringIn(desk)
    expect((await desk.ipeos(['config', 'unset', 'organisation'])).code).toBe(0)
    expect(await settingOf(desk, 'url')).toMatchObject({ source: 'default' })
    expect((await desk.ipeos(['config', 'unset', 'organisation'])).notes).toContain('was not in your settings')
  })

  test('leaves accounts and own settings alone, and says which come first', async () => {
    const desk = deskWith(organisation)
    await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: 'alice-secret\n' })
    await desk.ipeos(['config', 'set', 'url', 'https://own.example'])
    const path = join(desk.home, '.config', 'ipeos', 'settings.json')
    const before = JSON.parse(readFileSync(path, 'utf8'))
    const { notes } = await bringIn(desk)
    expect(notes).toContain('ipeos config unset url')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ ...before, organisation })
    expect(desk.keychain.size).toBe(1)
  })

  test('may come on standard input', async () => {
    const desk = newDesk(site)
    const stdin = JSON.stringify({ version: 1, name: 'ACME' })
    expect((await desk.ipeos(['config', 'import', '-', '--yes'], { stdin })).code).toBe(0)
  })

  test('never carries out what it holds', async () => {
    const name = 'Piège \u001b]0;pwned\u0007\u202e fin'
    const desk = deskWith({ ...organisation, name, contracts: [{ ...organisation.contracts[1], name }] })
    const { notes } = await bringIn(desk, ['--yes', '--color', 'never'], { columns: 100 })
    expect(notes).toContain('Piège')
    expect(notes).not.toMatch(/[\u001b\u202e\u0007]/)
  })
})

describe('refused, with nothing changed', () => {
  test.each([
    ['{ "version": 1,\n  "name" }', 'line 2, column 10'],
    [{ ...organisation, version: 3 }, 'later ipeos'],
    [{ ...organisation, ca: 'not a certificate' }, 'not a certificate'],
    [{ ...organisation, url: 'http://ipeos.example' }, '“url” should be an address with https'],
  ])('%j', async (file, told) => {
    const desk = deskWith({ version: 1, name: 'Before', url: 'https://before.example' })
    await bringIn(desk)
    give(desk, file)
    const { code, out, notes } = await bringIn(desk)
    expect({ code, out, notes }).toEqual({ code: 2, out: '', notes: expect.stringContaining(told) })
    expect(notes).toContain('ipeos.json')
    expect(await settingOf(desk, 'url')).toMatchObject({ value: 'https://before.example' })
  })

  test('in a script without --yes', async () => {
    const desk = deskWith(organisation)
    const { code, notes } = await bringIn(desk, [])
    expect({ code, notes }).toEqual({ code: 2, notes: expect.stringContaining('--yes') })
    expect(await settingOf(desk, 'url')).toMatchObject({ source: 'default' })
  })

  test.each([
    ['nowhere.json', 2, 'nowhere.json'],
    ['.', 2, 'folder'],
    ['http://intranet.example/ipeos.json', 2, 'https://'],
    ['https://alice:hunter2@intranet.example/ipeos.json', 2, 'https://'],
    ['ftp://intranet.example/ipeos.json', 2, 'https://'],
  ])('%s', async (given, expected, told) => {
    const { code, notes } = await newDesk(site).ipeos(['config', 'import', given, '--yes'])
    expect({ code, notes }).toEqual({ code: expected, notes: expect.stringContaining(told) })
    expect(notes).not.toContain('hunter2')
  })
})

describe('from an address', () => {
  const answering =
    (status: number, text: string, headers: Record<string, string> = {}) =>
    async () => ({ status, headers, body: Buffer.from(text) })
  const fetched = (http: () => Promise<{ status: number; headers: Record<string, string>; body: Buffer }>) => {
    const desk = newDesk(site)
    return desk.ipeos(['config', 'import', 'https://intranet.example/ipeos.json', '--yes'], { world: { http } })
  }

  test('it is fetched and kept', async () => {
    expect((await fetched(answering(200, JSON.stringify(organisation)))).code).toBe(0)
  })

  test.each([
    [404, '', {}, 3, 'has no such file'],
    [302, '', { location: 'https://elsewhere.example/o.json' }, 6, 'https://elsewhere.example/o.json'],
    [500, '', {}, 6, '500'],
    [200, '<html>', {}, 2, 'line 1'],
  ])('an answer of %d is told as what it is', async (status, text, headers, expected, told) => {
    const { code, notes } = await fetched(answering(status, text, headers))
    expect({ code, notes }).toEqual({ code: expected, notes: expect.stringContaining(told) })
  })
})

describe('a host that looks like another', () => {
  const cyrillic = 'https://supp\u043ert.ipeos.com'

  test('is shown as the network has it, with a warning, before anybody agrees', async () => {
    const { notes } = await bringIn(deskWith({ ...organisation, url: cyrillic }), [], {
      columns: 200,
      answers: [['Bring this in', false]],
    })
    expect(notes).toMatch(/xn--[a-z0-9-]+\.ipeos\.com is written/)
    expect(notes).toMatch(/https:\/\/xn--/)
  })

  test('is told by a letter or two', async () => {
    const { notes } = await bringIn(deskWith({ ...organisation, url: 'https://support.ipe0s.com' }))
    expect(notes).toContain('support.ipe0s.com looks like support.ipeos.com')
  })

  test('is what a login asks the password for', async () => {
    const desk = newDesk(site, { user: null })
    await desk.ipeos(['config', 'set', 'url', cyrillic], { env: { IPEOS_URL: '' } })
    expect(await settingOf(desk, 'url')).toMatchObject({ value: expect.stringMatching(/^https:\/\/xn--/) })
  })

  test('is nothing to be said of the real one', async () => {
    const { notes } = await bringIn(deskWith({ ...organisation, url: 'https://support.ipeos.com' }))
    expect(notes).not.toContain('looks like')
  })
})
