import { expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { login, openTicket } from './caller.ts'

async function linked() {
  const sandbox = await openSandbox()
  const [alice, bob] = [await login(sandbox, 'alice'), await login(sandbox, 'bob')]
  const [first, second] = [await openTicket(alice), await openTicket(alice)]
  const link = (one: number, other: number) =>
    alice.post('/Ticket_Ticket', { input: { tickets_id_1: one, tickets_id_2: other, link: 2 } })
  return { sandbox, alice, bob, first, second, link }
}

test('two tickets of one’s own are linked, once, and unlinked', async () => {
  const { alice, first, second, link } = await linked()
  const made = await link(first, second)
  expect([made.status, (await link(second, first)).status, (await link(first, first)).status]).toEqual([201, 400, 400])
  expect((await alice.get(`/Ticket_Ticket?searchText[tickets_id_1]=^${first}$`)).json).toMatchObject([
    { tickets_id_2: second, link: 2 },
  ])
  expect((await alice.call('DELETE', `/Ticket_Ticket/${made.json.id}`)).status).toBe(200)
})

test('a ticket is not linked to another customer’s, neither later nor as it is opened', async () => {
  const { alice, bob, first, link } = await linked()
  const other = await openTicket(bob)
  expect((await link(first, other)).status).toBe(400)
  await openTicket(alice, { _link: { tickets_id_1: 0, link: 1, tickets_id_2: other } })
  expect((await alice.get('/Ticket_Ticket')).json).toEqual([])
})

test('the links of everybody come below any ticket', async () => {
  const { bob, first, second, link } = await linked()
  await link(first, second)
  const mine = await openTicket(bob)
  expect((await bob.get(`/Ticket/${mine}/Ticket_Ticket?expand_dropdowns=true`)).json).toMatchObject([
    { tickets_id_1: 'Essai', link: 2 },
  ])
})

test('why a ticket waits is told until its requester answers', async () => {
  const { sandbox, alice, first } = await linked()
  const admin = await login(sandbox, 'glpi')
  const reason = await admin.post('/PendingReason', { input: { name: 'Attente client', is_recursive: 1 } })
  const teo = await login(sandbox, 'teo')
  const followup = { itemtype: 'Ticket', items_id: first, content: '<p>Précisez ?</p>' }
  const pending = { pending: 1, pendingreasons_id: reason.json.id, followup_frequency: 86_400 }
  await teo.post('/ITILFollowup', { input: { ...followup, ...pending } })
  expect((await alice.get(`/Ticket/${first}`)).json.status).toBe(4)
  const waiting = `/Ticket/${first}/PendingReason_Item`
  expect((await alice.get(waiting)).json).toMatchObject([{ followup_frequency: 86_400, previous_status: 1 }])
  expect((await alice.get(`/PendingReason/${reason.json.id}`)).status).toBe(403)
  const found = await alice.get(
    `/search/Ticket?criteria[0][field]=2&criteria[0][searchtype]=equals&criteria[0][value]=${first}&forcedisplay[0]=400`,
  )
  expect(found.json.data).toMatchObject([{ 400: 'Attente client' }])
  await alice.post('/ITILFollowup', { input: followup })
  expect((await alice.get(waiting)).json).toEqual([])
})
