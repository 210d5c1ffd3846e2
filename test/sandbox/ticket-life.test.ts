import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { login, openTicket } from './caller.ts'

describe('the life of a ticket', () => {
  async function solved() {
    const sandbox = await openSandbox()
    const alice = await login(sandbox, 'alice')
    const teo = await login(sandbox, 'teo')
    const id = await openTicket(alice, { _users_id_requester: 8 })
    await teo.post('/ITILSolution', { input: { itemtype: 'Ticket', items_id: id, content: '<p>fait</p>' } })
    const follow = (input: Record<string, unknown>) =>
      alice.post('/ITILFollowup', { input: { itemtype: 'Ticket', items_id: id, ...input } })
    const ticket = async () => (await alice.get(`/Ticket/${id}`)).json
    const solution = async () => (await alice.get(`/Ticket/${id}/ITILSolution`)).json[0]
    return { sandbox, alice, teo, id, follow, ticket, solution }
  }

  test('a technician’s answer takes it into account, and does not change its status', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x' })
    const teo = await login(sandbox, 'teo')
    await teo.post('/ITILFollowup', { input: { itemtype: 'Ticket', items_id: id, content: 'vu' } })
    expect((await teo.get(`/Ticket/${id}`)).json).toMatchObject({ status: 1, takeintoaccountdate: expect.any(String) })
  })

  test('a solution solves it and waits', async () => {
    const { ticket, solution } = await solved()
    expect(await ticket()).toMatchObject({ status: 5, solvedate: expect.any(String) })
    expect(await solution()).toMatchObject({ status: 2, date_approval: null })
  })

  test('accepting needs no word, and closes it', async () => {
    const { follow, ticket, solution } = await solved()
    expect((await follow({ content: '', add_close: 1 })).status).toBe(201)
    expect(await ticket()).toMatchObject({ status: 6, closedate: expect.any(String) })
    expect(await solution()).toMatchObject({ status: 3, users_id_approval: 8 })
  })

  test('refusing needs a reason', async () => {
    const { follow, ticket } = await solved()
    const answered = await follow({ content: '', add_reopen: 1 })
    expect(answered.json).toEqual([
      'ERROR_GLPI_ADD',
      'Si vous souhaitez rouvrir cet élément, vous devez indiquer une raison',
    ])
    expect((await ticket()).status).toBe(5)
  })

  test('refused, it is new again when nobody is assigned', async () => {
    const { follow, ticket, solution } = await solved()
    await follow({ content: 'non', add_reopen: 1 })
    expect(await ticket()).toMatchObject({ status: 1, solvedate: null })
    expect((await solution()).status).toBe(4)
  })

  test('refused, it goes back to its technician when there is one', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x', status: 'solved' })
    const alice = await login(sandbox, 'alice')
    await alice.post('/ITILFollowup', { input: { itemtype: 'Ticket', items_id: id, content: 'non', add_reopen: 1 } })
    expect((await alice.get(`/Ticket/${id}`)).json.status).toBe(2)
  })

  test.each([{ answer: 'add_close' }, { answer: 'add_reopen' }])(
    '$answer is refused when no solution waits',
    async ({ answer }) => {
      const sandbox = await openSandbox()
      const id = sandbox.addTicket({ title: 'x', status: 'assigned' })
      const alice = await login(sandbox, 'alice')
      const input = { itemtype: 'Ticket', items_id: id, content: 'x', [answer]: 1 }
      expect((await alice.post('/ITILFollowup', { input })).status).toBe(400)
    },
  )

  test('closed, it takes no followup any more', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x', status: 'closed' })
    const alice = await login(sandbox, 'alice')
    expect(
      (await alice.post('/ITILFollowup', { input: { itemtype: 'Ticket', items_id: id, content: 'x' } })).status,
    ).toBe(400)
  })

  test('an empty followup is refused', async () => {
    const { follow } = await solved()
    expect((await follow({ content: '' })).json).toEqual([
      'ERROR_GLPI_ADD',
      'Vous ne pouvez pas ajouter de suivi sans une description',
    ])
  })

  test('the customer does not see what is private; the technician does', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({
      title: 'x',
      followups: [{ content: 'publique' }, { by: 'teo', content: 'privée', private: true }],
      tasks: [{ content: 'cachée', private: true, minutes: 5 }],
    })
    const count = async (name: string, what: string) =>
      (await (await login(sandbox, name)).get(`/Ticket/${id}/${what}`)).json.length
    expect([await count('alice', 'ITILFollowup'), await count('teo', 'ITILFollowup')]).toEqual([1, 2])
    expect([await count('alice', 'TicketTask'), await count('teo', 'TicketTask')]).toEqual([0, 1])
  })

  test('time spent adds up on the ticket', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x' })
    const teo = await login(sandbox, 'teo')
    for (const actiontime of [600, 1200])
      await teo.post('/TicketTask', { input: { tickets_id: id, content: 't', actiontime } })
    expect((await teo.get(`/Ticket/${id}`)).json.actiontime).toBe(1800)
  })
})
