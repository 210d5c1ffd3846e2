import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { imageOnClipboard } from '../../../src/terminal/program/clipboard.ts'

const png = Buffer.from('\x89PNG\r\n\x1a\npixels', 'latin1')
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2])

/** Programs of these names, each a script; nothing else is on PATH but what they need. */
function programs(scripts: Record<string, string>, files: Record<string, Buffer> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-clipboard-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\ncd '${folder}'\n${script}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  return (variables: Record<string, string>, platform: NodeJS.Platform = 'linux') =>
    imageOnClipboard({ env: { PATH: `${folder}:/bin:/usr/bin`, ...variables }, platform })
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
  const missing = imageOnClipboard({ env: { PATH: '/nowhere', ...variables }, platform: 'linux' })
  await expect(missing).rejects.toMatchObject({ code: 'clipboard-no-program', parameters: { program } })
})

test('where there is no screen there is no clipboard', async () => {
  await expect(programs({})({})).rejects.toMatchObject({ code: 'clipboard-no-display' })
})
