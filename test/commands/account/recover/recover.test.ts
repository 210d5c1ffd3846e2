import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { recoveryMail } from '../../../../src/views/recovery.ts'
import { type CallOptions, newDesk } from '../../../support/desk.ts'
import { type Answer, ctrlC, Left, shiftTab, TypedThenEntered } from '../../../support/scripted-prompts.ts'

/** Somebody without an account, on a platform that says where such requests go (or does not). */
async function lost(recovery?: { url?: string; email?: string }, organisation?: object) {
  const site = await openSandbox()
  const desk = newDesk(site, { user: null })
  if (recovery) {
    const folder = join(desk.home, '.config', 'ipeos')
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      join(folder, 'settings.json'),
      JSON.stringify({ version: 1, accounts: {}, current: {}, recovery, organisation }),
    )
  }
  const recover = (words: string[] = [], options: CallOptions = {}) =>
    desk.ipeos(['account', 'recover', ...words], options)
  return { site, recover }
}

const given = ['--name', 'Alice Durand', '--organisation', 'WTC', '--email', 'a@home.example', '--lost', 'all']

const answers: Answer[] = [
  ['Your first name and name', 'Alice Durand'],
  ['Your organisation', 'WTC'],
  ['Contract number', ''],
  ['Telephone', '01 23 45 67 89'],
  ['An e-mail address', ''],
  ['What did you lose?', 'all'],
]

test('whoever answers the questions sees the request before it goes, and gets it to copy', async () => {
  const { recover, site } = await lost()
  const { code, out, notes } = await recover([], { columns: 80, answers: [...answers, ['Send this', 'print']] })
  expect(code).toBe(0)
  expect(notes).toContain('Help, I lost my support account!')
  expect(out).toContain('Lost support account: Alice Durand')
  expect(out).toMatch(/Contract: not known\nTelephone: 01 23 45 67 89/)
  expect(site.requests).toEqual([])
})

test('in French it is the form that customers know', async () => {
  const { recover } = await lost()
  const { out } = await recover([...given, '--lang', 'fr'])
  expect(out).toContain('j’ai perdu mon compte support')
  expect(out).toMatch(/Perdu\s: tout/)
})

test('with all that is needed, a script gets the request, and is told where it goes', async () => {
  const { recover } = await lost({ url: 'https://support.example/lost', email: 'help@support.example' })
  const { code, out, notes } = await recover(given)
  expect([code, out]).toEqual([0, expect.stringContaining('E-mail: a@home.example')])
  expect(notes).toContain('https://support.example/lost')
  expect(notes).toContain('help@support.example')
})

test('where the platform says no address, support is named', async () => {
  const { recover } = await lost()
  expect((await recover(given)).notes).toContain('ipeos contact')
})

test('without a terminal, all that is missing or wrong is named at once', async () => {
  const { recover } = await lost()
  const { code, out, notes } = await recover(['--phone', 'later'])
  expect([code, out]).toEqual([2, ''])
  for (const word of ['--name', '--organisation', '--lost', '--phone: “later”']) expect(notes).toContain(word)
})

test('one of e-mail and telephone is enough, and none is not', async () => {
  const { recover } = await lost()
  const base = ['--name', 'A', '--organisation', 'B', '--lost', 'user']
  expect(await recover([...base, '--phone', '+33 1 23 45 67 89'])).toMatchObject({ code: 0 })
  expect(await recover(base)).toMatchObject({ code: 2, notes: expect.stringContaining('--email or --phone') })
})

test('what is given is not asked', async () => {
  const { recover } = await lost()
  const left: Answer[] = [
    ['Contract number', 'C-12'],
    ['Telephone', ''],
    ['Send this', 'print'],
  ]
  const { out } = await recover(given, { columns: 80, answers: left })
  expect(out).toContain('Contract: C-12')
})

test('an answer can be changed before it goes', async () => {
  const { recover } = await lost()
  const more: Answer[] = [
    ['Send this', 'change'],
    ['change?', 'name'],
    ['first name', 'Alice Martin'],
    ['Send this', 'print'],
  ]
  const { out } = await recover([], { columns: 80, answers: [...answers, ...more] })
  expect(out).toContain('Name: Alice Martin')
})

test('what the organisation’s file says is there already: a script need not say it, and a person only agrees', async () => {
  const contracts = [{ number: 'C-7', name: 'Support', level: 'gold' }]
  const { recover } = await lost({}, { version: 1, name: 'Acme & Fils', contracts })
  const script = await recover(['--name', 'Alice', '--email', 'a@home.example', '--lost', 'user'])
  expect([script.code, script.out]).toEqual([0, expect.stringMatching(/Organisation: Acme & Fils\nContract: C-7/)])
  const agreed: Answer[] = [
    ['first name', 'Alice'],
    ['Your organisation', undefined],
    ['Contract number', undefined],
    ['Telephone', ''],
    ['e-mail', 'a@home.example'],
    ['What did you lose', 'all'],
    ['Send this', 'print'],
  ]
  const { out } = await recover([], { columns: 80, answers: agreed })
  expect(out).toContain('Contract: C-7')
})

