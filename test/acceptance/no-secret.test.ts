import { chmodSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { serve } from '../../src/sandbox/serve.ts'
import { runBin } from '../support/bin.ts'
import { needs } from '../support/left-out.ts'
import { key, personAt } from '../support/pty.ts'
import { keyringTools, openDesktopSession } from '../support/secret-service.ts'
import { openSite } from '../support/site.ts'

const password = 'alice-secret'
const newPassword = 'un-tout-nouveau-secret'
const nextPassword = 'un-autre-secret-encore'
const appToken = 'application-token-0123456789'

/** A platform that notes every secret that came to it: what must stand nowhere else. */
async function openWatchedSite(): Promise<{ url: string; sandbox: Sandbox; secrets: Set<string> }> {
  const sandbox = await openSandbox({ glpi: '10.0', configuration: { appToken } })
  const secrets = new Set([password, newPassword, nextPassword, appToken, 'alice-token'])
  const note = (text: string | null | undefined) => text && secrets.add(text)
  const fetch: Sandbox['fetch'] = async (request) => {
    note(request.headers.get('authorization'))
    note(/^Basic (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1])
    note(request.headers.get('session-token'))
    note(/=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1])
    const response = await sandbox.fetch(request)
    if (request.url.includes('User$1'))
      note(/name="_?api_token" value="(\w+)"/.exec(await response.clone().text())?.[1])
    if (request.url.includes('/initSession')) note(/"session_token":"([^"]+)"/.exec(await response.clone().text())?.[1])
    return response
  }
  const { url, close } = await serve({ ...sandbox, fetch })
  onTestFinished(close)
  return { url, sandbox, secrets }
}

/** All files and folders below, links left aside. */
function below(folder: string): Array<{ path: string; mode: number; isFile: boolean }> {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  return entries.flatMap((path) => {
    const entry = lstatSync(path)
    return entry.isFile() || entry.isDirectory() ? [{ path, mode: entry.mode & 0o777, isFile: entry.isFile() }] : []
  })
}

/** Where one of the secrets stands, in what was printed or in a file; its name, never the secret. */
function leaks(secrets: Set<string>, printed: Map<string, string>, folder: string, allowed: string[] = []): string[] {
  const files = below(folder).filter(({ path, isFile }) => isFile && !allowed.some((name) => path.endsWith(name)))
  const texts = [...printed, ...files.map(({ path }) => [path, readFileSync(path, 'latin1')] as const)]
  return texts.filter(([, text]) => [...secrets].some((secret) => text.includes(secret))).map(([where]) => where)
}

/** The life of an account and its tickets; a new command adds its line here. */
const story: Array<[words: string, stdin?: string]> = [
  ['login --user alice --password-stdin', 'a wrong password'],
  [`login --user alice --password-stdin --app-token wrong`, password],
  ['login --user alice --password-stdin', password],
  ['whoami'],
  ['whoami --json'],
  ['ticket form --refresh'],
  ['ticket form --json'],
  ['ticket list'],
  ['ticket list --status all --json'],
  ['ticket new --title Panne --description Rien --attach note.txt --no-notify'],
  ['ticket new --title Panne --description Rien --attach nowhere.txt'],
  ['ticket show 12'],
  ['ticket show 12 --json'],
  ['ticket show 9999'],
  ['ticket comment 15 -m Merci --attach note.txt'],
  ['ticket attach 15 note.txt'],
  ['ticket download 15 --all -o documents'],
  ['ticket edit 17 --title Nouveau'],
  ['ticket cancel 17 --yes'],
  ['ticket accept 15'],
  ['ticket refuse 12 -m Non'],
  ['ticket wait 12 --until solved --timeout 1'],
  ['draft list'],
  ['draft list --json'],
  ['ticket list --url http://127.0.0.1:1'],
  ['ticket list --nonsense'],
  ['logout'],
  ['login --token-stdin', 'alice-token'],
  ['ticket list'],
  ['login --token-stdin', 'alice token'],
  ['login --token-stdin', 'wrong-token'],
  ['login --user alice --password-stdin --save-token', password],
  ['whoami --json'],
  ['doctor --json'],
  ['logout --revoke'],
  ['login --user alice --password-stdin --save-token', password],
  ['password reset alice@ipeos.example'],
]

