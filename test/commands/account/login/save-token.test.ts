import { describe, expect, test } from 'vitest'
import { Failed } from '../../../../src/errors/error.ts'
import type { SandboxConfiguration } from '../../../../src/sandbox/configuration.ts'
import { openSandbox, type Sandbox, type SandboxOptions } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'
import { type Answer, ctrlC } from '../../../support/scripted-prompts.ts'

const name = 'alice@support.example'
const byInput = ['login', '--user', 'alice', '--password-stdin']
const secret = { stdin: 'alice-secret' }

async function newPlace(options: SandboxOptions = {}) {
  const site = await openSandbox(options)
  const desk = newDesk(site, { user: null })
  const kept = () => desk.keychain.get(name)?.credential
  return { site, desk, kept }
}

type Place = Awaited<ReturnType<typeof newPlace>>

/** Logs in by hand; `offered`: the answer to the offer of a token, where it comes. */
async function logIn({ desk }: Place, offered?: unknown, words: string[] = [], language: 'en' | 'fr' = 'en') {
  const password: Answer = [language === 'en' ? 'Password' : 'Mot de passe', 'alice-secret']
  const token: Answer[] =
    offered === undefined ? [] : [[language === 'en' ? 'Keep a token' : 'Garder un jeton', offered]]
  const answers = [password, ...token]
  return desk.ipeos(['login', '--user', 'alice', '--lang', language, ...words], { columns: 200, answers })
}

/** How often the preferences were changed. */
const changes = ({ site }: Place) => site.writes.filter(({ path }) => path === '/front/preference.php').length

describe.each(glpiVersions)('a login by password that leaves a token, on GLPI %s', (glpi) => {
  test('keeps it in the password’s place, and it opens the next session', async () => {
    const place = await newPlace({ glpi })
    const { code, notes } = await place.desk.ipeos([...byInput, '--save-token'], secret)
    expect([code, notes]).toEqual([0, expect.stringContaining('A token, instead of your password, is in the keychain')])
    expect(place.kept()).toEqual({ token: expect.stringMatching(/^\w{40}$/) })
    place.site.killSessions()
    expect(await place.desk.ipeos(['ticket', 'list'])).toMatchObject({ code: 0 })
  })

  test('uses the one that stands on the site, and makes none', async () => {
    const place = await newPlace({ glpi })
    await place.desk.ipeos([...byInput, '--save-token'], secret)
    const first = place.kept()
    const other = newDesk(place.site, { user: null })
    const { notes } = await other.ipeos([...byInput, '--save-token'], secret)
    expect([other.keychain.get(name)?.credential, changes(place)]).toEqual([first, 1])
    expect(notes).not.toContain('made a new token')
  })

  test('says nothing of other programs where there was no token before', async () => {
    const place = await newPlace({ glpi })
    const { notes } = await place.desk.ipeos([...byInput, '--save-token'], secret)
    expect(notes).not.toMatch(/made a|older/)
  })

  test('leaves no session open but its own', async () => {
    const place = await newPlace({ glpi })
    await place.desk.ipeos([...byInput, '--save-token'], secret)
    const opened = place.site.requests.filter(({ path }) => path.includes('initSession'))
    const ended = place.site.requests.filter(({ path }) => path.includes('killSession'))
    expect([opened.length, ended.length]).toEqual([2, 1])
  })
})

