import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { WrongUsage } from '../../../src/errors/error.ts'
import { imageOnClipboard } from '../../../src/terminal/program/clipboard.ts'

const png = Buffer.from('\x89PNG\r\n\x1a\npixels', 'latin1')
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2])

const limit = 1_048_576

interface Asked {
  signal?: AbortSignal
  patience?: number
}

/** Programs of these names, each a script; nothing else is on PATH but what they need. */
function programs(scripts: Record<string, string>, files: Record<string, Buffer> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-clipboard-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\ncd '${folder}'\n${script}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  const image = (variables: Record<string, string>, platform: NodeJS.Platform = 'linux', asked: Asked = {}) =>
    imageOnClipboard({ limit, env: { PATH: `${folder}:/bin:/usr/bin`, ...variables }, platform, ...asked })
  return Object.assign(image, { folder })
}

const wayland = { WAYLAND_DISPLAY: 'wayland-0' }
const x11 = { DISPLAY: ':0' }

/** What wl-paste does where these types are offered. */
const wlPaste = (types: string) => `[ "$1" = --list-types ] && echo '${types}' || cat image`

test.each([
  ['PNG', png, 'png'],
  ['JPEG', jpeg, 'jpg'],
])('under Wayland a %s comes as it was copied', async (_what, bytes, extension) => {
  const image = programs({ 'wl-paste': wlPaste('image/png image/jpeg text/html') }, { image: bytes })
  expect(await image(wayland)).toEqual({ bytes, extension })
})

test('under X11 an image comes by xclip', async () => {
  const script = 'case "$*" in *TARGETS*) echo TIMESTAMP image/png;; *image/png*) cat image;; *) exit 1;; esac'
  const image = programs({ xclip: script }, { image: png })
  expect(await image(x11)).toEqual({ bytes: png, extension: 'png' })
})

test('under Wayland without wl-paste xclip does it', async () => {
  const script = 'case "$*" in *TARGETS*) echo image/png;; *) cat image;; esac'
  const image = programs({ xclip: script }, { image: png })
  expect(await image({ ...wayland, ...x11 })).toEqual({ bytes: png, extension: 'png' })
})

test('on macOS an image comes from what osascript prints', async () => {
  const image = programs({ osascript: `echo '«data PNGf${png.toString('hex').toUpperCase()}»'` })
  expect(await image({}, 'darwin')).toEqual({ bytes: png, extension: 'png' })
})

test.each([
  ['on Windows', {}, 'win32'],
  ['in WSL', { WSL_DISTRO_NAME: 'Debian' }, 'linux'],
] as const)('%s an image comes from what PowerShell prints', async (_where, variables, platform) => {
  const image = programs({ 'powershell.exe': `echo '${png.toString('base64')}'` })
  expect(await image(variables, platform)).toEqual({ bytes: png, extension: 'png' })
})

describe('what is no image is told from one', () => {
  test.each([
    ['a text', { 'wl-paste': wlPaste('text/plain;charset=utf-8 TEXT') }, wayland, 'linux', 'clipboard-text'],
    ['nothing', { 'wl-paste': 'echo Nothing is copied >&2; exit 1' }, wayland, 'linux', 'clipboard-empty'],
    ['what only calls itself one', { 'wl-paste': wlPaste('image/png') }, wayland, 'linux', 'clipboard-not-image'],
    ['nothing, on macOS', { osascript: 'exit 1' }, {}, 'darwin', 'clipboard-empty'],
    ['nothing, on Windows', { 'powershell.exe': 'exit 0' }, {}, 'win32', 'clipboard-empty'],
  ] as const)('%s', async (_what, scripts, variables, platform, code) => {
    const image = programs(scripts, { image: Buffer.from('MZ') })
    await expect(image(variables, platform)).rejects.toMatchObject({ code })
  })
})

test.each([
  ['under Wayland', wayland, 'wl-clipboard'],
  ['under X11', x11, 'xclip'],
])('%s a program that is missing is named', async (_where, variables, program) => {
  const missing = imageOnClipboard({ limit, env: { PATH: '/nowhere', ...variables }, platform: 'linux' })
  await expect(missing).rejects.toMatchObject({ code: 'clipboard-no-program', parameters: { program } })
})

test('where there is no screen there is no clipboard', async () => {
  await expect(programs({})({})).rejects.toMatchObject({ code: 'clipboard-no-display' })
})

/** Ends by no signal that can be left aside. */
const deaf = `trap '' TERM INT HUP; echo $$ > pid; mv pid running; while :; do sleep 0.1; done`

test('a program that does not answer, nor end, is not waited for', async () => {
  const image = programs({ 'wl-paste': deaf })
  await expect(image(wayland, 'linux', { patience: 300 })).rejects.toMatchObject({ code: 'clipboard-silent' })
})

test('a program that nobody waits for any more is ended', async () => {
  const image = programs({ 'wl-paste': deaf })
  const { folder } = image
  const controller = new AbortController()
  const left = expect(image(wayland, 'linux', { signal: controller.signal })).rejects.toBeInstanceOf(WrongUsage)
  const pid = await vi.waitFor(() => Number(readFileSync(join(folder, 'running'), 'utf8')), 10_000)
  controller.abort()
  await left
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), 10_000)
})

test('what floods is left, and told to be too large', async () => {
  const image = programs({ 'wl-paste': '[ "$1" = --list-types ] && echo image/png || cat /dev/zero' })
  await expect(image(wayland)).rejects.toMatchObject({ code: 'clipboard-too-big', parameters: { limit: 1 } })
})
