import { expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { newDesk } from '../support/desk.ts'
import type { Answer } from '../support/scripted-prompts.ts'

async function expiredAtHome() {
  const site = await openSandbox()
  const desk = newDesk(site, { user: null })
  await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: 'alice-secret' })
  site.killSessions()
  site.expirePassword('alice')
  return desk
}

test('ipeos alone leads whose password has expired to a new one, and then to the first page', async () => {
  const desk = await expiredAtHome()
  const answers: Answer[] = [
    ['Choose a new password now?', true],
    ['Current password', 'alice-secret'],
    ['New password', 'Tout-Neuf-2030'],
    ['The same again', 'Tout-Neuf-2030'],
    ['What would you like to do?', 'Quit'],
  ]
  const { code, out } = await desk.ipeos([], { columns: 80, answers })
  expect([code, out]).toEqual([0, expect.stringContaining('Alice Durand')])
})

test('who does not want one now is left with 4', async () => {
  const desk = await expiredAtHome()
  const { code, notes } = await desk.ipeos([], { columns: 80, answers: [['Choose a new password now?', false]] })
  expect([code, notes]).toEqual([4, expect.stringContaining('has expired')])
})

test('ipeos home asks nothing, and says what to do', async () => {
  const desk = await expiredAtHome()
  const { code, notes } = await desk.ipeos(['home'], { columns: 80 })
  expect([code, notes]).toEqual([4, expect.stringContaining('ipeos password change')])
})