describe('on a terminal', () => {
  test('a token is offered after a login by password; whoever takes it is asked no more', async () => {
    const place = await newPlace()
    expect(await logIn(place, true)).toMatchObject({ code: 0 })
    expect(place.kept()).toHaveProperty('token')
    expect(await logIn(place)).toMatchObject({ code: 0 })
    expect(place.kept()).toHaveProperty('token')
  })

  test('Enter takes it', async () => {
    const place = await newPlace()
    const answers: Answer[] = [
      ['Password', 'alice-secret'],
      ['Keep a token', undefined],
    ]
    await place.desk.ipeos(['login', '--user', 'alice'], { columns: 80, answers })
    expect(place.kept()).toHaveProperty('token')
  })

  test('whoever declines keeps the password, and is asked no more until the setting is forgotten', async () => {
    const place = await newPlace()
    await logIn(place, false)
    expect(place.kept()).toHaveProperty('password')
    expect(await logIn(place)).toMatchObject({ code: 0 })
    await place.desk.ipeos(['config', 'unset', 'save-token'])
    expect(await logIn(place, true)).toMatchObject({ code: 0 })
    expect(place.kept()).toHaveProperty('token')
  })

  test('in French it is offered in French', async () => {
    const place = await newPlace()
    const { notes } = await logIn(place, true, [], 'fr')
    expect(notes).toContain('Un jeton, plutôt que votre mot de passe, est dans le trousseau')
  })

  test('whoever leaves the question leaves the login, is told so, and asked again another time', async () => {
    const place = await newPlace()
    const { code, notes } = await logIn(place, ctrlC)
    expect([code, notes]).toEqual([130, expect.stringContaining('accepted your login, but nothing of it is kept')])
    expect([place.kept(), place.site.requests.at(-1)?.path]).toEqual([
      undefined,
      expect.stringContaining('killSession'),
    ])
    expect(await logIn(place, false)).toMatchObject({ code: 0 })
  })

  test.each<[string, Partial<SandboxConfiguration>]>([
    ['takes no tokens', { tokenLoginEnabled: false }],
    ['does not show its preferences', { preferencesAvailable: false }],
  ])('nothing is offered where the site %s', async (_, configuration) => {
    const place = await newPlace({ configuration })
    expect(await logIn(place)).toMatchObject({ code: 0 })
    expect(place.kept()).toHaveProperty('password')
  })

  test('of the trial account nothing is asked', async () => {
    const { desk } = await newPlace()
    const place = { env: { IPEOS_URL: '' }, columns: 80, answers: [] }
    expect(await desk.ipeos(['login', '--sandbox'], place)).toMatchObject({ code: 0 })
  })
})

describe('a script', () => {
  test('is offered nothing', async () => {
    const place = await newPlace()
    expect(await place.desk.ipeos(byInput, secret)).toMatchObject({ code: 0 })
    expect([place.kept(), changes(place)]).toEqual([{ user: 'alice', password: 'alice-secret' }, 0])
  })

  test.each<[string, Partial<SandboxConfiguration>, string]>([
    ['takes no tokens', { tokenLoginEnabled: false }, 'This site takes no personal tokens.'],
    ['does not show its preferences', { preferencesAvailable: false }, 'preferences'],
  ])('that wants a token of a site which %s is logged in by password, and told (7)', async (_, configuration, why) => {
    const place = await newPlace({ configuration })
    const { code, notes } = await place.desk.ipeos([...byInput, '--save-token'], secret)
    expect([code, notes.replace(/\s+/g, ' ')]).toEqual([7, expect.stringContaining(why)])
    expect(place.kept()).toEqual({ user: 'alice', password: 'alice-secret' })
    expect(await place.desk.ipeos(['ticket', 'list'])).toMatchObject({ code: 0 })
  })

  test('whose settings want a token is told of one that cannot be had, and that is no failure', async () => {
    const place = await newPlace({ configuration: { tokenLoginEnabled: false } })
    await place.desk.ipeos(['config', 'set', 'save-token', 'true'])
    const { code, notes } = await place.desk.ipeos(byInput, secret)
    expect([code, notes.replace(/\s+/g, ' ')]).toEqual([0, expect.stringContaining('Your password is kept, as before')])
  })
})

/** A site with a token of alice, which it refuses once. */
async function refusingOnce() {
  const place = await newPlace()
  await place.desk.ipeos([...byInput, '--save-token'], secret)
  const { fetch } = place.site
  let isFirst = true
  const refusing = async (request: Request) => {
    const isByToken = request.headers.get('authorization')?.startsWith('user_token') && isFirst
    if (isByToken) isFirst = false
    return isByToken ? Response.json(['ERROR_GLPI_LOGIN_USER_TOKEN', 'x'], { status: 401 }) : fetch(request)
  }
  return { place, former: place.kept(), other: newDesk({ fetch: refusing }, { user: null }) }
}

