import { expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'
import { shortForm } from '../../../support/short-form.ts'

const whole = ['--title', 'Imprimante', '--description', 'Plus rien ne sort.']

async function requestWith(settings: Record<string, string>, ...words: string[]) {
  const desk = newDesk(await openSandbox(shortForm))
  for (const [key, value] of Object.entries(settings)) await desk.ipeos(['config', 'set', key, value])
  const { out } = await desk.ipeos([
    ...['ticket', 'new', ...whole, ...words],
    ...['--dry-run', '--json', 'notify,email'],
  ])
  return JSON.parse(out) as unknown
}

test('the address of the settings comes before the one that the platform knows', async () => {
  expect(await requestWith({ email: 'alice@home.example' })).toEqual({ notify: true, email: 'alice@home.example' })
})

test('whoever set not to be informed is not, unless the command says otherwise', async () => {
  expect(await requestWith({ notify: 'no' })).toEqual({ notify: false, email: null })
  expect(await requestWith({ notify: 'no' }, '--notify')).toEqual({ notify: true, email: 'alice@ipeos.example' })
  expect(await requestWith({ notify: 'no' }, '--email', 'x@home.example')).toEqual({
    notify: true,
    email: 'x@home.example',
  })
})

test('a person finds the settings in the questions', async () => {
  const desk = newDesk(await openSandbox(shortForm))
  await desk.ipeos(['config', 'set', 'email', 'alice@home.example'])
  const { out } = await desk.ipeos(['ticket', 'new', ...whole, '--dry-run', '--urgency', '3', '--about', 'none'], {
    columns: 80,
    answers: [
      ['Type', undefined],
      ['Keep me informed', undefined],
      ['My e-mail address', undefined],
      ['Category', null],
      ['File', ''],
    ],
  })
  expect(out).toContain('alice@home.example')
})
