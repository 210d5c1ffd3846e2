import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'

const whole = ['--title', 'Onduleur', '--description', 'Il siffle.', '--yes']

test.each([
  ['--form', 'imprimante'],
  ['--answer', 'Titre=Onduleur'],
  ['--answers', 'reponses.json'],
])('%s is for sites that have forms: elsewhere it is refused, and nothing is sent', async (...option) => {
  const site = await openSandbox({ glpi: '10.0' })
  const desk = newDesk(site)
  writeFileSync(join(desk.home, 'reponses.json'), '{}')
  const { code, notes } = await desk.ipeos(['ticket', 'new', ...whole, ...option])
  expect(code).toBe(2)
  expect(notes).toContain(`${option[0]}: the platform offers no forms to choose from`)
  expect(site.writes).toEqual([])
})
