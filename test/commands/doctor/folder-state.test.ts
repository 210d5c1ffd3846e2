import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { folderState } from '../../../src/commands/doctor/computer-checks.ts'

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-state-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test.each([
  [0o700, 'private'],
  [0o750, 'open'],
  [0o755, 'open'],
] as const)('a folder of mode %o is %s', async (mode, state) => {
  const folder = join(place(), 'config')
  mkdirSync(folder)
  chmodSync(folder, mode)
  expect(await folderState(folder, 'linux')).toBe(state)
})

test('a file is judged alike', async () => {
  const file = join(place(), 'secrets.json')
  writeFileSync(file, '{}', { mode: 0o644 })
  expect(await folderState(file, 'linux')).toBe('open')
})

test('what is not there yet can be made, and is not made by looking', async () => {
  const above = place()
  expect(await folderState(join(above, 'a', 'b'), 'linux')).toBe('absent')
  expect(readdirSync(above)).toEqual([])
})

test('below a file nothing can be made', async () => {
  const file = join(place(), 'file')
  writeFileSync(file, '')
  expect(await folderState(join(file, 'config'), 'linux')).toBe('unwritable')
})

test('on Windows modes say nothing', async () => {
  const folder = join(place(), 'config')
  mkdirSync(folder)
  chmodSync(folder, 0o755)
  expect(await folderState(folder, 'win32')).toBe('private')
})
