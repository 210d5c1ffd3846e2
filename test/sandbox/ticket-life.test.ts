import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { type Caller, fileForm, login, openTicket } from './caller.ts'

const follow = (caller: Caller, id: number, input: Record<string, unknown>) =>
  caller.post('/ITILFollowup', { input: { itemtype: 'Ticket', items_id: id, ...input } })

const attach = (caller: Caller, id: number) =>
  caller.call('POST', '/Document', {
    form: fileForm({ name: 'f', _filename: ['f.txt'], itemtype: 'Ticket', items_id: id }, 'f.txt', 'f'),
  })

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

  test.each([
    { how: 'a mere followup', speak: (id: number, alice: Caller) => follow(alice, id, { content: 'merci' }) },
    { how: 'a mere file', speak: (id: number, alice: Caller) => attach(alice, id) },
  ])('$how of its requester refuses the solution and gives it back to its technician', async ({ speak }) => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x', status: 'solved' })
    const alice = await login(sandbox, 'alice')
    expect((await speak(id, alice)).status).toBe(201)
    expect((await alice.get(`/Ticket/${id}`)).json).toMatchObject({ status: 2, solvedate: null })
    expect((await alice.get(`/Ticket/${id}/ITILSolution`)).json).toMatchObject([{ status: 4 }])
  })

  test.each([
    { how: 'a mere followup', speak: (id: number, alice: Caller) => follow(alice, id, { content: 'voici' }) },
    { how: 'a followup that would close', speak: (id: number, alice: Caller) => follow(alice, id, { add_close: 1 }) },
    { how: 'a mere file', speak: (id: number, alice: Caller) => attach(alice, id) },
  ])('pending, $how of its requester sends it back to support', async ({ speak }) => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x', status: 'pending' })
    const alice = await login(sandbox, 'alice')
    expect((await speak(id, alice)).status).toBe(201)
    expect((await alice.get(`/Ticket/${id}`)).json.status).toBe(2)
  })

  test('a followup of a technician leaves the solution waiting', async () => {
    const { teo, ticket, solution, id } = await solved()
    await follow(teo, id, { content: 'à votre écoute' })
    expect((await ticket()).status).toBe(5)
    expect((await solution()).status).toBe(2)
  })

  test('accepting after a file is answered as done, and closes nothing', async () => {
    const { alice, id, ticket, solution } = await solved()
    await attach(alice, id)
    expect((await follow(alice, id, { content: 'Merci', add_close: 1 })).status).toBe(201)
    expect((await ticket()).status).toBe(1)
    expect((await solution()).status).toBe(4)
  })

  test.each([
    { flag: 'add_close', status: 6, answered: 3 },
    { flag: 'add_reopen', status: 1, answered: 4 },
  ])('word, file and $flag go in one request', async ({ flag, status, answered }) => {
    const { alice, id, solution } = await solved()
    const manifest = { itemtype: 'Ticket', items_id: id, content: '<p>la preuve</p>', [flag]: 1 }
    const sent = await alice.call('POST', '/ITILFollowup', { form: fileForm(manifest, 'preuve.txt', 'x') })
    expect(sent).toMatchObject({ status: 201, json: { message: 'Document copié avec succès.' } })
    const { json } = await alice.get(`/Ticket/${id}?with_documents=true`)
    expect(json).toMatchObject({ status, _documents: [{ filename: 'preuve.txt' }] })
    expect((await solution()).status).toBe(answered)
  })

  test.each([{ flag: 'add_close' }, { flag: 'add_reopen' }])(
    '$flag is taken for a mere followup when no solution waits',
    async ({ flag }) => {
      const sandbox = await openSandbox()
      const id = sandbox.addTicket({ title: 'x', status: 'assigned' })
      const alice = await login(sandbox, 'alice')
      expect((await follow(alice, id, { content: 'x', [flag]: 1 })).status).toBe(201)
      expect((await alice.get(`/Ticket/${id}`)).json.status).toBe(2)
    },
  )

  test('an observer may neither write nor attach', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x', requester: 'henri', observers: ['alice'], entity: 1 })
    const alice = await login(sandbox, 'alice')
    expect((await follow(alice, id, { content: 'x' })).status).toBe(400)
    expect((await attach(alice, id)).status).toBe(400)
  })

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
