import { describe, expect, test } from 'vitest'
import { openSandbox, type SandboxOptions } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'
import { type Answer, ctrlC } from '../../../support/scripted-prompts.ts'

async function newPlace(options: SandboxOptions = {}) {
  const site = await openSandbox(options)
  return { site, desk: newDesk(site, { user: null }) }
}

const pasted = (token: string): Answer => ['Your token', token]

describe('login --web', () => {
  test.each([
    ['10.0', 'en', 'Your token', /Remote access keys[\s\S]*API token[\s\S]*Regenerate[\s\S]*Save/],
    ['11.0', 'en', 'Your token', /Passwords and access keys[\s\S]*API token[\s\S]*Regenerate[\s\S]*Save/],
    ['10.0', 'fr', 'Votre jeton', /Clés d’accès distant[\s\S]*Jeton d’API[\s\S]*Régénérer[\s\S]*Sauvegarder/],
    ['11.0', 'fr', 'Votre jeton', /Mots de passe et clés d’accès[\s\S]*Jeton d’API[\s\S]*Régénérer[\s\S]*Sauvegarder/],
  ] as const)('on GLPI %s says the steps (%s) in the words of the page, and keeps the token', async (...row) => {
    const [glpi, language, asked, steps] = row
    const { desk } = await newPlace({ glpi })
    const call = { columns: 300, answers: [[asked, ' alice-token \n'] satisfies Answer] }
    const { code, notes } = await desk.ipeos(['login', '--web', '--lang', language], call)
    expect([code, notes]).toEqual([0, expect.stringMatching(steps)])
    expect(desk.keychain.get('alice@support.example')?.credential).toEqual({ token: 'alice-token' })
  })

  test('prints the address where no browser opens', async () => {
    const { desk } = await newPlace({ configuration: { basePath: '/glpi' } })
    const call = { columns: 80, answers: [pasted('alice-token')] }
    const { out } = await desk.ipeos(['login', '--web', '--url', 'https://support.example/glpi'], call)
    expect(out).toBe('https://support.example/glpi/front/preference.php\n')
  })

  test.each([
    ['a space within', 'alice to ken', 'a space in the middle'],
    ['nothing', '  ', 'A few characters'],
    ['no letters of a token', 'jeton-é', 'letters and digits'],
  ])('does not try a paste with %s', async (_, text) => {
    const { site, desk } = await newPlace()
    const call = { columns: 80, answers: [pasted(text), pasted('alice-token')] }
    expect(await desk.ipeos(['login', '--web'], call)).toMatchObject({ code: 0 })
    // One to see that the API is there, one with the token.
    expect(site.requests.filter(({ path }) => path.includes('initSession'))).toHaveLength(2)
  })

  test('takes another one after a token that is refused, and names both reasons', async () => {
    const { desk } = await newPlace()
    const call = { columns: 300, answers: [pasted('wrong'), pasted('alice-token')] }
    const { code, notes } = await desk.ipeos(['login', '--web'], call)
    expect([code, notes]).toEqual([0, expect.stringMatching(/not the one on the page, or the site takes no tokens/)])
  })

  test('ends after three, with nothing kept, where the site takes none', async () => {
    const { desk } = await newPlace({ configuration: { tokenLoginEnabled: false } })
    const answers = [1, 2, 3].map(() => pasted('alice-token'))
    const { code, notes } = await desk.ipeos(['login', '--web'], { columns: 300, answers })
    expect([code, desk.keychain.size]).toEqual([4, 0])
    expect(notes).toMatch(/wrong or was taken back, or the site takes no tokens at all/)
  })

  test('needs no password of the site, as with single sign-on', async () => {
    const { desk } = await newPlace({ configuration: { singleSignOn: { kind: 'cas', people: ['bob'] } } })
    expect(await desk.ipeos(['login', '--web'], { columns: 80, answers: [pasted('bob-token')] })).toMatchObject({
      code: 0,
    })
    expect(await desk.ipeos(['ticket', 'list'])).toMatchObject({ code: 0 })
  })

  test('left with Ctrl-C keeps nothing', async () => {
    const { desk } = await newPlace()
    expect(await desk.ipeos(['login', '--web'], { columns: 80, answers: [['Your token', ctrlC]] })).toMatchObject({
      code: 130,
    })
    expect(desk.keychain.size).toBe(0)
  })

  test('of the embedded platform says where to take the token from', async () => {
    const { desk } = await newPlace()
    const call = { env: { IPEOS_URL: '' }, columns: 300, answers: [pasted('alice-token')] }
    const { code, notes } = await desk.ipeos(['login', '--web', '--sandbox'], call)
    expect([code, notes]).toEqual([0, expect.stringContaining('has no page that a browser could open')])
  })

  test('without a terminal is refused, and the way of scripts named', async () => {
    const { desk, site } = await newPlace()
    const { code, notes } = await desk.ipeos(['login', '--web'])
    expect([code, notes, site.requests]).toEqual([2, expect.stringContaining('ipeos login --token-stdin'), []])
  })

  test.each(['--password-stdin', '--token-stdin'])('does not go with %s', async (option) => {
    const { desk } = await newPlace()
    expect(await desk.ipeos(['login', '--web', option], { stdin: 'alice-token' })).toMatchObject({ code: 2 })
  })
})

