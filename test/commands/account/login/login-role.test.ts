import { expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'
import { type Answer, ctrlC } from '../../../support/scripted-prompts.ts'

const secret = { stdin: 'henri-secret' }
const login = ['login', '--user', 'henri']

async function newPlace() {
  const site = await openSandbox()
  return { site, desk: newDesk(site, { user: null }) }
}

async function profileOf({ desk }: Awaited<ReturnType<typeof newPlace>>): Promise<string> {
  return JSON.parse((await desk.ipeos(['whoami', '--json', 'profile'])).out).profile
}

const password: Answer = ['Password', 'henri-secret']
const noToken: Answer = ['Keep a token', false]

test('a customer whom the platform takes for something else is offered the profile of customers, and keeps it', async () => {
  const place = await newPlace()
  const answers: Answer[] = [password, ['Your profile is Observer. Use Self-Service', true], noToken]
  const { code, notes } = await place.desk.ipeos(login, { columns: 200, answers })
  expect([code, notes]).toEqual([0, expect.stringContaining('(Self-Service, IPEOS > IPEOS-WTC)')])
  expect(await profileOf(place)).toBe('Self-Service')
})

test('whoever declines stays what they are, and is told how to switch', async () => {
  const place = await newPlace()
  const answers: Answer[] = [password, ['Use Self-Service', false], noToken]
  const { notes } = await place.desk.ipeos(login, { columns: 200, answers })
  expect(notes).toContain('(Observer, IPEOS)')
  expect(notes).toContain('ipeos profile use')
  expect(await profileOf(place)).toBe('Observer')
})

test('whoever leaves the question with Ctrl-C leaves the login, and nothing is kept', async () => {
  const { desk } = await newPlace()
  const answers: Answer[] = [password, ['Use Self-Service', ctrlC]]
  const { code, notes } = await desk.ipeos(login, { columns: 200, answers })
  expect([code, notes]).toEqual([130, expect.stringContaining('nothing of it is kept here')])
  expect(desk.keychain.size).toBe(0)
})

test('a script is told of the other profiles, and asked nothing', async () => {
  const { desk } = await newPlace()
  const { code, notes } = await desk.ipeos([...login, '--password-stdin'], secret)
  expect([code, notes]).toEqual([0, expect.stringContaining('other profiles too (Self-Service)')])
})

test('a login with --profile keeps that profile', async () => {
  const place = await newPlace()
  await place.desk.ipeos([...login, '--password-stdin', '--profile', 'self'], secret)
  expect(await profileOf(place)).toBe('Self-Service')
})

test('whoever logs in again has the profile that they chose, and is asked nothing', async () => {
  const place = await newPlace()
  await place.desk.ipeos([...login, '--password-stdin', '--profile', 'self'], secret)
  const { code } = await place.desk.ipeos(login, { columns: 80, answers: [password, noToken] })
  expect([code, await profileOf(place)]).toEqual([0, 'Self-Service'])
})

test('whoever has one profile is offered none', async () => {
  const { desk } = await newPlace()
  const answers: Answer[] = [['Password', 'teo-secret'], noToken]
  const { code, notes } = await desk.ipeos(['login', '--user', 'teo'], { columns: 80, answers })
  expect(code).toBe(0)
  expect(notes).not.toContain('profile use')
})

test('a login with a profile that one does not hold keeps nothing', async () => {
  const { desk } = await newPlace()
  const { code } = await desk.ipeos([...login, '--password-stdin', '--profile', 'Super-Admin'], secret)
  expect([code, desk.keychain.size]).toEqual([3, 0])
})
