import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { login } from './caller.ts'

const CLOSED_TO_CUSTOMERS = [
  ...['ITILCategory', 'Computer', 'Software', 'Contract', 'Location', 'RequestType', 'Entity', 'User', 'UserEmail'],
  ...['Profile', 'Document', 'Document_Item'],
]

describe('Self-Service', () => {
  test.each(CLOSED_TO_CUSTOMERS)('may not read %s', async (itemtype) => {
    const alice = await login(await openSandbox(), 'alice')
    expect(await alice.get(`/${itemtype}`)).toMatchObject({
      status: 403,
      json: ['ERROR_RIGHT_MISSING', expect.any(String)],
    })
  })

  test.each([
    { child: 'Log', status: 403 },
    { child: 'TicketValidation', status: 403 },
    { child: 'TicketCost', status: 403 },
    { child: 'TicketSatisfaction', status: 200 },
  ])('$child of its ticket answers $status', async ({ child, status }) => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x' })
    expect((await (await login(sandbox, 'alice')).get(`/Ticket/${id}/${child}`)).status).toBe(status)
  })

  test('sees only the tickets that it asked for, wrote or observes', async () => {
    const sandbox = await openSandbox()
    const before = (await (await login(sandbox, 'alice')).get('/Ticket?range=0-0')).headers.get('content-range')
    sandbox.addTicket({ title: 'd’Henri', requester: 'henri' })
    sandbox.addTicket({ title: 'écrit par alice', requester: 'henri', writer: 'alice' })
    sandbox.addTicket({ title: 'observé', requester: 'henri', observers: ['alice'] })
    const after = (await (await login(sandbox, 'alice')).get('/Ticket?range=0-0')).headers.get('content-range')
    expect(Number(after?.split('/')[1]) - Number(before?.split('/')[1])).toBe(2)
  })

  test('reads categories and equipment when the site lets it', async () => {
    const alice = await login(await openSandbox({ configuration: { customerMayReadAssets: true } }), 'alice')
    expect((await alice.get('/ITILCategory')).json).toHaveLength(7)
    expect((await alice.get('/Computer')).json.map(({ name }: { name: string }) => name)).toContain('poste-alice')
    expect((await alice.get('/Contract')).status).toBe(403)
  })

  test('adds no task and no solution', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x' })
    const alice = await login(sandbox, 'alice')
    const task = await alice.post('/TicketTask', { input: { tickets_id: id, content: 'x' } })
    const solution = await alice.post('/ITILSolution', { input: { itemtype: 'Ticket', items_id: id, content: 'x' } })
    expect([task.status, solution.status]).toEqual([400, 400])
  })

  test('reads the FAQ, and not the articles that are outside it', async () => {
    const sandbox = await openSandbox()
    const names = async (name: string) =>
      (await (await login(sandbox, name)).get('/KnowbaseItem')).json.map((article: { name: string }) => article.name)
    expect(await names('alice')).not.toContain('Procédure d’astreinte (interne)')
    expect(await names('teo')).toContain('Procédure d’astreinte (interne)')
  })
})

describe('a technician', () => {
  test.each(['ITILCategory', 'Computer', 'Printer', 'Contract', 'User', 'Document', 'Entity'])(
    'reads %s',
    async (itemtype) => {
      const teo = await login(await openSandbox(), 'teo')
      expect((await teo.get(`/${itemtype}`)).json[0]).toHaveProperty('id')
    },
  )

  test('sees the tickets of every customer', async () => {
    const sandbox = await openSandbox()
    const ids = ['alice', 'henri', 'bob'].map((requester) => sandbox.addTicket({ title: 'x', requester }))
    const teo = await login(sandbox, 'teo')
    expect(await Promise.all(ids.map(async (id) => (await teo.get(`/Ticket/${id}`)).status))).toEqual([200, 200, 200])
  })

  test('is never shown a password or a token', async () => {
    const teo = await login(await openSandbox(), 'teo')
    const keys = Object.keys((await teo.get('/User/8')).json)
    expect(keys).toContain('name')
    expect(keys.filter((key) => /password|token/.test(key))).toEqual([])
  })
})

test('an Observer sees every ticket below its entity, and changes none', async () => {
  const sandbox = await openSandbox()
  const id = sandbox.addTicket({ title: 'Bob’s', requester: 'bob' })
  const henri = await login(sandbox, 'henri')
  expect((await henri.get(`/Ticket/${id}`)).status).toBe(200)
  expect((await henri.call('PUT', `/Ticket/${id}`, { body: { input: { name: 'y' } } })).status).toBe(400)
})

test('what a technician may read is not kept for an Observer', async () => {
  const sandbox = await openSandbox()
  sandbox.addTicket({ title: 'x', requester: 'bob', followups: [{ by: 'teo', content: 'privée', private: true }] })
  const count = async (name: string) =>
    Number(
      (await (await login(sandbox, name)).get('/ITILFollowup?range=0-0')).headers.get('content-range')?.split('/')[1],
    )
  expect((await count('teo')) - (await count('henri'))).toBe(3)
})

test('only Super-Admin removes a ticket for good', async () => {
  const sandbox = await openSandbox()
  const id = sandbox.addTicket({ title: 'x' })
  const purge = async (name: string) =>
    (await (await login(sandbox, name)).call('DELETE', `/Ticket/${id}?force_purge=true`)).status
  expect([await purge('alice'), await purge('teo'), await purge('glpi')]).toEqual([400, 400, 200])
})
