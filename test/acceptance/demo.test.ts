import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { personBefore } from '../support/pty.ts'

const demo = join(import.meta.dirname, '..', '..', 'scripts', 'demo.mjs')

test('the demonstration tells its story in a pipe, in French, as people see it', () => {
  const env = { PATH: process.env.PATH, LANG: 'fr_FR.UTF-8' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [demo], { env, encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/N° +Statut +Urgence/)
  expect(stdout).toContain('Solution acceptée')
  expect(stdout).toContain('Essayez vous-même')
  expect(stdout).not.toMatch(/[\u001b\t]|\d{4}-\d\d-\d\dT/)
})

test('on a terminal its questions are answered by keys, in the width of the window', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-demo-test-'))
  const person = personBefore(process.execPath, [demo, '--fast'], {
    ...{ columns: 70, rows: 200, folder },
    env: { LANG: 'en_GB.UTF-8', HOME: folder },
  })
  expect(await person.leaves()).toBe(0)
  expect(person.screen()).toMatch(/✔ Urgency:? High/)
  expect(person.screen()).toContain('Every step did what it said.')
})
