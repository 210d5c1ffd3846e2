import { expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import { Left } from '../../support/scripted-prompts.ts'

const henri = { IPEOS_USER: 'henri', IPEOS_PASSWORD: 'henri-secret' }

/** A desk at which alice, and henri where he is named, left a request in the middle. */
async function deskOf(...others: Array<Record<string, string>>) {
  const desk = newDesk(await openSandbox())
  for (const env of [{}, ...others])
    await desk.ipeos(['ticket', 'new', '--title', 'Imprimante', '--yes'], {
      columns: 80,
      env,
      answers: [['Description', new Left('Plus rien')]],
    })
  return desk
}

test.each([80, 40])('in %d columns, drafts of several accounts say whose they are', async (columns) => {
  const desk = await deskOf(henri)
  const { out } = await desk.ipeos(['draft', 'list'], { columns })
  expect(out).toMatch(/alice@/)
  expect(out).toMatch(/henri@/)
})

test('drafts that are all of the account in use do not repeat it', async () => {
  const desk = await deskOf()
  const mine = await desk.ipeos(['draft', 'list'], { columns: 100 })
  const theirs = await desk.ipeos(['draft', 'list'], { columns: 100, env: henri })
  expect(mine.out).not.toContain('alice@')
  expect(theirs.out).toContain('alice@')
})

test('of several drafts a person reads that any can be resumed', async () => {
  const desk = await deskOf({})
  const ids = JSON.parse((await desk.ipeos(['draft', 'list', '--json'])).out).map(({ id }: { id: string }) => id)
  const { notes } = await desk.ipeos(['draft', 'list'], { columns: 100, env: { NO_COLOR: '1' } })
  expect(notes).toContain(`To go on with the last one: ipeos ticket new --resume ${ids[0].slice(0, 8)}`)
  expect(notes).toContain(`ipeos draft show ${ids[1].slice(0, 8)}`)
})

test('a person reads how to go on with the last of their own; a pipe does not', async () => {
  const desk = await deskOf(henri)
  const { id } = JSON.parse((await desk.ipeos(['draft', 'list', '--format', 'ndjson'])).out.split('\n')[1] ?? '')
  const [person, pipe] = [
    await desk.ipeos(['draft', 'list'], { columns: 80, env: { NO_COLOR: '1' } }),
    await desk.ipeos(['draft', 'list']),
  ]
  expect(person.notes.trim()).toBe(`To go on: ipeos ticket new --resume ${id.slice(0, 8)}`)
  expect(pipe.notes).toBe('')
})
