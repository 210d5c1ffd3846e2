import { describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox, type SandboxOptions } from '../../../src/sandbox/sandbox.ts'
import { widthOf } from '../../../src/terminal/width.ts'
import { type Desk, newDesk } from '../../support/desk.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'

interface Preference {
  name: string
  value: unknown
  where: string
}

async function deskOn(options: SandboxOptions = {}): Promise<{ site: Sandbox; desk: Desk }> {
  const site = await openSandbox(options)
  return { site, desk: newDesk(site) }
}

async function preferencesOf(desk: Desk): Promise<Record<string, [unknown, string]>> {
  const { out } = await desk.ipeos(['preferences', 'show', '--json'])
  const all = JSON.parse(out) as Preference[]
  return Object.fromEntries(all.map(({ name, value, where }) => [name, [value, where]]))
}

/** What the platform itself says of alice. */
async function languageOnPlatform(site: Sandbox): Promise<unknown> {
  const headers = { Authorization: 'user_token alice-token' }
  const url = 'https://support.example/apirest.php/initSession?get_full_session=true'
  const answer = (await (await site.fetch(new Request(url, { headers }))).json()) as {
    session: { glpilanguage: string }
  }
  return answer.session.glpilanguage
}

describe.each(glpiVersions)('on GLPI %s', (glpi) => {
  test('language and address are those of the platform, the rest is of this computer', async () => {
    const { desk } = await deskOn({ glpi })
    expect(await preferencesOf(desk)).toEqual({
      language: ['fr_FR', 'platform'],
      email: ['alice@ipeos.example', 'platform'],
      notify: [true, 'here'],
      'page-length': [30, 'here'],
      columns: [null, 'here'],
    })
  })

  test.each(['en', 'en_GB', 'en-GB', 'English'])(
    'the language %s is changed there, and ipeos speaks it',
    async (said) => {
      const { site, desk } = await deskOn({ glpi })
      await desk.ipeos(['config', 'set', 'language', 'fr'])
      const { code, notes } = await desk.ipeos(['preferences', 'set', 'language', said])
      expect({ code, notes }).toEqual({
        code: 0,
        notes: expect.stringContaining('sur la plateforme, et sur cet ordinateur'),
      })
      expect(await languageOnPlatform(site)).toBe('en_GB')
      expect((await desk.ipeos(['config', 'get', 'language'])).out).toBe('en\n')
    },
  )

  test('the address is changed there, and the next ticket goes by it', async () => {
    const { desk } = await deskOn({ glpi })
    await desk.ipeos(['ticket', 'form'])
    const { code, notes } = await desk.ipeos(['preferences', 'set', 'email', 'alice@new.example'])
    expect([code, notes]).toEqual([0, 'E-mail address: alice@new.example (on the platform)\n'])
    expect(await preferencesOf(desk)).toMatchObject({ email: ['alice@new.example', 'platform'] })
    expect(JSON.parse((await desk.ipeos(['ticket', 'form', '--json', 'email'])).out)).toEqual({
      email: 'alice@new.example',
    })
  })

  test('a site that does not show its preferences leaves them to this computer, and that is said', async () => {
    const { site, desk } = await deskOn({ glpi, configuration: { preferencesAvailable: false } })
    const { code, notes } = await desk.ipeos(['preferences', 'set', 'email', 'alice@new.example'])
    expect({ code, notes }).toEqual({ code: 0, notes: expect.stringContaining('(on this computer)') })
    expect(notes).toContain('does not show this account')
    expect(await preferencesOf(desk)).toMatchObject({ email: ['alice@new.example', 'here'] })
    expect((await desk.ipeos(['preferences', 'set', 'language', 'fr_FR'])).code).toBe(0)
    expect(site.writes).toEqual([])
  })
})

test('the address of this computer goes when the platform takes one', async () => {
  const { desk } = await deskOn()
  await desk.ipeos(['config', 'set', 'email', 'alice@home.example'])
  expect(await preferencesOf(desk)).toMatchObject({ email: ['alice@home.example', 'here'] })
  await desk.ipeos(['preferences', 'set', 'email', 'alice@new.example'])
  expect(await preferencesOf(desk)).toMatchObject({ email: ['alice@new.example', 'platform'] })
})

test.each([
  ['notify', 'no', false],
  ['page-length', '12', 12],
  ['columns', 'id,title', ['id', 'title']],
])('%s is kept on this computer, and the platform asked nothing', async (name, text, value) => {
  const { site, desk } = await deskOn()
  const { code, notes } = await desk.ipeos(['preferences', 'set', name, text])
  expect({ code, notes, requests: site.requests }).toEqual({
    code: 0,
    notes: expect.stringContaining('(on this computer)'),
    requests: [],
  })
  expect(await preferencesOf(desk)).toMatchObject({ [name]: [value, 'here'] })
})

describe('a person at a terminal', () => {
  test('is asked for each, finds what it is, and changes what they change', async () => {
    const { site, desk } = await deskOn()
    const { code, notes } = await desk.ipeos(['preferences', 'set'], {
      columns: 80,
      answers: [
        ['Language', 'en_GB'],
        ['E-mail address', undefined],
        ['Inform me', false],
        ['Tickets in a list', '50'],
        ['Columns', undefined],
      ],
    })
    expect(code).toBe(0)
    expect(notes).toContain('Tickets in a list: 50 (on this computer)')
    expect(await languageOnPlatform(site)).toBe('en_GB')
    expect(site.writes).toHaveLength(1)
  })

  test('may answer all as it is: nothing changes', async () => {
    const { site, desk } = await deskOn()
    const asked = ['Language', 'E-mail', 'Inform me', 'Tickets', 'Columns']
    const answers = asked.map((question): [string, undefined] => [question, undefined])
    const { notes } = await desk.ipeos(['preferences', 'set'], { columns: 80, answers })
    expect({ notes, writes: site.writes }).toEqual({ notes: expect.stringContaining('Nothing changes'), writes: [] })
  })
})

