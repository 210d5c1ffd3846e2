import { mkdtempSync, rmSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { homeFolder, isNowhere } from '../../src/files/home.ts'

test('a home that is there is taken as it is', () => {
  const home = mkdtempSync(join(tmpdir(), 'ipeos-home-'))
  onTestFinished(() => rmSync(home, { recursive: true }))
  expect(homeFolder(() => home)).toBe(home)
})

test.each([
  ['is not there', '/nonexistent-ipeos/home'],
  ['is no folder', import.meta.filename],
  ['is empty', ''],
  ['is relative', '.'],
])('a home that %s is none', (_case, home) => {
  expect(homeFolder(() => home)).toBe(devNull)
})

test('a user of whom the system knows no home has none', () => {
  const unknown = (): never => {
    throw Object.assign(new Error('uv_os_homedir returned ENOENT'), { code: 'ERR_SYSTEM_ERROR' })
  }
  expect(homeFolder(unknown)).toBe(devNull)
})

test('what is below the null device is nowhere, and what is only called alike is somewhere', () => {
  const below = join(devNull, '.config')
  expect([below, `${devNull}s/config`].filter(isNowhere)).toEqual([below])
})
