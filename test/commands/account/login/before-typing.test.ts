import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { KeychainUnavailable } from '../../../../src/settings/secrets/keychain.ts'
import type { SecretStore } from '../../../../src/settings/secrets/store.ts'
import { type CallOptions, newDesk } from '../../../support/desk.ts'
import { type Answer, ctrlC } from '../../../support/scripted-prompts.ts'

const credential: Answer[] = [
  ['User name', 'alice'],
  ['Password', 'alice-secret'],
]
const noToken: Answer = ['Keep a token', false]

describe('before anything is typed', () => {
  const places: Record<string, () => Promise<Response>> = {
    'an address where nobody answers': () => Promise.reject(new TypeError('fetch failed')),
    'a site that is another': async () => new Response('<html></html>', { headers: { 'Content-Type': 'text/html' } }),
  }
  test.each(Object.entries(places))('%s is told', async (_, fetch) => {
    const { code, notes } = await newDesk({ fetch }, { user: null }).ipeos(['login'], { columns: 80, answers: [] })
    expect([code, notes]).toEqual([6, expect.stringContaining('support.example')])
  })

  test('what keeps everybody out is told', async () => {
    const site = await openSandbox({ configuration: { appToken: 'app-1' } })
    const { code, notes } = await newDesk(site, { user: null }).ipeos(['login'], { columns: 80, answers: [] })
    expect([code, notes]).toEqual([4, expect.stringContaining('--app-token')])
  })
})

describe('without a keychain', () => {
  async function poorDesk(trouble: 'absent' | 'locked') {
    const site = await openSandbox()
    const desk = newDesk(site, { user: null })
    const refuse = () => Promise.reject(new KeychainUnavailable(trouble))
    const keychain: SecretStore = { check: refuse, get: refuse, set: refuse, remove: refuse }
    const ipeos = (words: string[], options: CallOptions = {}) =>
      desk.ipeos(words, { columns: 80, ...options, world: { keychain } })
    const folder = join(desk.home, '.config', 'ipeos')
    const kept = () => readFileSync(join(folder, 'secrets.json'), 'utf8')
    return { ipeos, kept, site, folder }
  }

  test('a person is asked whether a file will do once the login is accepted, and not again', async () => {
    const { ipeos, kept } = await poorDesk('absent')
    const asked: Answer = ['There is no keychain on this computer.', true]
    expect(await ipeos(['login'], { answers: [...credential, asked, noToken] })).toMatchObject({ code: 0 })
    expect(kept()).toContain('alice-secret')
    expect((await ipeos(['whoami', '--json', 'source'])).out).toContain('"file"')
    expect(await ipeos(['login'], { answers: credential })).toMatchObject({ code: 0 })
  })

  test('one that may be there again is asked for again', async () => {
    const { ipeos } = await poorDesk('locked')
    const asked: Answer = ['Keep your login in a file', true]
    for (const offered of [[noToken], []])
      expect(await ipeos(['login'], { answers: [...credential, asked, ...offered] })).toMatchObject({ code: 0 })
  })

  const password: Answer = ['Password', 'alice-secret']

  test.each(['absent', 'locked'] as const)(
    'who wants no file is told first that they are not logged in (%s)',
    async (trouble) => {
      const { ipeos } = await poorDesk(trouble)
      const answers: Answer[] = [password, ['Keep your login in a file', false]]
      const { notes } = await ipeos(['login', '--user', 'alice'], { answers })
      const told = stripVTControlCharacters(notes).replace(/\s+/g, ' ')
      expect(told).toMatch(/You are not logged in: .* run ipeos login( --user alice)? again and answer yes/)
      expect(told.indexOf('You are not logged in')).toBeLessThan(told.indexOf('IPEOS_USER'))
    },
  )

  test('who wants no file is told the other ways, by commands that name the same person', async () => {
    const { ipeos } = await poorDesk('absent')
    const answers: Answer[] = [password, ['no keychain', false]]
    const { code, notes } = await ipeos(['login', '--user', 'alice'], { answers })
    expect([code, notes.replace(/\s+/g, ' ')]).toEqual([
      1,
      expect.stringContaining('ipeos login --user alice --insecure-storage'),
    ])
    expect(notes).toContain('IPEOS_TOKEN')
  })

  test.each<[string, Answer[], number]>([
    ['who wants no file', [password, ['no keychain', false]], 1],
    ['who leaves that question', [password, ['no keychain', ctrlC]], 130],
    ['who leaves the next one', [password, ['no keychain', true], ['Keep a token', ctrlC]], 130],
  ])('of %s nothing is kept, and no session stays open', async (_who, answers, expected) => {
    const { ipeos, site, folder } = await poorDesk('absent')
    expect(await ipeos(['login', '--user', 'alice'], { answers })).toMatchObject({ code: expected })
    expect(existsSync(folder)).toBe(false)
    expect(site.requests.at(-1)?.path).toContain('killSession')
  })

  test('the trial account needs no better place than a file, and nobody is asked', async () => {
    const { ipeos, kept } = await poorDesk('absent')
    expect(await ipeos(['login', '--sandbox'], { env: { IPEOS_URL: '' } })).toMatchObject({ code: 0 })
    expect(kept()).toContain('alice@sandbox')
  })

  test('a script is asked nothing', async () => {
    const { ipeos } = await poorDesk('absent')
    const words = ['login', '--user', 'alice', '--password-stdin']
    const { code, notes } = await ipeos(words, { stdin: 'alice-secret' })
    expect([code, notes.replace(/\s+/g, ' ')]).toEqual([
      1,
      expect.stringContaining('ipeos login --user alice --password-stdin --insecure-storage'),
    ])
  })
})
