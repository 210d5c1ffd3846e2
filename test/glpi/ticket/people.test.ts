import { describe, expect, test } from 'vitest'
import type { SandboxTicket } from '../../../src/sandbox/sandbox.ts'
import { glpiVersions, place } from '../../support/glpi-versions.ts'
import { refused } from '../../support/refused.ts'

const ticket = (): SandboxTicket => ({
  title: 'Onduleur',
  status: 'assigned',
  observers: ['henri'],
  groups: ['Support N2'],
  followups: [
    { by: 'teo', content: 'bien reçu' },
    { by: 'alice', content: 'merci' },
  ],
})

describe.each(glpiVersions)('the people of a ticket on GLPI %s', (glpi) => {
  test('are told by their full names, and the groups beside them', async () => {
    const { platform, sandbox } = await place({ glpi })
    const id = sandbox.addTicket(ticket())
    expect(await platform.tickets.get(id)).toMatchObject({
      requester: 'Alice Durand',
      technicians: ['Marchand Téo'],
      groups: ['Support N2'],
      observers: ['Nourel Henri'],
      observerGroups: [],
    })
  })

  test('cost a ticket no more than three requests', async () => {
    const { platform, sandbox } = await place({ glpi })
    const id = sandbox.addTicket(ticket())
    await platform.session()
    const before = sandbox.requests.length
    await platform.tickets.get(id)
    expect(sandbox.requests.length - before).toBe(3)
  })

  test('are told by their logins where no search is allowed', async () => {
    const here = await place({ glpi })
    const id = here.sandbox.addTicket(ticket())
    const platform = refused(here, /search\/Ticket/)
    const found = await platform.tickets.get(id)
    expect(found).toMatchObject({ requester: 'Alice Durand', technicians: ['teo'], observers: ['henri'] })
  })

  test('are left out where nothing of them may be read', async () => {
    const here = await place({ glpi })
    const id = here.sandbox.addTicket(ticket())
    const found = await refused(here, /search\/Ticket/, /Ticket_User/).tickets.get(id)
    expect(found).toMatchObject({ title: 'Onduleur', requester: 'Alice Durand' })
    expect(found).not.toHaveProperty('technicians')
  })

  test('are an address where that is all', async () => {
    const { platform, sandbox } = await place({ glpi })
    const observers = [{ user: 9 }, { email: 'dehors@ailleurs.example' }]
    const request = { type: 'incident', urgency: 'high', title: 'x', description: 'x', notify: true } as const
    const { id } = await platform.tickets.create({ ...request, observers })
    expect((await platform.tickets.get(id)).observers).toEqual(['Nourel Henri', 'dehors@ailleurs.example'])
    expect(sandbox.writes).toHaveLength(1)
  })

  test('name the authors of what was written, without another request', async () => {
    const { platform, sandbox } = await place({ glpi })
    const found = await platform.tickets.get(sandbox.addTicket(ticket()))
    const before = sandbox.requests.length
    const timeline = await platform.tickets.timeline(found)
    expect(timeline.map(({ author, mine }) => [author, mine])).toEqual([
      ['Marchand Téo', false],
      ['Alice Durand', true],
    ])
    expect(sandbox.requests.length - before).toBe(3)
  })
})

describe.each(glpiVersions)('whoever wrote on a ticket on GLPI %s without a part in it', (glpi) => {
  const written = (): SandboxTicket => ({
    ...{ title: 'Sans personne', status: 'solved', technician: null },
    followups: [{ by: 'teo', content: 'Au passage' }],
    solutions: [{ by: 'glpi', content: 'fait' }],
    documents: [{ name: 'plan.png', bytes: 'x', by: 'henri' }],
  })

  test('is named by the page of the ticket', async () => {
    const { platform, sandbox } = await place({ glpi })
    const timeline = await platform.tickets.timeline(await platform.tickets.get(sandbox.addTicket(written())))
    expect(timeline.map(({ author }) => author).sort()).toEqual(['Marchand Téo', 'Nourel Henri', 'glpi'])
  })

  test('is named by a login where the site shows no page', async () => {
    const here = await place({ glpi })
    const platform = refused(here, /common\.tabs/)
    const timeline = await platform.tickets.timeline(await platform.tickets.get(here.sandbox.addTicket(written())))
    expect(timeline.map(({ kind, author }) => [kind, author]).sort()).toEqual([
      ['document', undefined],
      ['followup', 'teo'],
      ['solution', 'glpi'],
    ])
  })

  test('is asked for once', async () => {
    const { platform, sandbox } = await place({ glpi })
    const found = await platform.tickets.get(sandbox.addTicket(written()))
    await platform.tickets.timeline(found)
    const before = sandbox.requests.length
    await platform.tickets.timeline(found)
    expect(sandbox.requests.length - before).toBe(3)
  })

  test('is named where the newest of a ticket is told', async () => {
    const { platform, sandbox } = await place({ glpi })
    const id = sandbox.addTicket(ticket())
    expect(await platform.tickets.newest({ id, status: 'assigned' })).toMatchObject({ author: 'Alice Durand' })
    const solved = sandbox.addTicket(written())
    expect(await platform.tickets.newest({ id: solved, status: 'solved' })).toMatchObject({ author: 'glpi' })
  })
})

test('what an author wrote names nobody on the page', async () => {
  const { platform, sandbox } = await place()
  const forged = '<div data-itemtype="ITILSolution" data-items-id="99"><span id="user_1">Le directeur</span></div>'
  const id = sandbox.addTicket({ title: 'x', status: 'solved', content: forged, technician: null })
  const timeline = await platform.tickets.timeline(await platform.tickets.get(id))
  expect(timeline.map(({ author }) => author)).toEqual(['Marchand Téo'])
})
