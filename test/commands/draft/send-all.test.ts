import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deskWithTicket } from '../../support/ticket-life.ts'

/** A desk whose scripts met a platform that was away. */
async function deskThatMissed(...commands: string[][]) {
  const { desk, id, site, shown } = await deskWithTicket('10.0')
  writeFileSync(join(desk.home, 'journal.txt'), 'a')
  site.faults.inject({ kind: 'status', status: 503, times: 1000 })
  for (const words of commands) await desk.ipeos(words.map((word) => (word === 'ID' ? id : word)))
  site.faults.clear()
  const folder = join(desk.home, '.local', 'state', 'ipeos', 'drafts')
  const list = async () => JSON.parse((await desk.ipeos(['draft', 'list', '--json'])).out)
  return { desk, id, site, shown, folder, list }
}

const says = (text: string) => ['ticket', 'comment', 'ID', '-m', text]

test('what a script left waits for the platform alone, and is not being typed', async () => {
  const { list } = await deskThatMissed(
    says('one'),
    ['ticket', 'comment', 'ID', 'ID', '-m', 'two'],
    ['ticket', 'attach', 'ID', 'journal.txt'],
    ['ticket', 'new', '--title', 't', '--description', 'd', '--yes'],
  )
  const stages = (await list()).map(({ stage }: { stage: string }) => stage)
  expect(stages).toEqual(stages.map(() => 'waiting'))
  expect(stages.length).toBeGreaterThan(3)
})

test('what was begun first goes first, whatever a failed run changed since', async () => {
  const { desk, shown, folder } = await deskThatMissed(says('first'), says('second'))
  for (const name of readdirSync(folder)) {
    const draft = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    const later = new Date(Date.parse(draft.changed) + 60_000).toISOString()
    if (draft.text === 'first') writeFileSync(join(folder, name), JSON.stringify({ ...draft, changed: later }))
  }
  expect((await desk.ipeos(['draft', 'send', '--all'])).code).toBe(0)
  const { timeline } = await shown()
  const sent = timeline.sort((one, other) => one.id - other.id).map(({ text }) => text)
  expect(sent).toEqual(['first', 'second'])
})

test('what another ipeos is sending is not left, and says nothing', async () => {
  const { desk, folder, list } = await deskThatMissed(says('one'))
  const [{ id }] = await list()
  writeFileSync(join(folder, `${id}.lock`), '7 elsewhere')
  const { code, notes } = await desk.ipeos(['draft', 'send', '--all', '--quiet'])
  expect({ code, notes, left: (await list()).length }).toEqual({ code: 0, notes: '', left: 1 })
})

test('what nobody is at and could not be sent is left (7), beside what another ipeos is sending', async () => {
  const { desk, folder, site, list } = await deskThatMissed(says('one'), says('two'))
  const [{ id }] = await list()
  writeFileSync(join(folder, `${id}.lock`), '7 elsewhere')
  site.faults.inject({ kind: 'status', status: 503, times: 1000 })
  const { code, notes } = await desk.ipeos(['draft', 'send', '--all', '--quiet'])
  expect(code).toBe(7)
  expect(notes).toMatch(/1 draft/)
})

test('an import that another ipeos is at is not left', async () => {
  const { desk, site } = await deskThatMissed()
  const folder = join(desk.home, '.local', 'state', 'ipeos', 'imports')
  site.faults.inject({ kind: 'status', status: 503, times: 1000 })
  await desk.ipeos(['ticket', 'import', '-', '--yes'], { stdin: 'title,description\nt,d\n' })
  site.faults.clear()
  const [plan = ''] = readdirSync(folder).filter((name) => !name.endsWith('.lock'))
  writeFileSync(join(folder, `${plan.split('.')[0]}.lock`), '7 elsewhere')
  expect((await desk.ipeos(['draft', 'send', '--all', '--quiet'])).code).toBe(0)
})
