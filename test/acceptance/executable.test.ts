import { type SpawnOptions, spawn } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { version } from '../../package.json'
import { needs } from '../support/left-out.ts'
import { key, personBefore } from '../support/pty.ts'
import { keyringTools, openDesktopSession } from '../support/secret-service.ts'
import { shortForm } from '../support/short-form.ts'
import { openSite } from '../support/site.ts'

const place = mkdtempSync(join(tmpdir(), 'ipeos-executable-test-'))
chmodSync(place, 0o755)
const ipeos = join(place, 'ipeos')

// Of the Node.js that runs the tests; that of a release is tried by `packaging/try-in-debian.sh`.
beforeAll(async () => {
  const { code, notes } = await run(process.execPath, ['scripts/release/executable.mjs', ipeos])
  expect({ code, notes }).toEqual({ code: 0, notes: '' })
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

interface Ended {
  code: number | null
  out: string
  notes: string
}

function run(program: string, words: string[], options: SpawnOptions & { stdin?: string } = {}): Promise<Ended> {
  const { stdin = '', ...rest } = options
  const child = spawn(program, words, { ...rest, stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(stdin)
  const ended = { out: '', notes: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ended.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ended.notes += text
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...ended })))
}

/** An empty home, and nothing on PATH. */
function bareHome(): { home: string; env: Record<string, string> } {
  const home = mkdtempSync(join(place, 'home-'))
  return { home, env: { HOME: home, PATH: '/nowhere', LANG: 'fr_FR.UTF-8' } }
}

describe('alone, in an empty folder, without Node.js', () => {
  test.each<[string[], string]>([
    [['--version'], version],
    [['ticket', 'new', '--help'], 'ipeos ticket new'],
    [['help', 'exit-codes'], 'ipeos help exit-codes'],
    [['completion', 'bash'], 'complete -F _ipeos ipeos'],
    [['completion', 'zsh'], '#compdef ipeos'],
    [['__complete', 'shell', 'ipeos', 'completion', 'z'], ''],
  ])('it answers %j', async (words, expected) => {
    const { home, env } = bareHome()
    const { code, out, notes } = await run(ipeos, words, { env, cwd: home })
    expect({ code, out, notes }).toEqual({ code: 0, out: expect.stringContaining(expected), notes: '' })
  })

  test('it holds the embedded platform, and works with a file of secrets', async () => {
    const { home, env } = bareHome()
    const login = ['login', '--sandbox', '--user', 'alice', '--password-stdin', '--insecure-storage']
    expect(await run(ipeos, login, { env, cwd: home, stdin: 'alice-secret' })).toMatchObject({ code: 0 })
    const { out } = await run(ipeos, ['ticket', 'list', '--json', 'id', '--jq', 'length'], { env, cwd: home })
    expect(Number(out)).toBeGreaterThan(3)
    expect(readdirSync(home).filter((name) => !name.startsWith('.'))).toEqual([])
  })
})

test('replaced by another while it waits for an answer, it goes on to the end', async () => {
  const site = await openSite(shortForm)
  const folder = mkdtempSync(join(place, 'bin-'))
  const running = join(folder, 'ipeos')
  linkSync(ipeos, running)
  const env = { ...site.env, LANG: 'en_GB.UTF-8' }
  const words = ['ticket', 'comment', '15', '--attach', 'journal.txt']
  writeFileSync(join(site.folder, 'journal.txt'), 'nothing')
  const person = personBefore(running, words, { env, folder: site.folder })
  await person.sees('Your message')
  // As dpkg does: another file beside it, which takes its name.
  writeFileSync(`${running}.dpkg-new`, 'another version')
  renameSync(`${running}.dpkg-new`, running)
  person.types(`Still broken.${key.ctrlD}`)
  await person.sees('❯ Send')
  person.types(key.enter)
  await person.sees('Message sent to support (ticket no. 15)')
  expect(await person.leaves()).toBe(0)
})

describe('the keychain’s part', () => {
  needs(...keyringTools, 'unshare')

  /** Somebody with a keychain, who logs in with the cache that `before` (a line of shell) makes of $CACHE. */
  async function login(before = 'true', home?: string) {
    const session = await openDesktopSession('unlocked', home)
    const site = await openSite({ user: null })
    const cache = join(session.home, 'cache')
    mkdirSync(cache, { recursive: true, mode: 0o700 })
    const env = { PATH: process.env.PATH, ...site.env, ...session.env, CACHE: cache, IPEOS_CACHE_DIR: cache }
    const within = (line: string, stdin = '') =>
      run('unshare', ['-rm', 'sh', '-c', `${before}; ${line}`], { env, cwd: session.home, stdin })
    const words = 'login --user alice --password-stdin'
    return { ...(await within(`'${ipeos}' ${words}`, 'alice-secret')), cache, home: session.home, within, env }
  }

  /** Where the parts are that were unpacked. */
  function partsOf({ cache }: { cache: string }): string[] {
    const folder = join(cache, 'native')
    return readdirSync(folder).map((hash) => join(folder, hash, 'keyring.node'))
  }

  test('is unpacked into a private folder, and keeps the login', async () => {
    const { code, cache, within } = await login()
    expect(code).toBe(0)
    expect(await within(`'${ipeos}' whoami --json source --jq .source`)).toMatchObject({ out: 'keychain\n' })
    const [hash = ''] = readdirSync(join(cache, 'native'))
    const folder = join(cache, 'native', hash)
    expect({ mode: statSync(folder).mode & 0o777, files: readdirSync(folder) }).toEqual({
      mode: 0o700,
      files: ['keyring.node'],
    })
  })

  test('of two versions side by side is there twice, and each keeps and finds the login', {
    timeout: 60_000,
  }, async () => {
    const other = join(place, 'other')
    const part = join(place, 'part.node')
    // Another part by its hash, which still loads.
    const [first = ''] = partsOf(await login())
    writeFileSync(part, Buffer.concat([readFileSync(first), Buffer.of(0)]))
    expect(await run(process.execPath, ['scripts/release/executable.mjs', other, part])).toMatchObject({ code: 0 })
    const both = await login()
    const { within } = both
    expect(await within(`'${other}' whoami --json source --jq .source`)).toMatchObject({ out: 'keychain\n' })
    expect(await within(`'${other}' logout && '${ipeos}' whoami`)).toMatchObject({ code: 4 })
    expect(partsOf(both)).toHaveLength(2)
  })

  test('that was changed is not loaded, and that is said', async () => {
    const { cache, home } = await login()
    const [hash = ''] = readdirSync(join(cache, 'native'))
    writeFileSync(join(cache, 'native', hash, 'keyring.node'), 'evil')
    const { code, notes } = await login('true', home)
    expect({ code, notes }).toEqual({
      code: 1,
      notes: expect.stringContaining('n’est pas ce qu’ipeos y avait extrait'),
    })
  })

  test.each([
    ['a cache that cannot be written', 'mount -t tmpfs -o ro,mode=700 tmpfs $CACHE', 'n’a pas pu être extraite'],
    ['a cache on a file system that starts no programs', 'mount -t tmpfs -o noexec,mode=700 tmpfs $CACHE', 'noexec'],
  ])('in %s is not to be had; that is said, and all else works', async (_case, before, told) => {
    const { code, notes, within } = await login(before)
    expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining(told) })
    const list = `IPEOS_USER=alice IPEOS_PASSWORD=alice-secret '${ipeos}' ticket list --json id --jq length`
    expect(await within(list)).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\n$/) })
    const kept = `'${ipeos}' login --user alice --password-stdin --insecure-storage`
    expect(await within(kept, 'alice-secret')).toMatchObject({ code: 0 })
  })
})
