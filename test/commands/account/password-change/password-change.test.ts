import { describe, expect, test } from 'vitest'
import type { SandboxConfiguration } from '../../../../src/sandbox/configuration.ts'
import { stockPolicy } from '../../../../src/sandbox/configuration.ts'
import { openSandbox, type Sandbox } from '../../../../src/sandbox/sandbox.ts'
import { type Desk, newDesk } from '../../../support/desk.ts'
import { type Answer, shiftTab } from '../../../support/scripted-prompts.ts'

type Glpi = '10.0' | '11.0'
const old = 'alice-secret'
const fresh = 'Tout-Neuf-2030'
const page = '/front/updatepassword.php'

/** alice, logged in by her password, which is in her keychain. */
async function loggedIn(glpi: Glpi = '11.0', configuration: Partial<SandboxConfiguration> = {}) {
  const site = await openSandbox({ glpi, configuration })
  const desk = newDesk(site, { user: null })
  const words = ['login', '--user', 'alice', '--password-stdin']
  expect(await desk.ipeos(words, { stdin: old })).toMatchObject({ code: 0 })
  return { site, desk }
}

const kept = ({ keychain }: Desk) => keychain.get('alice@support.example')?.credential
const posts = ({ requests }: Sandbox) => requests.filter(({ method, path }) => method === 'POST' && path === page)

/** At a terminal: the password of today, then the new one twice. */
const typed = (current: string, next: string, again: unknown = next): Answer[] => [
  ['Current password', current],
  ['New password', next],
  ['The same again', again],
]
const change = (desk: Desk, answers: Answer[], words: string[] = []) =>
  desk.ipeos(['password', 'change', ...words], { columns: 200, answers })
const inScript = (desk: Desk, stdin: string, words: string[] = [], env = {}) =>
  desk.ipeos(['password', 'change', '--password-stdin', ...words], { stdin, env })

describe.each(['10.0', '11.0'] as const)('on %s', (glpi) => {
  test('a new password is in place, and the keychain has it in the place of the old one', async () => {
    const { desk } = await loggedIn(glpi)
    const { code, notes } = await change(desk, typed(old, fresh))
    expect([code, notes]).toEqual([0, expect.stringContaining('new password is in place')])
    expect(kept(desk)).toEqual({ user: 'alice', password: fresh })
    expect(await desk.ipeos(['whoami'])).toMatchObject({ code: 0 })
  })

  test('from the second time that it is typed one goes back to the first, and nothing is sent meanwhile', async () => {
    const { site, desk } = await loggedIn(glpi)
    const answers = [...typed(old, 'Mal-Tape-2030', shiftTab), ...typed(old, fresh).slice(1)]
    const { code, notes } = await change(desk, answers)
    expect([code, notes]).toEqual([0, expect.not.stringContaining('not the same')])
    expect([kept(desk), posts(site).length]).toEqual([{ user: 'alice', password: fresh }, 1])
  })

  test('a script gives the old one and the new one, a line each', async () => {
    const { desk } = await loggedIn(glpi)
    expect(await inScript(desk, `${old}\n${fresh}\n`)).toMatchObject({ code: 0, out: '' })
    expect(kept(desk)).toEqual({ user: 'alice', password: fresh })
  })

  test('what the platform wants is told before the question, and a password that lacks it is not sent', async () => {
    const { site, desk } = await loggedIn(glpi, { passwordPolicy: { ...stockPolicy, isUsed: true } })
    const [first, ...others] = typed(old, fresh)
    const { code, notes } = await change(desk, [first as Answer, ['New password', 'court'], ...others])
    expect(code).toBe(0)
    expect(notes).toMatch(/needs: at least 8 characters, a digit, a small letter, a capital letter, a sign/)
    expect(posts(site)).toHaveLength(1)
  })

  test('a refusal of the page is told in its words, and another one may be tried', async () => {
    const { site, desk } = await loggedIn(glpi)
    site.configuration.passwordPolicy = { ...stockPolicy, isUsed: true, minimumLength: 12 }
    // The page asks for more than what was read before.
    const hidden = { ...site, fetch: withoutPolicy(site) }
    const place = newDesk(hidden, { user: null })
    const answers = [...typed(old, 'Court-1'), ...typed(old, fresh).slice(1)]
    const { code, notes } = await change(place, answers, ['--user', 'alice'])
    expect([code, notes]).toEqual([0, expect.stringContaining('Le mot de passe est trop court !')])
    expect(desk.home).not.toBe(place.home)
  })

  test('one that has expired is changed too, by a person and by a script', async () => {
    const { site, desk } = await loggedIn(glpi)
    site.expirePassword('alice')
    expect(await change(desk, typed(old, fresh))).toMatchObject({ code: 0 })
    site.expirePassword('alice')
    expect(await inScript(desk, `${fresh}\n${old}\n`)).toMatchObject({ code: 0 })
    expect(kept(desk)).toEqual({ user: 'alice', password: old })
  })

  test('the policy is read from the page where the session of an expired one may read nothing else', async () => {
    const { site, desk } = await loggedIn(glpi, { passwordPolicy: { ...stockPolicy, isUsed: true, symbol: false } })
    site.expirePassword('alice')
    const { notes } = await change(desk, typed(old, fresh))
    expect(notes).toMatch(/needs: at least 8 characters, a digit, a small letter, a capital letter\./)
  })
})

