import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runBin, startBin } from '../support/bin.ts'
import { newDesk } from '../support/desk.ts'
import { openSite } from '../support/site.ts'

/** Each code of `ipeos help exit-codes`, by a command that ends with it. */
const lines: Array<[code: number, why: string, line: string, env?: Record<string, string>]> = [
  [0, 'done', 'whoami'],
  [0, 'an empty list', 'ticket list --search nothing-has-this-in-it'],
  [1, 'the platform refuses', 'ticket accept 15'],
  [2, 'wrong usage', 'ticket list --urgency nope'],
  [2, 'information missing', 'ticket new'],
  [3, 'no such ticket', 'ticket show 999999'],
  [4, 'not logged in', 'whoami', { IPEOS_PASSWORD: 'wrong' }],
  [4, 'nobody there', 'ticket list', { IPEOS_USER: '', IPEOS_PASSWORD: '' }],
  [5, 'a right is missing', 'api GET Computer'],
  [6, 'nobody answers', 'whoami', { IPEOS_URL: 'http://127.0.0.1:9', IPEOS_TIMEOUT: '2' }],
  [7, 'the ticket is there, a file is not', 'ticket new --title a --description b --category 3 --attach bad.exe --yes'],
  [8, 'the time is up', 'ticket wait 15 --until closed --timeout 0'],
]

describe('bin/ipeos ends with', () => {
  test.each(lines)('%i: %s (ipeos %s)', async (code, _why, line, env = {}) => {
    const site = await openSite()
    writeFileSync(join(site.folder, 'bad.exe'), 'MZ')
    const result = await runBin(line.split(' '), { folder: site.folder, env: { ...site.env, ...env } })
    expect(result, result.notes).toMatchObject({ code })
  })

  test.each([
    [129, 'SIGHUP'],
    [130, 'SIGINT'],
    [143, 'SIGTERM'],
  ] as const)('%i on %s', async (code, signal) => {
    const site = await openSite()
    const running = startBin(['ticket', 'watch', '15'], site)
    onTestFinished(() => running.signal('SIGKILL'))
    await running.until(({ notes }) => notes.includes('15'))
    running.signal(signal)
    expect(await running.left).toBe(code)
  })
})

test('a signal is told to a program as an error is', async () => {
  const site = await openSite()
  const running = startBin(['ticket', 'watch', '15', '--json'], site)
  onTestFinished(() => running.signal('SIGKILL'))
  await running.until(({ notes }) => notes.includes('15'))
  running.signal('SIGINT')
  await running.left
  const lines = running.notes().trim().split('\n')
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ code: 'interrupted', exitCode: 130 })
})

test('help exit-codes names these codes, and no others', async () => {
  const { out } = await newDesk({ fetch: () => Promise.reject(new Error('asked')) }).ipeos(['help', 'exit-codes'])
  const told = [...out.matchAll(/^ {2}(\d+) /gm)].map(([, code]) => Number(code))
  expect([...new Set(told)]).toEqual([...new Set(lines.map(([code]) => code)), 129, 130, 143])
})
