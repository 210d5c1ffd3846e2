import { describe, expect, test } from 'vitest'
import { login } from '../../sandbox/caller.ts'
import { glpiVersions, type Place, place } from '../../support/glpi-versions.ts'
import { refused } from '../../support/refused.ts'

const around = async ({ tickets }: Place['platform'], id: number) => tickets.around(await tickets.get(id))
const asked = ({ requests }: Place['sandbox']) => requests.map(({ path }) => path.replace(/^.*?\.php(\/v1)?/, ''))

describe.each(glpiVersions)('what stands around a ticket on GLPI %s:', (glpi) => {
  test('a ticket of hers that it is tied to, whichever way it was tied', async () => {
    const { platform, sandbox } = await place({ glpi })
    const [id, twin, parent] = ['Panne', 'Même panne', 'Grande panne'].map((title) => sandbox.addTicket({ title }))
    const teo = await login(sandbox, 'teo')
    await teo.post('/Ticket_Ticket', { input: { tickets_id_1: twin, tickets_id_2: id, link: 2 } })
    await teo.post('/Ticket_Ticket', { input: { tickets_id_1: id, tickets_id_2: parent, link: 3 } })
    expect((await around(platform, id ?? 0)).links).toEqual([
      { id: twin, title: 'Même panne', status: 'new', relation: 'duplicated-by' },
      { id: parent, title: 'Grande panne', status: 'new', relation: 'child-of' },
    ])
  })

  test('nothing of another customer’s ticket that it is tied to', async () => {
    const { platform, sandbox } = await place({ glpi })
    const id = sandbox.addTicket({ title: 'Panne' })
    const theirs = sandbox.addTicket({ title: 'Affaire de Bob', requester: 'bob' })
    const teo = await login(sandbox, 'teo')
    const input = { tickets_id_1: id, tickets_id_2: theirs, link: 1 }
    expect((await teo.post('/Ticket_Ticket', { input })).status).toBe(201)
    expect(await around(platform, id)).toEqual({ equipment: [], links: [] })
    expect(asked(sandbox).join('\n')).not.toMatch(/Ticket\/\d+\/Ticket_Ticket/)
  })

  test('why it waits, when it is reminded and when it is solved by itself', async () => {
    const now = new Date('2026-11-28T10:00:00Z')
    const clock = { now: () => now }
    const { platform, sandbox } = await place({ glpi, clock: clock.now, connect: { clock } })
    const id = sandbox.addTicket({ title: 'Panne', status: 'assigned' })
    const teo = await login(sandbox, 'teo')
    const reason = { name: 'Attente client', followup_frequency: 86_400, followups_before_resolution: 2 }
    const glpiUser = await login(sandbox, 'glpi', 'glpi')
    const { json } = await glpiUser.post('/PendingReason', { input: reason })
    const pending = {
      pending: 1,
      pendingreasons_id: json.id,
      followup_frequency: 86_400,
      followups_before_resolution: 2,
    }
    await teo.post('/ITILFollowup', { input: { itemtype: 'Ticket', items_id: id, content: 'Alors ?', ...pending } })
    const ticket = await platform.tickets.get(id)
    expect(ticket).toMatchObject({ status: 'pending', pendingReason: 'Attente client' })
    expect((await platform.tickets.around(ticket)).waiting).toEqual({
      reminder: new Date('2026-11-29T10:00:00Z'),
      remindersLeft: 2,
      solvedOn: new Date('2026-12-01T10:00:00Z'),
    })
  })

  test('nothing is asked of why a ticket waits that does not, nor of equipment that it has not', async () => {
    const { platform, sandbox } = await place({ glpi })
    const ticket = await platform.tickets.get(sandbox.addTicket({ title: 'Panne', status: 'assigned' }))
    const before = sandbox.requests.length
    await platform.tickets.around(ticket)
    expect(
      asked(sandbox)
        .slice(before)
        .map((path) => path.replace(/\?.*/, '')),
    ).toEqual(['/Ticket_Ticket', '/Ticket_Ticket'])
  })

  test.each([/PendingReason_Item/, /Ticket_Ticket/, /Item_Ticket.*expand/, /search\/Ticket/])(
    'what stands at %s is left out where it is refused',
    async (path) => {
      const here = await place({ glpi })
      const id = here.sandbox.addTicket({ title: 'Panne', status: 'pending', equipment: ['Computer:3'] })
      const other = here.sandbox.addTicket({ title: 'Autre panne' })
      const teo = await login(here.sandbox, 'teo')
      await teo.post('/Ticket_Ticket', { input: { tickets_id_1: id, tickets_id_2: other, link: 1 } })
      expect(await around(refused(here, path), id)).toMatchObject({ equipment: [{ key: 'Computer:3' }] })
    },
  )

  test('when a task is planned, and by whom', async () => {
    const { platform, sandbox } = await place({ glpi })
    const [begin, end] = [new Date('2030-02-01T08:00:00Z'), new Date('2030-02-01T09:00:00Z')]
    const tasks = [
      { content: 'Passage', begin, end, technician: 'glpi' },
      { content: 'Atelier', begin, end, group: 'Support N2' },
    ]
    const id = sandbox.addTicket({ title: 'Panne', status: 'planned', tasks })
    const timeline = await platform.tickets.timeline(await platform.tickets.get(id))
    expect(timeline).toMatchObject([
      { kind: 'task', begin, end, by: 'glpi' },
      { kind: 'task', begin, end, by: 'Support N2' },
    ])
  })
})