/** The same site, which does not tell its policy before. */
function withoutPolicy(site: Sandbox): Sandbox['fetch'] {
  return async (request) => {
    const response = await site.fetch(request)
    if (!request.url.includes('getGlpiConfig')) return response
    const json = (await response.json()) as { cfg_glpi: object }
    return Response.json({ cfg_glpi: { ...json.cfg_glpi, use_password_security: '0' } })
  }
}

test('a wrong password of today is asked again, and the third one ends it', async () => {
  const { site, desk } = await loggedIn()
  const wrong: Answer = ['Current password', 'faux']
  const { code, notes } = await change(desk, [wrong, wrong, wrong])
  expect([code, notes]).toEqual([4, expect.stringContaining('not your current password')])
  expect([posts(site), kept(desk)]).toEqual([[], { user: 'alice', password: old }])
})

test.each([
  ['a wrong password of today', `faux\n${fresh}\n`, 4, 'not your current password'],
  ['the same again', `${old}\n${old}\n`, 2, 'your current password: choose'],
  ['an empty new one', `${old}\n\n`, 2, 'neither may be empty'],
  ['one line', `${old}\n`, 2, 'two lines are expected'],
  ['three lines', 'a\nb\nc\n', 2, 'two lines are expected'],
])('in a script, %s sends nothing', async (_, stdin, expected, told) => {
  const { site, desk } = await loggedIn()
  const { code, notes } = await inScript(desk, stdin)
  expect([code, notes]).toEqual([expected, expect.stringContaining(told)])
  expect(notes).not.toMatch(/alice-secret|faux|Tout-Neuf/)
  expect([posts(site), kept(desk)]).toEqual([[], { user: 'alice', password: old }])
})

test('in a script, all that a policy finds wrong is named, a line each', async () => {
  const { site, desk } = await loggedIn('11.0', { passwordPolicy: { ...stockPolicy, isUsed: true } })
  const { code, notes } = await inScript(desk, `${old}\ncourt\n`)
  expect(code).toBe(2)
  expect(notes).toMatch(/at least 8 characters\n.*a digit\n.*a capital letter\n.*a sign/)
  expect(posts(site)).toEqual([])
})

test('without a terminal, all that is missing is named at once', async () => {
  const site = await openSandbox()
  const { code, notes } = await newDesk(site, { user: null }).ipeos(['password', 'change'])
  expect(code).toBe(2)
  expect(notes).toMatch(/--user NAME[\s\S]*--password-stdin/)
})

