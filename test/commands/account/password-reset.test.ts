import { expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import type { Answer } from '../../support/scripted-prompts.ts'

const address = 'alice@ipeos.example'

async function newPlace(configuration = {}) {
  const site = await openSandbox({ configuration })
  return { site, desk: newDesk(site, { user: null }) }
}

/** The token of the last mail, as the person copies it. */
function mailedToken({ mails }: Sandbox): string {
  const [token] = /[0-9a-f]{40,}/i.exec(mails.at(-1)?.text ?? '') ?? []
  if (!token) throw new Error(`no token in: ${mails.at(-1)?.text}`)
  return token
}

const twice = (password: string): Answer[] => [
  ['New password', password],
  ['again', password],
]

test('the platform sends the mail, and the person is told what comes next', async () => {
  const { site, desk } = await newPlace()
  const { code, notes } = await desk.ipeos(['password', 'reset', address], {
    columns: 200,
    answers: [['Paste the link', '']],
  })
  expect([code, site.mails.map(({ to }) => to)]).toEqual([0, [address]])
  expect(notes).toContain(`ipeos password reset ${address} --token`)
})

test('an address that nobody has gets the very same answer', async () => {
  const { site, desk } = await newPlace()
  const known = await desk.ipeos(['password', 'reset', address])
  const unknown = await desk.ipeos(['password', 'reset', 'nobody@ipeos.example'])
  expect(unknown).toEqual({ ...known, notes: known.notes.replaceAll(address, 'nobody@ipeos.example') })
  expect(site.mails).toHaveLength(1)
})

test('the address is asked for when it is not given', async () => {
  const { site, desk } = await newPlace()
  await desk.ipeos(['password', 'reset'], {
    columns: 80,
    answers: [
      ['E-mail address', address],
      ['Paste the link', ''],
    ],
  })
  expect(site.mails).toHaveLength(1)
})

test('something else than an address is refused before the platform is asked', async () => {
  const { site, desk } = await newPlace()
  const { code } = await desk.ipeos(['password', 'reset', 'alice'])
  expect([code, site.requests]).toEqual([2, []])
})

test('with the token of the mail and a new password typed twice, one logs in with it', async () => {
  const { site, desk } = await newPlace()
  await desk.ipeos(['password', 'reset', address])
  const words = ['password', 'reset', address, '--token', mailedToken(site)]
  expect(await desk.ipeos(words, { columns: 80, answers: twice('A-new-Secret-1') })).toMatchObject({ code: 0 })
  const login = await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: 'A-new-Secret-1' })
  expect(login.code).toBe(0)
})

test('two passwords that differ are both asked again', async () => {
  const { site, desk } = await newPlace()
  await desk.ipeos(['password', 'reset', address])
  const answers: Answer[] = [['New password', 'one'], ['again', 'two'], ...twice('A-new-Secret-1')]
  const words = ['password', 'reset', address, '--token', mailedToken(site)]
  const { code, notes } = await desk.ipeos(words, { columns: 80, answers })
  expect(code).toBe(0)
  expect(notes).toContain('not the same')
})

test('the new password may come in on standard input', async () => {
  const { site, desk } = await newPlace()
  await desk.ipeos(['password', 'reset', address])
  const words = ['password', 'reset', address, '--token', mailedToken(site), '--password-stdin']
  expect(await desk.ipeos(words, { stdin: 'A-new-Secret-1\n' })).toMatchObject({ code: 0 })
})

test('a token that is not the one of the mail is refused, with what to do', async () => {
  const { desk } = await newPlace()
  const words = ['password', 'reset', address, '--token', 'f'.repeat(40), '--password-stdin']
  const { code, notes } = await desk.ipeos(words, { stdin: 'A-new-Secret-1' })
  expect(code).toBe(1)
  expect(notes).toContain('ipeos password reset')
})

test('without a terminal all that is missing is named at once', async () => {
  const { site, desk } = await newPlace()
  const { code, notes } = await desk.ipeos(['password', 'reset', '--token', 'x'])
  expect([code, site.requests]).toEqual([2, []])
  expect(notes).toMatch(/EMAIL[\s\S]*--password-stdin/)
})

test('a platform that sends no mail says so', async () => {
  const { desk } = await newPlace({ notificationsEnabled: false })
  expect(await desk.ipeos(['password', 'reset', address])).toMatchObject({ code: 1 })
})

