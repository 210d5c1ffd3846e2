import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { settingKeys } from '../../../src/settings/setting.ts'
import { widthOf } from '../../../src/terminal/width.ts'
import { type Desk, newDesk } from '../../support/desk.ts'

const site = await openSandbox({ glpi: '10.0' })

function fileOf({ home }: Desk): string {
  return join(home, '.config', 'ipeos', 'settings.json')
}

/** A desk whose settings.json says this. */
function deskWith(settings: Record<string, unknown>): Desk {
  const desk = newDesk(site)
  mkdirSync(dirname(fileOf(desk)), { recursive: true })
  writeFileSync(fileOf(desk), JSON.stringify({ version: 1, accounts: {}, current: {}, ...settings }))
  return desk
}

function kept(desk: Desk): Record<string, unknown> {
  return JSON.parse(readFileSync(fileOf(desk), 'utf8')) as Record<string, unknown>
}

async function recordOf(desk: Desk, key: string, words: string[] = [], env: Record<string, string> = {}) {
  const { out } = await desk.ipeos(['config', 'get', key, '--json', ...words], { env })
  return JSON.parse(out) as { value: unknown; source: string; origin: string | null; wrong: string | null }
}

test('what is on or off is told in the words of the language, and to scripts as ever', async () => {
  const env = { LANG: 'fr_FR.UTF-8', NO_COLOR: '1' }
  const desk = newDesk(site)
  expect((await desk.ipeos(['config', 'set', 'menu', 'non'], { env })).notes).toContain('non')
  const listed = await desk.ipeos(['config', 'list'], { env, columns: 120 })
  expect(listed.out).toMatch(/^menu +non /m)
  expect(listed.out).toMatch(/^suggest +oui /m)
  expect((await desk.ipeos(['config', 'get', 'menu'], { env, columns: 80 })).out).toContain('oui, non')
  expect((await desk.ipeos(['config', 'get', 'menu'], { env })).out).toBe('no\n')
})

describe('what is set', () => {
  test.each([
    ['notaurl', true],
    ['http://intranet/glpi', true],
    ['localhost:8080', false],
    ['sandbox', false],
    ['https://support.example', false],
    ['http://[::1]:8080', false],
  ])('as the platform, %s is warned of as a name without a dot: %s', async (url, isWarned) => {
    const { code, notes } = await newDesk(site).ipeos(['config', 'set', 'url', url])
    expect([code, notes.includes('There is no dot in')]).toEqual([0, isWarned])
  })

  test('is kept, for this person alone, and is in force from then on', async () => {
    const desk = newDesk(site)
    const { code, notes } = await desk.ipeos(['config', 'set', 'language', 'fr'])
    expect([code, notes]).toEqual([0, 'language is now: fr\n'])
    expect(statSync(fileOf(desk)).mode & 0o777).toBe(0o600)
    expect((await desk.ipeos(['config', 'path'])).out).toBe(`${fileOf(desk)}\n`)
    expect((await desk.ipeos(['config', 'unset', 'language'])).notes).toBe('language\u00a0: oublié.\n')
  })

  test.each([
    ['page-length', '50', 50],
    ['plain', 'yes', true],
    ['suggest', 'non', false],
    ['timeout', '2.5', 2.5],
    ['columns', 'id,status', ['id', 'status']],
    ['email', ' alice@home.example ', 'alice@home.example'],
    ['pager', 'most -w', 'most -w'],
  ])('of %s to %s is written as JSON has it', async (key, text, value) => {
    const desk = newDesk(site)
    expect((await desk.ipeos(['config', 'set', key, text])).code).toBe(0)
    expect(kept(desk)[key]).toEqual(value)
    expect(await recordOf(desk, key, [], { IPEOS_PLAIN: '' })).toMatchObject({ value, source: 'file' })
  })

  test('within a group leaves the rest of the group alone, and an empty group goes', async () => {
    const desk = newDesk(site)
    await desk.ipeos(['config', 'set', 'recovery.url', 'https://ipeos.example/perdu'])
    await desk.ipeos(['config', 'set', 'recovery.email', 'secours@ipeos.example'])
    expect(kept(desk).recovery).toEqual({ url: 'https://ipeos.example/perdu', email: 'secours@ipeos.example' })
    await desk.ipeos(['config', 'unset', 'recovery.url'])
    await desk.ipeos(['config', 'unset', 'recovery.email'])
    expect(kept(desk)).toEqual({ version: 1, accounts: {}, current: {} })
  })

  test('touches no account', async () => {
    const accounts = { 'alice@a.example': { url: 'https://a.example', user: 'alice', storage: 'keychain' } }
    const desk = deskWith({ accounts, future: { kept: true } })
    await desk.ipeos(['config', 'set', 'color', 'never'])
    expect(kept(desk)).toMatchObject({ accounts, color: 'never', future: { kept: true } })
  })

  test('to a certificate is the whole path of its file', async () => {
    const desk = newDesk(site)
    writeFileSync(join(desk.home, 'ca.pem'), readFileSync('test/support/tls/self-signed.pem'))
    expect((await desk.ipeos(['config', 'set', 'ca', 'ca.pem'])).code).toBe(0)
    expect(kept(desk).ca).toBe(join(desk.home, 'ca.pem'))
  })

  test('is said to come second while the environment says something else', async () => {
    const { notes } = await newDesk(site).ipeos(['config', 'set', 'timeout', '9'], { env: { IPEOS_TIMEOUT: '8' } })
    expect(notes).toContain('IPEOS_TIMEOUT says something else')
  })
})

