import { expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'

const made = (path: RegExp, site: Awaited<ReturnType<typeof openSandbox>>) => async (request: Request) =>
  request.method === 'POST' && path.test(request.url)
    ? Response.json({ id: 0, message: '' }, { status: 201 })
    : site.fetch(request)

test('a ticket whose number is 0 was not made: nothing is told as done, and the draft stays', async () => {
  const site = await openSandbox({ glpi: '10.0' })
  const desk = newDesk({ fetch: made(/\/Ticket$/, site) })
  const words = ['ticket', 'new', '--title', 'Onduleur', '--description', 'Il siffle.', '--yes']
  const { code, out } = await desk.ipeos(words)
  expect(code).not.toBe(0)
  expect(out).toBe('')
  expect(JSON.parse((await desk.ipeos(['draft', 'list', '--json'])).out)).toHaveLength(1)
})

test.each([
  ['followup', /\/ITILFollowup$/, ['ticket', 'comment', '15', '-m', 'Du nouveau.']],
  ['acceptance', /\/ITILFollowup$/, ['ticket', 'accept', '12']],
] as const)('a %s whose number is 0 was not made', async (_what, path, words) => {
  const site = await openSandbox()
  const { code, out } = await newDesk({ fetch: made(path, site) }).ipeos([...words, '--json'])
  expect(code).not.toBe(0)
  expect(out).toBe('')
})