test('plain http to elsewhere is refused: the new password could be read on the way', async () => {
  const { site, desk } = await newPlace()
  const { code } = await desk.ipeos(['password', 'reset', address, '--url', 'http://support.example'])
  expect([code, site.requests]).toEqual([2, []])
})

test('the token may be asked for', async () => {
  const { site, desk } = await newPlace()
  await desk.ipeos(['password', 'reset', address])
  const { code, notes } = await desk.ipeos(['password', 'reset', address, '--token'], {
    columns: 80,
    answers: [['the code of the mail', ` ${mailedToken(site)} `], ...twice('Nouveau-mot-2026')],
  })
  expect(code).toBe(0)
  expect(notes).toContain('new password is in place')
})

test('an address behind --token is the address', async () => {
  const { site, desk } = await newPlace()
  await desk.ipeos(['password', 'reset', address])
  const answers: Answer[] = [['the code of the mail', mailedToken(site)], ...twice('Nouveau-mot-2026')]
  const words = ['password', 'reset', '--token', address]
  expect(await desk.ipeos(words, { columns: 80, answers })).toMatchObject({ code: 0 })
})

test('token and password come on standard input, a line each', async () => {
  const { site, desk } = await newPlace()
  await desk.ipeos(['password', 'reset', address])
  const words = ['password', 'reset', address, '--token-stdin', '--password-stdin']
  const { code } = await desk.ipeos(words, { stdin: `${mailedToken(site)}\nNouveau-mot-2026\n` })
  expect(code).toBe(0)
  const env = { IPEOS_USER: 'alice', IPEOS_PASSWORD: 'Nouveau-mot-2026' }
  expect(await desk.ipeos(['whoami'], { env })).toMatchObject({ code: 0 })
})

test.each([
  ['the-token', 'nothing came in'],
  ['one\ntwo\nthree', '2 lines are expected'],
])('of another number of lines (%j) the platform is asked nothing', async (stdin, told) => {
  const { site, desk } = await newPlace()
  const words = ['password', 'reset', address, '--token-stdin', '--password-stdin']
  const { code, notes } = await desk.ipeos(words, { stdin })
  expect(code).toBe(2)
  expect(notes).toContain(told)
  expect(notes).not.toMatch(/the-token|one\b.*two/)
  expect(site.requests).toEqual([])
})

test('without a terminal, a token that would be asked for is named with the way to give it', async () => {
  const { desk } = await newPlace()
  const { code, notes } = await desk.ipeos(['password', 'reset', address, '--token'])
  expect(code).toBe(2)
  expect(notes).toContain('--token-stdin')
})

test.each([
  ['the link', (token: string) => `https://support.example/front/lostpassword.php?password_forget_token=${token}`],
  ['the link in brackets', (token: string) => `<https://support.example/x?a=b&password_forget_token=${token}&c=d> `],
  ['the code', (token: string) => `  ${token}\n`],
])('%s of the mail is as good, wherever it is given', async (_, pasted) => {
  const { site, desk } = await newPlace()
  await desk.ipeos(['password', 'reset', address])
  const words = ['password', 'reset', address, '--token', pasted(mailedToken(site))]
  expect(await desk.ipeos(words, { columns: 80, answers: twice('A-new-Secret-1') })).toMatchObject({ code: 0 })
})

test('what came by mail may be pasted at once, and the new password follows', async () => {
  const { site, desk } = await newPlace()
  const answers = twice('A-new-Secret-1')
  const pasted = { toString: () => mailedToken(site) }
  const { code, notes } = await desk.ipeos(['password', 'reset', address], {
    columns: 80,
    answers: [['Paste the link', pasted], ...answers],
  })
  expect([code, notes]).toEqual([0, expect.stringContaining('new password is in place')])
})

test('what is neither is told before a password is typed', async () => {
  const { desk } = await newPlace()
  const answers: Answer[] = [
    ['the code of the mail', 'it came at noon'],
    ['the code of the mail', 'f'.repeat(40)],
    ...twice('A-new-Secret-1'),
  ]
  const { code } = await desk.ipeos(['password', 'reset', address, '--token'], { columns: 80, answers })
  expect(code).toBe(1)
})
