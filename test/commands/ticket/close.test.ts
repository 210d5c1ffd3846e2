import { expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'
import type { Answer } from '../../support/scripted-prompts.ts'

async function place(glpi: '10.0' | '11.0' = '11.0') {
  const site = await openSandbox({ glpi })
  return { site, desk: newDesk(site) }
}

test.each(glpiVersions)('on GLPI %s a ticket that nobody wrote on is closed', async (glpi) => {
  const { site, desk } = await place(glpi)
  const id = site.addTicket({ title: 'Revenu tout seul', status: 'assigned' })
  expect(await desk.ipeos(['ticket', 'close', `${id}`, '--yes'])).toMatchObject({ code: 0 })
  const { out } = await desk.ipeos(['ticket', 'show', `${id}`, '--json', 'status'])
  expect(JSON.parse(out)).toEqual({ status: 'closed' })
  const again = await desk.ipeos(['ticket', 'close', `${id}`, '--yes'])
  expect(again).toMatchObject({ code: 0, notes: expect.stringContaining('closed already') })
})

test('a script says that it means it', async () => {
  const { site, desk } = await place()
  const id = site.addTicket({ title: 'Imprimante' })
  const { code, notes } = await desk.ipeos(['ticket', 'close', `${id}`])
  expect({ code, notes }).toEqual({ code: 2, notes: expect.stringContaining(`ipeos ticket close ${id} --yes`) })
  expect(notes).toContain('Nothing was closed')
  expect(site.writes).toEqual([])
})

test('a person is asked', async () => {
  const { site, desk } = await place()
  const id = site.addTicket({ title: 'Imprimante' })
  const answers: Answer[] = [['Close ticket', true]]
  expect(await desk.ipeos(['ticket', 'close', `${id}`], { columns: 80, answers })).toMatchObject({ code: 0 })
})

test('one that is closed already is told to be, and its survey is not offered as if it just ended', async () => {
  const { desk } = await place()
  const { code, notes } = await desk.ipeos(['ticket', 'close', '8'], { columns: 80, answers: [] })
  expect({ code, notes }).toEqual({ code: 0, notes: expect.stringContaining('closed already') })
})

test('where somebody wrote, support closes it: how to ask for that is told', async () => {
  const { site, desk } = await place()
  const id = site.addTicket({ title: 'Imprimante', status: 'assigned', followups: [{ by: 'teo', content: 'Vu.' }] })
  const { code, notes } = await desk.ipeos(['ticket', 'close', `${id}`, '--yes'])
  expect({ code, notes }).toEqual({ code: 5, notes: expect.stringContaining(`ipeos ticket comment ${id}`) })
  expect(site.writes).toEqual([])
})

test('a solved one is closed by the answer to its solution', async () => {
  const { site, desk } = await place()
  const id = site.addTicket({ title: 'Imprimante', status: 'solved' })
  const { code, notes } = await desk.ipeos(['ticket', 'close', `${id}`, '--yes'])
  expect({ code, notes }).toEqual({ code: 5, notes: expect.stringContaining(`ipeos ticket accept ${id}`) })
})
