import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { openSite, type Site } from '../support/site.ts'

const users = ['alice', 'henri', 'bob', 'teo']

function place(site: Site, env: Record<string, string> = {}) {
  return { folder: site.folder, env: { ...site.env, LANG: 'en_GB.UTF-8', IPEOS_INSECURE_STORAGE: '1', ...env } }
}

/** What is left of temporary files and locks, anywhere in the person's folders. */
function leftBehind({ folder }: Site): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(tmp|lock|corrupt.*)$/.test(name),
  )
}

test('twenty commands at once on one account lose nothing, and leave nothing behind', async () => {
  const site = await openSite({ user: null })
  const here = place(site)
  const login = (user: string) =>
    runBin(['login', '--user', user, '--password-stdin'], { ...here, stdin: `${user}-secret` })
  await login('alice')
  const commands = [
    () => runBin(['ticket', 'list', '--account', 'alice', '--json'], here),
    () => runBin(['ticket', 'form', '--refresh', '--account', 'alice', '--json'], here),
    () => runBin(['whoami', '--account', 'alice', '--json'], here),
    () => login('alice'),
    () => login('henri'),
  ]
  const results = await Promise.all(Array.from({ length: 20 }, (_, at) => commands[at % commands.length]?.()))
  expect(results.map((result) => [result?.code, result?.notes.includes('✗')])).toEqual(results.map(() => [0, false]))
  for (const result of results) if (result?.out) JSON.parse(result.out)

  const config = join(site.folder, '.config', 'ipeos')
  const read = (name: string) => JSON.parse(readFileSync(join(config, name), 'utf8'))
  expect(
    Object.keys(read('settings.json').accounts)
      .map((name) => name.split('@')[0])
      .sort(),
  ).toEqual(['alice', 'henri'])
  expect(Object.values(read('secrets.json').accounts)).toEqual(
    Object.values(read('secrets.json').accounts).map(() => expect.objectContaining({ credential: expect.anything() })),
  )
  expect(leftBehind(site)).toEqual([])
  expect(await runBin(['ticket', 'list', '--account', 'henri'], here)).toMatchObject({ code: 0 })
}, 60_000)

test('no login of several at once is lost, neither its secret nor its place in the settings', async () => {
  const site = await openSite({ user: null })
  const here = place(site)
  const logins = await Promise.all(
    users.map((user) => runBin(['login', '--user', user, '--password-stdin'], { ...here, stdin: `${user}-secret` })),
  )
  const who = await Promise.all(users.map((user) => runBin(['whoami', '--account', user, '--json', 'login'], here)))
  expect([logins.map(({ code }) => code), who.map(({ out }) => JSON.parse(out).login)]).toEqual([[0, 0, 0, 0], users])
  expect(leftBehind(site)).toEqual([])
}, 60_000)

test('ten tickets opened at once on one embedded platform are ten tickets', async () => {
  const site = await openSite({ user: 'alice' })
  const here = place(site, { IPEOS_URL: 'sandbox' })
  const numbers = await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      runBin(['ticket', 'new', '--title', `Panne ${at}`, '--description', 'Rien ne va.', '--yes'], here),
    ),
  )
  expect(numbers.map(({ code, notes }) => [code, /✗.*/.exec(notes)?.[0]])).toEqual(numbers.map(() => [0, undefined]))
  expect(new Set(numbers.map(({ out }) => out)).size).toBe(10)
  const list = await runBin(['ticket', 'list', '--all', '--search', 'Panne', '--json', 'title'], here)
  expect(
    JSON.parse(list.out)
      .map(({ title }: { title: string }) => title)
      .filter((title: string) => /^Panne \d$/.test(title))
      .sort(),
  ).toEqual(Array.from({ length: 10 }, (_, at) => `Panne ${at}`))
  expect(leftBehind(site)).toEqual([])
}, 60_000)