describe('a token that cannot be proven is not kept', () => {
  test.each([
    [true, 2, 0, { token: expect.any(String) }],
    [false, 1, 7, { user: 'alice', password: 'alice-secret' }],
  ])('of one that stands on the site and is refused a person is asked first: %s', async (yes, made, exit, held) => {
    const { place, other } = await refusingOnce()
    const answers: Answer[] = [
      ['Password', 'alice-secret'],
      ['Make another?', yes],
    ]
    const { code } = await other.ipeos(['login', '--user', 'alice', '--save-token'], { columns: 200, answers })
    expect([code, changes(place), other.keychain.get(name)?.credential]).toEqual([exit, made, held])
  })

  test('one that was made, and by which nobody can log in just now, is taken back', async () => {
    const place = await newPlace()
    const down = async (request: Request) =>
      request.headers.get('authorization')?.startsWith('user_token')
        ? new Response('', { status: 503 })
        : place.site.fetch(request)
    const desk = newDesk({ fetch: down }, { user: null })
    const { code, notes } = await desk.ipeos([...byInput, '--save-token'], secret)
    expect([code, changes(place), notes]).toEqual([7, 2, expect.not.stringContaining('has made a new token')])
  })

  test('one that was made, and can neither be used nor taken back, is told', async () => {
    const place = await newPlace()
    let isMade = false
    const down = async (request: Request) => {
      const isPage = request.method === 'POST' && request.url.endsWith('/front/preference.php')
      const isByToken = request.headers.get('authorization')?.startsWith('user_token')
      if (isByToken || (isPage && isMade)) return new Response('', { status: 503 })
      if (isPage) isMade = true
      return place.site.fetch(request)
    }
    const desk = newDesk({ fetch: down }, { user: null })
    const { code, notes } = await desk.ipeos([...byInput, '--save-token'], secret)
    expect([code, changes(place), notes.replace(/\s+/g, ' ')]).toEqual([
      7,
      1,
      expect.stringMatching(
        /may still stand on the site, and opens your account\. .*: ipeos login .*--save-token Then, to/,
      ),
    ])
  })

  /** A site whose page of the preferences fails so often once a token was asked for. */
  function unreadAfterMaking(site: Sandbox, times: number) {
    let isMade = false
    const fetch = async (request: Request) => {
      const answer = await site.fetch(request)
      const isMaking = request.method === 'POST' && request.url.endsWith('/front/preference.php')
      if (isMaking && !isMade)
        site.faults.inject({ kind: 'status', status: 500, match: { path: /common\.tabs/ }, times })
      isMade ||= isMaking
      return answer
    }
    return newDesk({ fetch }, { user: null })
  }

  test.each(glpiVersions)(
    'one that was made and cannot be read on GLPI %s is told, and how to end it',
    async (glpi) => {
      const place = await newPlace({ glpi })
      const { code, notes } = await unreadAfterMaking(place.site, 99).ipeos([...byInput, '--save-token'], secret)
      expect({ code, notes: notes.replace(/\s+/g, ' ') }).toEqual({
        ...{
          code: 7,
          notes: expect.stringMatching(/may still stand on the site.*ipeos logout --revoke.*did not show it/),
        },
      })
      place.site.faults.clear()
      await place.desk.ipeos([...byInput, '--save-token'], secret)
      expect(await place.desk.ipeos(['logout', '--revoke'])).toMatchObject({ code: 0 })
    },
  )

  test('one that cannot be read at first is taken back, and nothing is said of it', async () => {
    const place = await newPlace()
    const { code, notes } = await unreadAfterMaking(place.site, 4).ipeos([...byInput, '--save-token'], secret)
    expect([code, changes(place), notes]).toEqual([7, 2, expect.not.stringContaining('may still stand')])
  })

  test('one that was made, and that no keychain takes, is taken back', async () => {
    const place = await newPlace()
    let isMade = false
    const fetch = async (request: Request) => {
      if (request.url.endsWith('/front/preference.php')) isMade = true
      return place.site.fetch(request)
    }
    const desk = newDesk({ fetch }, { user: null })
    const set = desk.keychain.set.bind(desk.keychain)
    desk.keychain.set = (...entry) => {
      if (isMade) throw new Failed('keychain-broken', { reason: 'x' })
      return set(...entry)
    }
    expect(await desk.ipeos([...byInput, '--save-token'], secret)).toMatchObject({ code: 1 })
    expect(changes(place)).toBe(2)
  })

  test('in a script, one that stands on the site and is refused is replaced', async () => {
    const { former, other } = await refusingOnce()
    const { code, notes } = await other.ipeos([...byInput, '--save-token'], secret)
    expect([code, notes]).toEqual([0, expect.stringContaining('any program that used the older one')])
    const now = other.keychain.get(name)?.credential
    expect(now).toHaveProperty('token')
    expect(now).not.toEqual(former)
  })

  test('one that was made and is refused is taken back, and the password kept', async () => {
    const place = await newPlace()
    const { fetch } = place.site
    const refusing = async (request: Request) =>
      request.headers.get('authorization')?.startsWith('user_token')
        ? Response.json(['ERROR_GLPI_LOGIN_USER_TOKEN', 'x'], { status: 401 })
        : fetch(request)
    const desk = newDesk({ fetch: refusing }, { user: null })
    const { code, notes } = await desk.ipeos([...byInput, '--save-token'], secret)
    expect([code, notes.replace(/\s+/g, ' ')]).toEqual([
      7,
      expect.stringContaining('made a token, and then refused it'),
    ])
    expect([desk.keychain.get(name)?.credential, changes(place)]).toEqual([
      { user: 'alice', password: 'alice-secret' },
      2,
    ])
  })
})