test.each([
  ['flag', '--timeout', ['--timeout', '3'], {}, {}, 3],
  ['environment', 'IPEOS_TIMEOUT', [], { IPEOS_TIMEOUT: '4' }, { timeout: 5 }, 4],
  ['file', 'settings.json', [], {}, { timeout: 5 }, 5],
  ['default', null, [], {}, {}, 30],
])('a value comes from %s (%s)', async (source, origin, words, env, settings, value) => {
  expect(await recordOf(deskWith(settings), 'timeout', words, env)).toMatchObject({ value, source, origin })
})

test('in a pipe a value stands alone, as it can be set again', async () => {
  const desk = deskWith({ plain: true, columns: ['id', 'title'] })
  const out = async (key: string) => (await desk.ipeos(['config', 'get', key])).out
  expect([await out('plain'), await out('columns'), await out('recovery.url')]).toEqual(['yes\n', 'id,title\n', ''])
})

test('all settings are listed, each with what it means', async () => {
  const { out } = await newDesk(site).ipeos(['config', 'list', '--json'])
  const records = JSON.parse(out) as Array<{ key: string; about: string }>
  expect(records.map(({ key }) => key)).toEqual(settingKeys)
  expect(records.filter(({ about }) => about.length < 5)).toEqual([])
})

test.each([
  ['fr', 40],
  ['fr', 80],
  ['en', 120],
])('the list in %s fits %d columns', async (lang, columns) => {
  const { out } = await newDesk(site).ipeos(['config', 'list', '--lang', lang], { columns, env: { NO_COLOR: '1' } })
  expect(Math.max(...out.split('\n').map(widthOf))).toBeLessThanOrEqual(columns)
})

test('on a terminal a setting is a page with all that it may be', async () => {
  const { out } = await newDesk(site).ipeos(['config', 'get', 'language', '--lang', 'fr'], { columns: 80 })
  expect(out).toContain('fr, en')
  expect(out).toContain('--lang, IPEOS_LANG')
})