test('a whole story with --debug tells no secret, and leaves none but in the file that was asked for', {
  timeout: 180_000,
}, async () => {
  const { url, sandbox, secrets } = await openWatchedSite()
  const { folder, env } = await openSite({ user: null })
  writeFileSync(join(folder, 'note.txt'), 'Une note.')
  const place = { folder, env: { ...env, IPEOS_URL: url, IPEOS_INSECURE_STORAGE: '1', IPEOS_APP_TOKEN: appToken } }
  const printed = new Map<string, string>()
  const run = async (words: string[], stdin?: string) => {
    const { code, out, notes } = await runBin([...words, '--debug', '--no-input'], {
      ...place,
      ...(stdin && { stdin }),
    })
    printed.set(`${printed.size} ${words.slice(0, 3).join(' ')} (${code})`, out + notes)
    return code
  }
  const codes: Array<number | null> = []
  for (const [words, stdin] of story) codes.push(await run(words.split(' '), stdin))
  const token = /[0-9a-f]{40,}/i.exec(sandbox.mails.at(-1)?.text ?? '')?.[0] ?? ''
  secrets.add(token)
  codes.push(await run(['password', 'reset', 'alice@ipeos.example', '--token', token, '--password-stdin'], newPassword))
  codes.push(await run(['login', '--user', 'alice', '--password-stdin'], newPassword))
  const change = ['password', 'change', '--password-stdin']
  await run(change, `${password}\n${nextPassword}\n`)
  codes.push(await run(change, `${newPassword}\n${nextPassword}\n`))
  sandbox.expirePassword('alice')
  await run(['login', '--user', 'alice', '--password-stdin'], nextPassword)
  sandbox.faults.inject({ kind: 'drop-after', match: { method: 'POST', path: /updatepassword/ } })
  codes.push(await run(change, `${nextPassword}\n${newPassword}\n`))
  codes.push(await run(['whoami']))

  expect(codes.filter((code) => code === 0).length).toBeGreaterThanOrEqual(20)
  expect(codes.slice(-3)).toEqual([0, 0, 0])
  expect(token).toMatch(/^.{40,}$/)
  expect(secrets.size).toBeGreaterThanOrEqual(8)
  expect(leaks(secrets, printed, folder, ['.config/ipeos/secrets.json'])).toEqual([])
  expect([...printed.values()].join()).not.toMatch(/went wrong in ipeos itself|Une erreur s’est produite dans ipeos/)
  const own = below(folder).filter(({ path }) => /\/(\.config|\.cache|\.local)\//.test(path) && path.includes('/ipeos'))
  expect(own.length).toBeGreaterThan(3)
  expect(own.filter(({ mode, isFile }) => mode !== (isFile ? 0o600 : 0o700))).toEqual([])
})

describe('with a real keychain', () => {
  needs(...keyringTools)

  test('no file of ours holds a secret', async () => {
    const { env: session, home } = await openDesktopSession('unlocked')
    const { url, secrets } = await openWatchedSite()
    const place = { folder: home, env: { ...session, IPEOS_URL: url, IPEOS_APP_TOKEN: appToken, LANG: 'fr_FR.UTF-8' } }
    const printed = new Map<string, string>()
    for (const [words, stdin] of story.slice(2, 9)) {
      const { code, out, notes } = await runBin([...words.split(' '), '--debug'], { ...place, ...(stdin && { stdin }) })
      printed.set(words, out + notes)
      expect([words, code]).toEqual([words, 0])
    }
    const change = ['password', 'change', '--password-stdin', '--debug']
    const changed = await runBin(change, { ...place, stdin: `${password}\n${nextPassword}\n` })
    printed.set('password change', changed.out + changed.notes)
    expect(changed.code).toBe(0)
    expect(leaks(secrets, printed, home)).toEqual([])
  })

  test('a token that is kept in the password’s place is in the keychain alone', async () => {
    const { env: session, home } = await openDesktopSession('unlocked')
    const { url, secrets } = await openWatchedSite()
    const place = { folder: home, env: { ...session, IPEOS_URL: url, IPEOS_APP_TOKEN: appToken, LANG: 'fr_FR.UTF-8' } }
    const printed = new Map<string, string>()
    const run = async (words: string, stdin?: string) => {
      const { code, out, notes } = await runBin([...words.split(' '), '--debug'], { ...place, ...(stdin && { stdin }) })
      printed.set(words, out + notes)
      expect([words, code]).toEqual([words, 0])
    }
    await run('login --user alice --password-stdin --save-token', password)
    await run('whoami --json')
    await run('doctor')
    await run('ticket list')
    expect([...secrets].filter((secret) => /^\w{40}$/.test(secret))).toHaveLength(1)
    expect(leaks(secrets, printed, home)).toEqual([])
    await run('logout --revoke')
    expect(leaks(secrets, printed, home)).toEqual([])
  })
})

test('a draft and the form that is kept hold no secret, and only their owner can read them', async () => {
  const { url, secrets } = await openWatchedSite()
  const { folder, env } = await openSite({ user: 'alice' })
  const person = personAt(['ticket', 'new', '--debug'], {
    folder,
    env: { ...env, IPEOS_URL: url, IPEOS_APP_TOKEN: appToken, IPEOS_INSECURE_STORAGE: '1' },
    columns: 100,
  })
  await person.sees('Type')
  person.types(key.enter)
  await person.sees('Urgence')
  person.types(key.enter)
  await person.sees('M’informer')
  person.types(key.ctrlC)
  await person.leaves()
  const files = below(folder).filter(({ isFile }) => isFile)
  expect(files.some(({ path }) => path.includes('/state/ipeos/'))).toBe(true)
  expect(files.filter(({ mode }) => mode !== 0o600)).toEqual([])
  expect(leaks(secrets, new Map([['screen', person.screen()]]), folder, ['secrets.json'])).toEqual([])
})

test('the editor is told no secret, by its environment or by its words', async () => {
  const { url, secrets } = await openWatchedSite()
  const { folder, env } = await openSite({ user: 'alice' })
  const editor = join(folder, 'editor.sh')
  const seen = join(folder, 'seen')
  writeFileSync(editor, `#!/bin/sh\n{ tr '\\0' '\\n' </proc/$$/environ; echo "$@"; } >${seen}\necho 'Bonjour' >"$1"\n`)
  chmodSync(editor, 0o700)
  const person = personAt(['ticket', 'comment', '15'], {
    folder,
    env: {
      ...env,
      IPEOS_URL: url,
      IPEOS_APP_TOKEN: appToken,
      IPEOS_TOKEN: 'alice-token',
      IPEOS_INSECURE_STORAGE: '1',
      EDITOR: editor,
      MARK: 'kept',
    },
    columns: 100,
  })
  await person.sees('Ctrl')
  person.types('\u000f')
  await person.sees('Bonjour')
  person.types(key.ctrlD)
  await person.sees('Fichier à joindre')
  person.types(key.enter)
  await person.sees('❯ Envoyer')
  person.types(key.enter)
  expect(await person.leaves()).toBe(0)
  const told = readFileSync(seen, 'utf8')
  expect(told).toContain('MARK=kept')
  expect(told).not.toContain('IPEOS_PASSWORD')
  expect(told).not.toContain('IPEOS_TOKEN')
  expect(leaks(secrets, new Map([['screen', person.screen()]]), folder, ['secrets.json'])).toEqual([])
})

describe('a bug', () => {
  test.each(['waited for', 'alone'])('that is %s is told without what the program knew', async (kind) => {
    const { url, secrets } = await openWatchedSite()
    const { folder, env } = await openSite({ user: 'alice' })
    const { code, out, notes } = await runBin(['ticket', 'list', '--debug'], {
      folder,
      env: {
        ...env,
        IPEOS_URL: url,
        IPEOS_APP_TOKEN: appToken,
        ARTIFICIAL_BUG: kind,
        NODE_OPTIONS: `--require ${join(import.meta.dirname, '..', 'support', 'artificial-bug.cjs')}`,
      },
    })
    expect([code, notes]).toEqual([1, expect.stringContaining('an artificial bug')])
    expect(notes).toContain('ipeos lui-même')
    expect(leaks(secrets, new Map([['output', out + notes]]), folder)).toEqual([])
  })
})
