import { expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'
import type { Answer } from '../../support/scripted-prompts.ts'

/** Two tickets of alice's, one of bob's, and a link of bob's that is nobody else's business. */
async function tickets(glpi: '10.0' | '11.0' = '11.0') {
  const site = await openSandbox({ glpi })
  const [first, second] = [site.addTicket({ title: 'Imprimante' }), site.addTicket({ title: 'Scanner' })]
  const theirs = site.addTicket({ title: 'Secret de bob', requester: 'bob' })
  return { site, first, second, theirs, desk: newDesk(site) }
}

const linksSent = ({ writes }: Sandbox) => writes.filter(({ path }) => path.includes('Ticket_Ticket'))

test.each(glpiVersions)('on GLPI %s two tickets are linked, and unlinked again', async (glpi) => {
  const { desk, first, second } = await tickets(glpi)
  const linked = await desk.ipeos(['ticket', 'link', `${first}`, `${second}`, '--json'])
  expect(JSON.parse(linked.out)).toEqual({ ticket: first, other: second, relation: 'related', linked: true })
  const unlinked = await desk.ipeos(['ticket', 'unlink', `${second}`, `${first}`])
  expect(unlinked).toMatchObject({ code: 0, notes: expect.stringContaining('no longer linked') })
  const again = await desk.ipeos(['ticket', 'unlink', `${first}`, `${second}`])
  expect(again).toMatchObject({ code: 3, notes: expect.stringContaining('are not linked') })
})

test.each([
  ['--duplicate', 'is now a duplicate of', 'duplicated-by'],
  ['--child', 'is now a part of', 'parent-of'],
  ['--parent', 'is now a part of', 'child-of'],
])('linked by %s, each ticket knows what it is to the other', async (option, says, fromTheOther) => {
  const { desk, first, second } = await tickets()
  const linked = await desk.ipeos(['ticket', 'link', `${first}`, `${second}`, option])
  expect(linked).toMatchObject({ code: 0, notes: expect.stringContaining(says) })
  const { out } = await desk.ipeos(['ticket', 'unlink', `${second}`, `${first}`, '--json', 'relation'])
  expect(JSON.parse(out)).toEqual({ relation: fromTheOther })
})

test('tickets that are linked already are told to be, and nothing is sent', async () => {
  const { desk, site, first, second } = await tickets()
  await desk.ipeos(['ticket', 'link', `${first}`, `${second}`])
  const again = await desk.ipeos(['ticket', 'link', `${second}`, `${first}`])
  expect(again).toMatchObject({ code: 0, notes: expect.stringContaining('already') })
  expect(linksSent(site)).toHaveLength(1)
})

test('a link of another kind is not replaced: how to take it away is told', async () => {
  const { desk, site, first, second } = await tickets()
  await desk.ipeos(['ticket', 'link', `${first}`, `${second}`])
  const other = await desk.ipeos(['ticket', 'link', `${first}`, `${second}`, '--duplicate'])
  expect(other).toMatchObject({ code: 1, notes: expect.stringContaining(`ipeos ticket unlink ${first} ${second}`) })
  expect(linksSent(site)).toHaveLength(1)
})

test('a ticket is not linked to itself', async () => {
  const { desk, site, first } = await tickets()
  expect(await desk.ipeos(['ticket', 'link', `${first}`, `#${first}`])).toMatchObject({ code: 2 })
  expect(linksSent(site)).toEqual([])
})

test('another customer’s ticket is one that there is not, and its title is never told', async () => {
  const { desk, site, first, theirs } = await tickets()
  for (const verb of ['link', 'unlink'])
    for (const pair of [
      [first, theirs],
      [theirs, first],
    ]) {
      const result = await desk.ipeos(['ticket', verb, ...pair.map(String)])
      expect(result).toMatchObject({ code: 3, notes: expect.not.stringContaining('Secret') })
    }
  expect(linksSent(site)).toEqual([])
})

test('whoever only observes a ticket links it to nothing', async () => {
  const { site, first, desk } = await tickets()
  const observed = site.addTicket({ title: 'De Henri', requester: 'henri', entity: 1, observers: ['alice'] })
  const { code, notes } = await desk.ipeos(['ticket', 'link', `${first}`, `${observed}`])
  expect({ code, notes }).toEqual({ code: 5, notes: expect.stringContaining('You observe') })
})

test('a link whose answer was lost is looked for, and not made twice', async () => {
  const { desk, site, first, second } = await tickets()
  site.faults.inject({ kind: 'drop-after', match: { method: 'POST', path: /Ticket_Ticket/ } })
  expect(await desk.ipeos(['ticket', 'link', `${first}`, `${second}`])).toMatchObject({ code: 0 })
  expect(linksSent(site)).toHaveLength(1)
})

test('in a script both tickets are needed', async () => {
  const { desk, first } = await tickets()
  expect(await desk.ipeos(['ticket', 'link', `${first}`])).toMatchObject({
    code: 2,
    notes: expect.stringContaining('ipeos ticket link 15 17'),
  })
})

test('a person points at both', async () => {
  const { desk, first, second } = await tickets()
  const answers: Answer[] = [
    ['Which ticket do you want to link', second],
    ['belong to', first],
  ]
  const result = await desk.ipeos(['ticket', 'link'], { columns: 80, answers })
  expect(result).toMatchObject({ code: 0, notes: expect.stringContaining(`no. ${second} and no. ${first}`) })
})

test('whoever links a ticket is offered neither itself nor those that it is linked to already', async () => {
  const { desk, site, first, second } = await tickets()
  const third = site.addTicket({ title: 'Écran' })
  await desk.ipeos(['ticket', 'link', `${first}`, `${second}`])
  const by = (other: number) =>
    desk.ipeos(['ticket', 'link', `${first}`], { columns: 80, answers: [['belong to', other]] })
  for (const left of [first, second])
    expect(await by(left)).toMatchObject({ code: 1, notes: expect.stringContaining(`no such choice: ${left} `) })
  expect(await by(third)).toMatchObject({ code: 0, notes: expect.stringContaining(`no. ${third}`) })
})

test('whoever has linked a ticket to all others is told that there is no other', async () => {
  const { site } = await tickets()
  const desk = newDesk(site, { user: 'bob' })
  const { out } = await desk.ipeos(['ticket', 'list', '--status', 'all', '--json', 'id'])
  const [first = 0, ...others] = (JSON.parse(out) as Array<{ id: number }>).map(({ id }) => id)
  for (const other of others) await desk.ipeos(['ticket', 'link', `${first}`, `${other}`])
  const { code, notes } = await desk.ipeos(['ticket', 'link', `${first}`], { columns: 80, answers: [] })
  expect({ code, notes }).toEqual({ code: 0, notes: expect.stringContaining('no other ticket of yours') })
})

test('whoever unlinks a ticket chooses among those that it is linked to, and no others', async () => {
  const { desk, site, first, second } = await tickets()
  site.addTicket({ title: 'Sans lien' })
  await desk.ipeos(['ticket', 'link', `${first}`, `${second}`])
  const of = async (answer: unknown) => {
    const answers: Answer[] = [[`unlink no. ${first}`, answer]]
    return desk.ipeos(['ticket', 'unlink', `${first}`], { columns: 80, answers })
  }
  expect((await of(/Sans lien|#15/)).code).toBe(1)
  expect(await of(/Scanner/)).toMatchObject({ code: 0, notes: expect.stringContaining('no longer linked') })
})

test('whoever unlinks a ticket that is linked to none is told so', async () => {
  const { desk, first } = await tickets()
  const { code, notes } = await desk.ipeos(['ticket', 'unlink', `${first}`], { columns: 80, answers: [] })
  expect({ code, notes }).toEqual({ code: 0, notes: expect.stringContaining('is linked to no other') })
})
