import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CallOptions } from '../../support/desk.ts'
import { deskWithTicket } from '../../support/ticket-life.ts'

/** A script's place where nothing can be kept, while the platform is away. */
async function deskWithoutRoom(env: Record<string, string> = {}) {
  const { desk, id, site } = await deskWithTicket('10.0')
  writeFileSync(join(desk.home, 'journal.txt'), 'a')
  site.faults.inject({ kind: 'status', status: 503, times: 1000 })
  const nowhere = { ...env, IPEOS_STATE_DIR: '/dev/null/none' }
  return {
    ipeos: (words: string[], options: CallOptions = {}) =>
      desk.ipeos(
        words.map((word) => (word === 'ID' ? id : word)),
        { ...options, env: nowhere },
      ),
  }
}

const errorIn = (notes: string) => JSON.parse(notes.trimEnd().split('\n').at(-1) ?? '')

test.each([
  { words: ['ticket', 'new', '--title', 'Disque', '-F', '-', '--yes'] },
  { words: ['ticket', 'new', '--title', 'Disque', '-F', '-', '--yes', '--dedupe', 'k'] },
  { words: ['ticket', 'new', '-F', '-', '--yes', '--best-effort'] },
  { words: ['ticket', 'comment', 'ID', '-F', '-'] },
])('what could be neither sent nor kept by $words is told, quiet or not, and lost (1)', async ({ words }) => {
  const { ipeos } = await deskWithoutRoom()
  const { code, notes, out } = await ipeos([...words, '--quiet'], { stdin: 'df 91 %\ndf 92 %\n' })
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(notes).toMatch(/Lost[^\n]*\n[\s\S]*df 91 %\ndf 92 %\n/)
  const { notes: told } = await ipeos([...words, '--json'], { stdin: 'df 91 %' })
  expect(errorIn(told)).toMatchObject({
    code: 'text-lost',
    exitCode: 1,
    hint: expect.stringContaining('IPEOS_STATE_DIR'),
  })
  expect(
    told
      .split('\n')
      .filter(Boolean)
      .map((line) => Object.keys(JSON.parse(line))[0]),
  ).toContain('note')
})

test('what options said is told too, answers to a form among them', async () => {
  const { ipeos } = await deskWithoutRoom()
  const words = ['ticket', 'new', '--form', 'imprimante', '--answer', 'Problème=Bourrage papier', '--yes']
  const { code, notes } = await ipeos(words)
  expect(code).toBe(1)
  expect(notes).toContain('\nProblème=Bourrage papier\n')
})

test('files are named', async () => {
  const { ipeos } = await deskWithoutRoom()
  const { code, notes } = await ipeos(['ticket', 'attach', 'ID', 'journal.txt'])
  expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining('Not sent, and not kept: journal.txt') })
})

test('of one text for several tickets it is told once, and nothing is said to be kept', async () => {
  const { ipeos } = await deskWithoutRoom()
  const { code, notes } = await ipeos(['ticket', 'comment', 'ID', '15', '-m', 'df 91 %'])
  expect([code, notes.split('df 91 %').length - 1]).toEqual([1, 1])
  expect(notes).not.toContain('Nothing is lost')
})

test('a person at a terminal still has it: the error is that of the network (6), with the text', async () => {
  const { ipeos } = await deskWithoutRoom({ NO_COLOR: '1' })
  const { code, notes } = await ipeos(['ticket', 'comment', 'ID', '-m', 'df 91 %'], { columns: 80 })
  expect({ code, notes }).toEqual({ code: 6, notes: expect.stringMatching(/copy:\n[\s\S]*df 91 %\n/) })
})
