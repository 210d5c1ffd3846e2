import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { newDesk, type Result } from '../support/desk.ts'
import { ctrlC } from '../support/scripted-prompts.ts'

async function desk() {
  return newDesk(await openSandbox())
}

/** What stands on each line of stderr; a line that is no JSON fails the test. */
function said({ notes }: Result): unknown[] {
  return notes
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

test('an error is one object on one line of stderr, with its code and the next thing to do', async () => {
  const result = await (await desk()).ipeos(['ticket', 'show', '999999', '--json'])
  expect(result).toMatchObject({ code: 3, out: '' })
  expect(said(result)).toEqual([
    {
      code: 'ticket-not-found',
      message: expect.stringContaining('999999'),
      hint: expect.stringContaining('ipeos ticket list'),
      exitCode: 3,
    },
  ])
})

test('all that is missing is in one object, each with its field', async () => {
  const result = await (await desk()).ipeos(['ticket', 'new', '--title', 'a', '--json'])
  expect(said(result)).toEqual([
    expect.objectContaining({
      code: 'nothing-sent',
      exitCode: 2,
      errors: expect.arrayContaining([{ field: 'description', message: expect.stringContaining('--description') }]),
    }),
  ])
})

test('what is told together says in its message what is wrong', async () => {
  const [error] = said(await (await desk()).ipeos(['ticket', 'new', '--title', 'a', '--json']))
  expect(error).toMatchObject({ message: expect.stringMatching(/^Nothing was sent: .*--description/) })
})

test.each([
  ['an option that is none', 'ticket list --json --nope', 'unknown-option'],
  ['an argument that is missing', 'ticket show --json', 'missing-argument'],
  ['an argument too many', 'whoami me --json', 'too-many-arguments'],
  ['a command that is none', 'ticket lisst --json', 'unknown-command'],
  ['a value that is missing', 'ticket list --json --search', 'missing-value'],
  ['a form that there is not', 'ticket list --format json', 'wrong-choice'],
  ['a command without --json', 'logout --json', 'unknown-option'],
  ['a field that is none', 'ticket list --json nope', 'unknown-field'],
  ['a setting that makes no sense', 'whoami --json --timeout soon', 'setting-timeout'],
])('%s is told so too: %s', async (_what, line, code) => {
  const result = await (await desk()).ipeos(line.split(' '))
  expect(said(result)).toEqual([expect.objectContaining({ code, exitCode: 2 })])
})

test('it is told so with --format ndjson as well, but not with another form', async () => {
  const { ipeos } = await desk()
  const wrong = ['ticket', 'list', '--category', 'no such thing', '--format']
  const [lines, csv] = [await ipeos([...wrong, 'ndjson']), await ipeos([...wrong, 'csv'])]
  expect(said(lines)).toEqual([expect.objectContaining({ code: 'unknown-category' })])
  expect(csv.notes).toMatch(/^✗ /)
})

test('what is partly done has the object after what was done', async () => {
  const { ipeos, home } = await desk()
  writeFileSync(join(home, 'bad.exe'), 'MZ')
  const line = ['ticket', 'new', '--title', 'a', '--description', 'b', '--category', '3', '--attach', 'bad.exe']
  const result = await ipeos([...line, '--yes', '--json', 'id'])
  expect(JSON.parse(result.out)).toEqual({ id: expect.any(Number) })
  expect(said(result).at(-1)).toMatchObject({ code: 'ticket-files-missing', exitCode: 7 })
})

test('of several tickets, each that fails has an object of its own, with its number and its code', async () => {
  const result = await (await desk()).ipeos(['ticket', 'show', '15', '999999', '--json', 'id'])
  expect(JSON.parse(result.out)).toEqual([{ id: 15 }])
  expect(said(result)).toEqual([
    expect.objectContaining({ code: 'ticket-not-found', exitCode: 3, ticket: 999999 }),
    expect.objectContaining({ code: 'some-tickets', exitCode: 7 }),
  ])
})

test('notes and warnings are objects too', async () => {
  const { ipeos } = await desk()
  const result = await ipeos(['ticket', 'comment', '15', '-m', 'Toujours lent.', '--json'])
  expect(said(result)).toEqual([{ note: expect.stringContaining('15') }])
})

test('the sentences are in the language of the call, the code is not', async () => {
  const result = await (await desk()).ipeos(['ticket', 'show', '999999', '--json', '--lang', 'fr'])
  expect(said(result)).toEqual([
    expect.objectContaining({ code: 'ticket-not-found', message: expect.stringContaining('n’existe pas') }),
  ])
})

test('on a terminal the notes stay sentences, and the error is what a program would read', async () => {
  const { ipeos } = await desk()
  const comment = await ipeos(['ticket', 'comment', '15', '-m', 'Toujours lent.', '--json'], { columns: 80 })
  const wrong = await ipeos(['ticket', 'show', '999999', '--json'], { columns: 80 })
  expect(comment.notes).not.toContain('{')
  expect(said(wrong)).toEqual([expect.objectContaining({ code: 'ticket-not-found' })])
})

test('what was cancelled says so with 130', async () => {
  const { ipeos } = await desk()
  const result = await ipeos(['ticket', 'edit', '17', '--json'], { columns: 80, answers: [[/./, ctrlC]] })
  expect(said(result)).toEqual([{ code: 'cancelled', message: expect.any(String), hint: null, exitCode: 130 }])
})

test('--debug adds objects, no other lines', async () => {
  const result = await (await desk()).ipeos(['ticket', 'show', '999999', '--json', '--debug'])
  expect(said(result).length).toBeGreaterThan(1)
  expect(said(result).at(-1)).toMatchObject({ code: 'ticket-not-found' })
})

test('a bug has a code of its own', async () => {
  const { ipeos } = newDesk({ fetch: () => Promise.reject(new TypeError('not expected')) })
  const broken = {
    now: () => {
      throw new TypeError('not expected')
    },
  }
  const result = await ipeos(['ticket', 'list', '--json'], { world: broken })
  expect(said(result)).toEqual([expect.objectContaining({ code: 'bug', exitCode: 1 })])
})

test('without --json an error stays a sentence', async () => {
  const { notes } = await (await desk()).ipeos(['ticket', 'show', '999999'])
  expect(notes).toMatch(/^✗ /)
})