describe('bad input', () => {
  test.each([
    [['set', 'langauge', 'fr'], 'language'],
    [['get', 'pagelength'], 'page-length'],
    [['unset', 'recovery'], 'recovery.url'],
    [['set', 'language', 'de'], 'fr, en'],
    [['set', 'page-length', '0'], '10,000'],
    [['set', 'timeout', 'soon'], 'seconds'],
    [['set', 'email', 'alice'], 'e-mail address'],
    [['set', 'url', 'https://alice:hunter2@host.example'], 'https://…'],
    [['set', 'recovery.url', 'http://host.example'], 'https://…'],
    [['set', 'columns', 'id,nom'], 'id, title, status'],
    [['set', 'ca', 'nowhere.pem'], 'nowhere.pem'],
    [['set', 'language'], 'value'],
  ])('config %j is wrong usage that says what would do, and nothing is written', async (words, told) => {
    const desk = newDesk(site)
    const { code, out, notes } = await desk.ipeos(['config', ...words])
    expect({ code, out, notes }).toEqual({ code: 2, out: '', notes: expect.stringContaining(told) })
    expect(notes).not.toContain('hunter2')
    expect(existsSync(fileOf(desk))).toBe(false)
  })

  test('a file that is no certificate is refused', async () => {
    const desk = newDesk(site)
    writeFileSync(join(desk.home, 'ca.pem'), '-----BEGIN CERTIFICATE-----\nrubbish\n-----END CERTIFICATE-----\n')
    const { code, notes } = await desk.ipeos(['config', 'set', 'ca', 'ca.pem'])
    expect({ code, notes }).toEqual({ code: 2, notes: expect.stringContaining('ca.pem holds no certificate') })
  })
})

describe('a settings file that says nonsense', () => {
  test('stops other commands, with how to put it right', async () => {
    const { code, notes } = await deskWith({ 'page-length': 'lots' }).ipeos(['ticket', 'list'])
    expect({ code, notes }).toEqual({ code: 2, notes: expect.stringContaining('ipeos config set page-length') })
  })

  test('is put right by config', async () => {
    const desk = deskWith({ color: { pink: true }, language: 'de' })
    expect((await desk.ipeos(['config', 'list'])).notes).toContain('color: “{"pink":true}”')
    expect((await desk.ipeos(['config', 'set', 'color', 'auto'])).code).toBe(0)
    expect((await desk.ipeos(['config', 'unset', 'language'])).code).toBe(0)
    expect((await desk.ipeos(['ticket', 'list'])).code).toBe(0)
  })

  test('tells the names that no setting has, by the file, and nothing else of it', async () => {
    const desk = deskWith({ 'time-out': 5, timeout: 5, 'recovery.url': 'x', recovery: { mail: 'x' }, known: {} })
    const { code, notes } = await desk.ipeos(['config', 'list'])
    const told = ['time-out', 'recovery.url', 'recovery.mail'].map(
      (key) => `! ${fileOf(desk)}: “${key}” is no setting that this ipeos knows, and changes nothing.\n`,
    )
    expect({ code, notes }).toEqual({ code: 0, notes: told.join('') })
  })

  test('of an organisation that makes no sense is put right as well', async () => {
    const desk = deskWith({ organisation: { version: 1, name: 'ACME', recovery: { email: 'nobody' } } })
    const stopped = await desk.ipeos(['ticket', 'list'])
    expect(stopped).toMatchObject({ code: 2, notes: expect.stringContaining('ipeos config unset organisation') })
    expect((await desk.ipeos(['config', 'list'])).code).toBe(0)
    expect((await desk.ipeos(['config', 'unset', 'organisation'])).code).toBe(0)
    expect((await desk.ipeos(['ticket', 'list'])).code).toBe(0)
  })

  test('of a later version is left as it is, by name', async () => {
    const desk = deskWith({ version: 2 })
    const before = readFileSync(fileOf(desk), 'utf8')
    const { code, notes } = await desk.ipeos(['config', 'set', 'language', 'fr'])
    expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining(fileOf(desk)) })
    expect(readFileSync(fileOf(desk), 'utf8')).toEqual(before)
  })
})