describe('the token of somebody else', () => {
  const words = ['login', '--web', '--user', 'alice']

  test('is refused, unless one says that it is meant', async () => {
    const { desk, site } = await newPlace()
    const answers: Answer[] = [pasted('teo-token'), ['(teo), and not of alice. Log in as teo?', false]]
    const { code, notes } = await desk.ipeos(words, { columns: 300, answers })
    expect([code, desk.keychain.size]).toEqual([5, 0])
    expect(notes).toContain('belongs to teo, and not to alice')
    expect(site.requests.at(-1)?.path).toContain('killSession')
  })

  test('is kept by whoever means it', async () => {
    const { desk } = await newPlace()
    const answers: Answer[] = [pasted('teo-token'), ['Log in as teo?', true]]
    expect(await desk.ipeos(words, { columns: 80, answers })).toMatchObject({ code: 0 })
    expect([...desk.keychain.keys()]).toEqual(['teo@support.example'])
  })

  test('is not that of a name written in other letters', async () => {
    const { desk } = await newPlace()
    const call = { columns: 80, answers: [pasted('alice-token')] }
    expect(await desk.ipeos(['login', '--web', '--user', 'Alice'], call)).toMatchObject({ code: 0 })
  })
})

describe('a login by password that is refused', () => {
  const typed = (user: string): Answer[] => [
    ['User name', user],
    ['Password', `${user}-secret`],
  ]

  test('leads to the token where the site signs people in by itself', async () => {
    const { desk } = await newPlace({ configuration: { singleSignOn: { kind: 'cas', people: ['bob'] } } })
    const answers: Answer[] = [...typed('bob'), ['from its page', true], pasted('bob-token')]
    const { code, notes } = await desk.ipeos(['login'], { columns: 300, answers })
    expect([code, notes]).toEqual([0, expect.stringContaining('single sign-on')])
    expect([...desk.keychain.keys()]).toEqual(['bob@support.example'])
  })

  test('leads there too where the site takes no passwords', async () => {
    const { desk } = await newPlace({ configuration: { credentialsLoginEnabled: false } })
    const answers: Answer[] = [...typed('alice'), ['from its page', true], pasted('alice-token')]
    expect(await desk.ipeos(['login'], { columns: 80, answers })).toMatchObject({ code: 0 })
  })

  test('may be typed again by whoever has a password all the same', async () => {
    const { desk } = await newPlace({ configuration: { singleSignOn: { kind: 'cas', people: ['bob'] } } })
    const answers: Answer[] = [
      ['User name', 'alice'],
      ['Password', 'wrong'],
      ['from its page', false],
      ['Password', 'alice-secret'],
      ['Keep a token', false],
    ]
    expect(await desk.ipeos(['login'], { columns: 80, answers })).toMatchObject({ code: 0 })
  })

  test('names --web where nothing shows single sign-on', async () => {
    const { desk } = await newPlace({ configuration: { singleSignOn: { kind: 'web-server', people: ['bob'] } } })
    const answers: Answer[] = [...typed('bob'), ['Password', ctrlC]]
    const { notes } = await desk.ipeos(['login'], { columns: 300, answers, env: { NO_COLOR: '1' } })
    expect(notes).toContain('as with single sign-on? Ctrl+C, then: ipeos login --web')
  })
})

describe('a token on standard input', () => {
  test.each([' alice-token', 'alice-token  \r\n'])('may have blanks around it: %j', async (stdin) => {
    const { desk } = await newPlace()
    expect(await desk.ipeos(['login', '--token-stdin'], { stdin })).toMatchObject({ code: 0 })
  })

  test.each(['alice token', 'jeton-é'])('is not tried where it cannot be one: %j', async (stdin) => {
    const { desk, site } = await newPlace()
    expect(await desk.ipeos(['login', '--token-stdin'], { stdin })).toMatchObject({ code: 2 })
    expect(site.requests).toEqual([])
  })
})

test('a token that was taken back is told by any later command, with what to do', async () => {
  const { desk, site } = await newPlace()
  await desk.ipeos(['login', '--token-stdin'], { stdin: 'alice-token' })
  site.killSessions()
  site.configuration.tokenLoginEnabled = false
  const { code, notes } = await desk.ipeos(['ticket', 'list'])
  expect([code, notes]).toEqual([4, expect.stringContaining('ipeos login --web')])
})