describe('bad input', () => {
  test.each([
    [['email', 'nobody'], 2, 'not an e-mail address'],
    [['page-length', 'many'], 2, 'whole number'],
    [['columns', 'id,nom'], 2, 'id, title, status'],
    [['langage', 'fr'], 2, 'language, email'],
    [['language', 'klingon'], 2, 'Français'],
    [['language'], 2, 'ipeos preferences set language fr'],
    [[], 2, 'ipeos preferences set language fr'],
  ])('preferences set %j changes nothing', async (words, expected, told) => {
    const { site, desk } = await deskOn()
    const { code, notes } = await desk.ipeos(['preferences', 'set', ...words])
    expect({ code, notes, writes: site.writes }).toEqual({
      code: expected,
      notes: expect.stringContaining(told),
      writes: [],
    })
  })

  test('a platform that cannot be reached changes nothing either: it may take it later', async () => {
    const { site, desk } = await deskOn()
    site.faults.inject({ kind: 'status', status: 503, times: 1000 })
    expect((await desk.ipeos(['preferences', 'set', 'email', 'a@b.example'])).code).toBe(6)
    expect(await desk.ipeos(['preferences', 'show'])).toMatchObject({ code: 0 })
  })

  test('whoever is not logged in keeps them on this computer', async () => {
    const desk = newDesk(await openSandbox(), { user: null })
    const { code, notes } = await desk.ipeos(['preferences', 'set', 'language', 'fr'])
    expect({ code, notes }).toEqual({ code: 0, notes: expect.stringContaining('(on this computer)') })
  })

  test('a platform that takes the form and changes nothing is told as such', async () => {
    const site = await openSandbox()
    const stubborn = async (request: Request) =>
      request.method === 'POST' && request.url.endsWith('/front/preference.php')
        ? new Response(null, { status: 302, headers: { Location: '/' } })
        : site.fetch(request)
    const { code, notes } = await newDesk({ fetch: stubborn }).ipeos(['preferences', 'set', 'email', 'a@b.example'])
    expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining('did not change them') })
  })
})

test.each([40, 80])('preferences fit %d columns, in French', async (columns) => {
  const { desk } = await deskOn()
  const { out } = await desk.ipeos(['preferences', 'show', '--lang', 'fr'], { columns, env: { NO_COLOR: '1' } })
  expect(Math.max(...out.split('\n').map(widthOf))).toBeLessThanOrEqual(columns)
  expect(out).toMatch(/alice@ipeos.*plateforme/)
})

test('a French person names the preference and the language in French', async () => {
  const { site, desk } = await deskOn()
  const set = await desk.ipeos(['preferences', 'set', 'langue', 'Anglais', '--lang', 'fr'])
  expect({ code: set.code, language: await languageOnPlatform(site) }).toEqual({ code: 0, language: 'en_GB' })
  const { out } = await desk.ipeos(['preferences', 'show', '--lang', 'fr'], { columns: 80, env: { NO_COLOR: '1' } })
  expect(out).toMatch(/^langue +anglais +plateforme/m)
})

test('a narrow window has whole what each is, and what it is about', async () => {
  const { desk } = await deskOn()
  const { out } = await desk.ipeos(['preferences', 'show', '--lang', 'fr'], { columns: 40, env: { NO_COLOR: '1' } })
  expect(out).toContain('courriel · où vous informer des suites\n    alice@ipeos.example · plateforme\n')
})

test.each(['fr', 'en'])('80 columns have room for what each preference is about, in %s', async (lang) => {
  const { desk } = await deskOn()
  const { out } = await desk.ipeos(['preferences', 'show', '--lang', lang], { columns: 80, env: { NO_COLOR: '1' } })
  expect(out).toContain('alice@ipeos.example')
  expect(out).not.toContain('…')
})

test.each([
  ['fr', 'M’informer par courriel : non (sur cet ordinateur)'],
  ['en', 'Inform me by e-mail: no (on this computer)'],
])('what was changed is told in words, in %s', async (lang, told) => {
  const { desk } = await deskOn()
  const { notes } = await desk.ipeos(['preferences', 'set', 'notify', 'no', '--lang', lang])
  expect(notes.replaceAll('\u00a0', ' ').trim()).toBe(told)
})

test('languages written from right to left are listed by their codes, which turn no line round', async () => {
  const site = await openSandbox()
  const fetch = async (request: Request): Promise<Response> => {
    const response = await site.fetch(request)
    if (!request.url.includes('common.tabs.php')) return response
    const arabic = '<option value="ar_SA">العربية</option>'
    const page = (await response.text()).replace(/(<select name="language"[^>]*>)/, `$1${arabic}`)
    return new Response(page, { status: response.status, headers: response.headers })
  }
  const { code, notes } = await newDesk({ fetch }).ipeos(['preferences', 'set', 'language', 'klingon'])
  expect(code).toBe(2)
  expect(notes).toContain('ar_SA')
  expect(notes).not.toMatch(/\p{Script=Arabic}/u)
})

test('where the server fails of the page, nothing is changed, neither there nor here', async () => {
  const { site, desk } = await deskOn()
  site.faults.inject({ kind: 'status', status: 500, match: { path: /common\.tabs/ }, times: 9 })
  const { code, notes } = await desk.ipeos(['preferences', 'set', 'email', 'autre@ipeos.example'])
  expect({ code, notes }).toEqual({ code: 6, notes: expect.stringContaining('(error 500)') })
  site.faults.clear()
  expect((await preferencesOf(desk)).email).toEqual(['alice@ipeos.example', 'platform'])
})
