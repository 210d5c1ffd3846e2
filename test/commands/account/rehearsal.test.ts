import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { type CallOptions, newDesk } from '../../support/desk.ts'
import type { Answer } from '../../support/scripted-prompts.ts'
import { platformsAt } from '../../support/two-platforms.ts'

const address = 'alice@ipeos.example'

/** Somebody who rehearses on the embedded platform. */
async function newPerson() {
  const site = await openSandbox()
  const http = platformsAt({ 'sandbox.invalid': site, sandbox: site })
  const desk = newDesk(site, { user: null })
  const ipeos = (words: string[], options: CallOptions = {}) =>
    desk.ipeos(words, { columns: 200, ...options, env: { IPEOS_URL: '', NO_COLOR: '1' }, world: { http } })
  const login = await ipeos(['login', '--sandbox'])
  expect(login.notes).toContain('Welcome')
  const changePassword = async () => {
    const answers: Answer[] = [
      ['Paste the link', { toString: () => /[0-9a-f]{40,}/i.exec(site.mails.at(-1)?.text ?? '')?.[0] }],
      ['New password', 'A-new-Secret-1'],
      ['again', 'A-new-Secret-1'],
    ]
    return ipeos(['password', 'reset', address], { answers })
  }
  return { ipeos, changePassword, home: desk.home }
}

test('a new password of a rehearsal is for a login to the embedded platform', async () => {
  const { changePassword } = await newPerson()
  const { code, notes } = await changePassword()
  expect(code).toBe(0)
  expect(notes).toContain(`ipeos password reset --sandbox ${address} --token`)
  expect(notes).toMatch(/new password is in place.*ipeos login --sandbox$/m)
})

test('a login of a rehearsal that is refused later is tried again there', async () => {
  const { ipeos, changePassword } = await newPerson()
  await changePassword()
  const { code, notes } = await ipeos(['whoami'])
  expect(code).toBe(4)
  expect(notes).toMatch(/ipeos login --sandbox\n.*ipeos password reset --sandbox\n/)
})

test('the end of a rehearsal names the login to the platform itself', async () => {
  const { ipeos } = await newPerson()
  expect((await ipeos(['logout', '--sandbox'])).notes).toMatch(/To log in for real: ipeos login$/m)
})

test('of a trial account whose password was changed, one is told so, and how to begin anew', async () => {
  const { ipeos, changePassword } = await newPerson()
  await changePassword()
  const answers: Answer[] = [
    ['User name', undefined],
    ['Password', 'A-new-Secret-1'],
  ]
  const { code, notes } = await ipeos(['login', '--sandbox'], { answers })
  expect(code).toBe(0)
  expect(notes).toMatch(/“alice” was changed.*ipeos sandbox reset$/m)
})

test('a ticket of a rehearsal alerts nobody, and says so', async () => {
  const { ipeos } = await newPerson()
  const words = ['ticket', 'new', '--title', 'It smokes', '--description', 'Much.', '--category', '3']
  const { notes } = await ipeos([...words, '--no-input'])
  expect(notes).toContain('This is a rehearsal: nobody is told.')
  expect(notes).not.toContain('alerted')
})

test('tickets that a rehearsal opens from a file alert nobody either', async () => {
  const { ipeos, home } = await newPerson()
  writeFileSync(join(home, 'batch.csv'), 'title,description\nOne,It smokes\nTwo,Much\n')
  const { code, notes } = await ipeos(['ticket', 'import', 'batch.csv', '--yes'])
  expect(code).toBe(0)
  expect(notes).toContain('2 tickets saved. This is a rehearsal: nobody is told.')
})