test('two that are unlike are asked again', async () => {
  const { desk } = await loggedIn()
  const [current, ...again] = typed(old, fresh)
  const unlike = typed(old, 'Un-mot-2030', 'Un-mot-2031').slice(1)
  const { code, notes } = await change(desk, [current as Answer, ...unlike, ...again])
  expect([code, notes]).toEqual([0, expect.stringContaining('not the same')])
})

test('an empty one is not taken, though the page would say that it is done', async () => {
  const { site, desk } = await loggedIn()
  const [current, ...others] = typed(old, fresh)
  expect(await change(desk, [current as Answer, ['New password', ''], ...others])).toMatchObject({ code: 0 })
  expect(posts(site)).toHaveLength(1)
})

describe('what becomes of it is seen by logging in:', () => {
  test('a page that says «done» and changed nothing is not believed', async () => {
    const { site, desk } = await loggedIn()
    const lying: Sandbox['fetch'] = async (request) => {
      if (request.method !== 'POST' || !request.url.endsWith(page)) return site.fetch(request)
      return new Response('<p>Votre mot de passe a été mis à jour avec succès.</p>', {
        headers: { 'Content-Type': 'text/html' },
      })
    }
    const place = { ...newDesk({ fetch: lying }, { user: null }) }
    const { code, notes } = await change(place, typed(old, fresh), ['--user', 'alice'])
    expect([code, notes]).toEqual([1, expect.stringContaining('the old password holds, the new one does not')])
    expect(kept(desk)).toEqual({ user: 'alice', password: old })
  })

  test('an answer that is lost though it was done is no failure', async () => {
    const { site, desk } = await loggedIn()
    site.faults.inject({ kind: 'drop-after', match: { method: 'POST', path: /updatepassword/ } })
    expect(await change(desk, typed(old, fresh))).toMatchObject({ code: 0 })
    expect(kept(desk)).toEqual({ user: 'alice', password: fresh })
  })

  test('a change that is cut off before it arrived says that the old one holds', async () => {
    const { site, desk } = await loggedIn()
    site.faults.inject({ kind: 'drop-before', match: { method: 'POST', path: /updatepassword/ } })
    const { code, notes } = await change(desk, typed(old, fresh))
    expect([code, notes]).toEqual([1, expect.stringContaining('the old one still holds, the new one does not')])
    expect(kept(desk)).toEqual({ user: 'alice', password: old })
  })

  test('a platform that is gone afterwards leaves it open, and what is kept as it was', async () => {
    const { site, desk } = await loggedIn()
    site.faults.inject({ kind: 'drop-after', match: { method: 'POST', path: /updatepassword/ } })
    const gone: Sandbox['fetch'] = async (request) => {
      const response = await site.fetch(request).catch((error) => {
        site.faults.inject({ kind: 'drop-before', times: 100 })
        throw error
      })
      return response
    }
    const place = { ...newDesk({ fetch: gone }, { user: null }), keychain: desk.keychain }
    const { code, notes } = await change(place, typed(old, fresh), ['--user', 'alice'])
    expect([code, notes]).toEqual([6, expect.stringContaining('cannot be asked whether it holds')])
    expect(kept(desk)).toEqual({ user: 'alice', password: old })
  })

  test('sessions that cannot be ended then keep nothing from being kept', async () => {
    const { site, desk } = await loggedIn()
    site.faults.inject({ kind: 'status', status: 503, times: 50, match: { path: /killSession/ } })
    const { code, notes } = await change(desk, typed(old, fresh))
    expect([code, notes]).toEqual([0, expect.stringContaining('new password is in place')])
    expect(kept(desk)).toEqual({ user: 'alice', password: fresh })
  })

  test('a session that cannot be ended does not hide that the old one holds', async () => {
    const { site, desk } = await loggedIn()
    site.faults.inject({ kind: 'drop-before', match: { method: 'POST', path: /updatepassword/ } })
    site.faults.inject({ kind: 'status', status: 503, times: 50, match: { path: /killSession/ } })
    const { code, notes } = await change(desk, typed(old, fresh))
    expect([code, notes]).toEqual([1, expect.stringContaining('the old one still holds, the new one does not')])
  })

  test('a keychain that cannot be written then is told, with what to do', async () => {
    const { desk } = await loggedIn()
    const { KeychainUnavailable } = await import('../../../../src/settings/secrets/keychain.ts')
    const keychain = {
      get: async (name: string) => desk.keychain.get(name),
      set: () => Promise.reject(new KeychainUnavailable('locked')),
      remove: async () => true,
    }
    const answers = typed(old, fresh)
    const { code, notes } = await desk.ipeos(['password', 'change'], { columns: 200, answers, world: { keychain } })
    expect([code, notes]).toEqual([7, expect.stringMatching(/in place on the platform[\s\S]*ipeos login/)])
  })
})

