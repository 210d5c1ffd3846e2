import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { commandsFor, openInBrowser } from '../../../src/terminal/program/browser.ts'

const url = 'https://support.example/front/ticket.form.php?id=15'

describe('the command', () => {
  test.each([
    ['xdg-open on a desktop', { DISPLAY: ':0' }, 'linux', [['xdg-open', url]]],
    ['xdg-open under Wayland', { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', [['xdg-open', url]]],
    ['open on macOS', {}, 'darwin', [['open', url]]],
    ['none in a console', {}, 'linux', []],
    ['none over SSH', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, 'darwin', []],
    ['$BROWSER before all', { BROWSER: 'firefox --new-tab', DISPLAY: ':0' }, 'linux', [['firefox', '--new-tab', url]]],
    [
      'each of $BROWSER, with %s',
      { BROWSER: 'a --url=%s:b' },
      'linux',
      [
        ['a', `--url=${url}`],
        ['b', url],
      ],
    ],
    ['no shell on Windows', {}, 'win32', [['rundll32.exe', 'url.dll,FileProtocolHandler', url]]],
  ] as const)('is %s', (_what, env, platform, expected) => {
    expect(commandsFor(url, { env, platform })).toEqual(expected)
  })
})

/** A browser that writes down what it was given. */
function browser(): { command: string; given(): string } {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-browser-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const command = join(folder, 'browser')
  const kept = join(folder, 'given')
  writeFileSync(command, `#!/bin/sh\nprintf '%s\\n' "$@" > '${kept}'\nenv >> '${kept}'\n`)
  chmodSync(command, 0o755)
  return { command, given: () => (existsSync(kept) ? readFileSync(kept, 'utf8') : '') }
}

const env = { PATH: process.env.PATH, IPEOS_PASSWORD: 'alice-secret', IPEOS_TOKEN: 'alice-token' }

test('the browser gets the address, and none of our secrets', async () => {
  const { command, given } = browser()
  const isOpen = await openInBrowser(url, { env: { ...env, BROWSER: command }, platform: 'linux' })
  expect(isOpen).toBe(true)
  await expect.poll(given).toContain('PATH=')
  expect(given().split('\n')[0]).toBe(url)
  expect(given()).not.toMatch(/alice-(secret|token)/)
})

test('the next one is tried when one does not start or fails', async () => {
  const { command, given } = browser()
  const BROWSER = `/nowhere/at-all:false:${command}`
  expect(await openInBrowser(url, { env: { ...env, BROWSER }, platform: 'linux' })).toBe(true)
  await expect.poll(given).toContain(url)
})

test.each(['file:///etc/passwd', 'javascript:alert(1)', '--help', 'https://x/ -y', 'https://x/\u001b'])(
  'what is no address of the web is never opened: %j',
  async (address) => {
    const { command, given } = browser()
    const isOpen = await openInBrowser(address, { env: { ...env, BROWSER: command }, platform: 'linux' })
    expect({ isOpen, given: given() }).toEqual({ isOpen: false, given: '' })
  },
)
