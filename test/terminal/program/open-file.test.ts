import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openInProgram } from '../../../src/terminal/program/open-file.ts'

/** A desktop whose xdg-open writes down what it was given. */
function desktop() {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-open-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const program = join(folder, 'xdg-open')
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/given'\n`)
  chmodSync(program, 0o755)
  return {
    env: { PATH: `${folder}:/bin:/usr/bin`, DISPLAY: ':0', BROWSER: '/nowhere/browser' },
    given: () => (existsSync(join(folder, 'given')) ? readFileSync(join(folder, 'given'), 'utf8') : ''),
  }
}

test('a document is shown by the program of the system, whatever the browser is', async () => {
  const { env, given } = desktop()
  expect(await openInProgram('/tmp/a b.PNG', { env, platform: 'linux' })).toBe('opened')
  expect(given()).toBe('/tmp/a b.PNG\n')
})

test.each(
  'sh desktop exe bat cmd com scr js vbs ps1 jar app command terminal html svg docm xlsm odt ods odp lnk url py'
    .split(' ')
    .map((ending) => [`photo.png.${ending}`]),
)('what may be a program is not opened: %s', async (name) => {
  const { env, given } = desktop()
  expect(await openInProgram(`/tmp/${name}`, { env, platform: 'linux' })).toBe('unsafe')
  expect(given()).toBe('')
})

test('a name without an ending says nothing of what it is: it is not opened', async () => {
  const { env } = desktop()
  expect(await openInProgram('/tmp/document', { env, platform: 'linux' })).toBe('unsafe')
})

test('without a screen there is nothing to open it on', async () => {
  const { env } = desktop()
  expect(await openInProgram('/tmp/a.png', { env: { PATH: env.PATH }, platform: 'linux' })).toBe('nowhere')
})
