import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'

test('a file whose session died twice is not refused: it is kept, and sent by the next try', async () => {
  const site = await openSandbox({ glpi: '10.0' })
  const desk = newDesk(site)
  writeFileSync(join(desk.home, 'note.txt'), 'Une note.')
  site.faults.inject({ kind: 'dead-session', match: { method: 'POST', path: /Document/ }, times: 2 })
  const words = ['ticket', 'new', '--title', 'x', '--description', 'y', '--attach', 'note.txt']
  const cut = await desk.ipeos(words)
  expect(cut.code).toBe(7)
  const resume = /ipeos (ticket new --resume \S+)/.exec(cut.notes)?.[1]?.split(' ')
  expect((await desk.ipeos(resume ?? [])).code).toBe(0)
  const { documents } = JSON.parse((await desk.ipeos(['ticket', 'show', cut.out.trim(), '--json'])).out)
  expect(documents).toMatchObject([{ fileName: 'note.txt' }])
})