describe('where it cannot be changed it is said what to do:', () => {
  test.each([
    ['a password of a directory', { externalAccounts: ['alice'] }, 'not kept on the platform'],
    ['a profile that may not', { customerMayChangePassword: false }, 'may not change its password'],
  ])('%s', async (_, configuration, told) => {
    const { site, desk } = await loggedIn('11.0', configuration)
    const { code, notes } = await change(desk, typed(old, fresh).slice(0, 1))
    expect([code, notes, posts(site)]).toEqual([5, expect.stringContaining(told), []])
  })

  test('a personal token', async () => {
    const site = await openSandbox()
    const desk = newDesk(site, { user: null })
    await desk.ipeos(['login', '--token-stdin'], { stdin: 'alice-token' })
    const { code, notes } = await change(desk, [])
    expect([code, notes]).toEqual([5, expect.stringContaining(`https://support.example${page}`)])
  })

  test('a password of the environment, but for who names the user', async () => {
    const site = await openSandbox()
    const desk = newDesk(site)
    expect(await change(desk, [])).toMatchObject({ code: 2, notes: expect.stringContaining('--user alice') })
    const { code, notes } = await change(desk, typed(old, fresh), ['--user', 'alice'])
    expect([code, notes]).toEqual([0, expect.stringContaining('IPEOS_PASSWORD (or its file) still says the old one')])
  })
})

test('who keeps a token is asked for nothing more, and the token stays', async () => {
  const site = await openSandbox()
  const desk = newDesk(site, { user: null })
  await desk.ipeos(['login', '--token-stdin'], { stdin: 'alice-token' })
  const { code, notes } = await change(desk, typed(old, fresh), ['--user', 'alice'])
  expect([code, notes]).toEqual([0, expect.stringContaining('which stays as it is')])
  expect(kept(desk)).toEqual({ token: 'alice-token' })
})

test('nobody logged in is asked for the name too', async () => {
  const site = await openSandbox()
  const answers: Answer[] = [['User name', 'alice'], ...typed(old, fresh)]
  const { code, notes } = await change(newDesk(site, { user: null }), answers)
  expect([code, notes]).toEqual([0, expect.stringContaining('ipeos login')])
})

test('its sessions are ended, but for the one that was kept', async () => {
  const { site, desk } = await loggedIn()
  const count = (path: RegExp) => site.requests.filter((one) => path.test(one.path)).length
  const before = { opened: count(/initSession/), ended: count(/killSession/) }
  await change(desk, typed(old, fresh))
  expect(count(/killSession/) - before.ended).toBe(count(/initSession/) - before.opened)
  const opened = count(/initSession/)
  expect(await desk.ipeos(['ticket', 'list'])).toMatchObject({ code: 0 })
  expect(count(/initSession/)).toBe(opened)
})