test('Ctrl-C loses nothing: the same command goes on from there, with the answers as they were', async () => {
  const { recover } = await lost()
  const first = await recover(['--lost', 'all'], {
    columns: 80,
    answers: [...answers.slice(0, 4), ['e-mail', new Left('a@ho')]],
  })
  expect(first.code).toBe(130)
  expect(stripVTControlCharacters(first.notes)).toMatch(
    /Stopped\. To go on from there: ipeos account recover --lost all\n$/,
  )
  const same: Answer[] = answers.slice(0, 4).map(([question]) => [question, undefined])
  const next = await recover([], {
    columns: 80,
    answers: [...same, ['e-mail', 'a@home.example'], ['What did you lose?', 'all'], ['Send this', 'print']],
  })
  expect(next.notes).toContain('Here is what you had typed')
  expect(next.out).toMatch(/Name: Alice Durand\nOrganisation: WTC/)
  const third = await recover([], { columns: 80, answers: [['first name', ctrlC]] })
  expect(third.notes).not.toContain('Here is what you had typed')
})

test('where nothing can be kept, the command that is printed at Ctrl-C says all of it', async () => {
  const { recover } = await lost()
  const { code, notes } = await recover([], {
    columns: 300,
    env: { IPEOS_STATE_DIR: '/dev/null/state' },
    answers: [...answers.slice(0, 4), ['e-mail', ctrlC]],
  })
  expect(code).toBe(130)
  expect(stripVTControlCharacters(notes)).toMatch(
    /Stopped\. To go on from there: ipeos account recover --name 'Alice Durand' --organisation WTC --phone '01 23 45 67 89'\n$/,
  )
})

test('without telephone and e-mail the dialogue asks for one, and one may go back to the telephone', async () => {
  const { recover } = await lost()
  const dialogue: Answer[] = [
    ...answers.slice(0, 3),
    ['Telephone', ''],
    ['e-mail', ''],
    ['e-mail', shiftTab],
    ['Telephone', '01 23 45 67 89'],
    ['e-mail', ''],
    ['What did you lose?', shiftTab],
    ['e-mail', undefined],
    ['What did you lose?', 'all'],
    ['Send this', 'print'],
  ]
  const { code, out } = await recover([], { columns: 80, answers: dialogue })
  expect([code, out]).toEqual([0, expect.stringContaining('Telephone: 01 23 45 67 89')])
})

test('an answer that was refused is not proposed again, neither at once nor the next time', async () => {
  const { recover } = await lost()
  const refused: Answer[] = [...answers.slice(0, 3), ['Telephone', new TypedThenEntered('soon')], ['Telephone', ctrlC]]
  expect(await recover([], { columns: 80, answers: refused })).toMatchObject({ code: 130 })
  const same: Answer[] = answers.slice(0, 3).map(([question]) => [question, undefined])
  const rest: Answer[] = [
    ['Telephone', undefined],
    ['e-mail', 'a@home.example'],
    ['What did you lose?', 'all'],
  ]
  const next = await recover([], { columns: 80, answers: [...same, ...rest, ['Send this', 'print']] })
  expect([next.code, next.out]).toEqual([0, expect.not.stringContaining('Telephone')])
})

test('only the ways that the platform has are offered', async () => {
  const { recover } = await lost({ email: 'help@support.example' })
  const { code } = await recover([...given, '--by', 'page'])
  expect(code).toBe(2)
})

test('where no mail program can be opened, as over SSH, the request is printed with its address', async () => {
  const { recover } = await lost({ email: 'help@support.example' })
  const { code, out, notes } = await recover([...given, '--by', 'mail'], { env: { SSH_CONNECTION: '1', PATH: '' } })
  expect([code, out]).toEqual([0, expect.stringContaining('Alice Durand')])
  expect(notes).toContain('Send it by mail to help@support.example')
})

test('the mail holds all of it, and nothing that another program could read as its own', () => {
  const mail = recoveryMail('help@support.example', { subject: "L'accès & tout", body: 'Bonjour,\nNom : Zoé (WTC)' })
  expect(mail).toBe(
    'mailto:help@support.example?subject=L%27acc%C3%A8s%20%26%20tout&body=Bonjour%2C%0D%0ANom%20%3A%20Zo%C3%A9%20%28WTC%29',
  )
})
