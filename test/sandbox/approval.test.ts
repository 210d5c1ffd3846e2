import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { type Caller, login, openTicket } from './caller.ts'

type Glpi = '10.0' | '11.0'

/** A ticket of henri's that alice is asked to approve. */
async function asked(glpi: Glpi, customerMayApprove = true) {
  const sandbox = await openSandbox({ glpi, configuration: { customerMayApprove } })
  const [alice, henri, teo] = [
    await login(sandbox, 'alice'),
    await login(sandbox, 'henri'),
    await login(sandbox, 'teo'),
  ]
  const ticket = sandbox.addTicket({ title: 'Nouveau poste', requester: 'henri' })
  const target = glpi === '10.0' ? { users_id_validate: 8 } : { itemtype_target: 'User', items_id_target: 8 }
  const made = await teo.post('/TicketValidation', {
    input: { tickets_id: ticket, comment_submission: '<p>D’accord ?</p>', ...target },
  })
  return { sandbox, alice, henri, ticket, id: Number(made.json.id), message: String(made.json.message) }
}

const answer = (caller: Caller, id: number, input: Record<string, unknown>) =>
  caller.call('PUT', `/TicketValidation/${id}`, { body: { input } })

describe.each(['10.0', '11.0'] as const)('an approval on %s', (glpi) => {
  test('is nothing to a stock customer, but that the ticket says that one waits', async () => {
    const { sandbox, alice, id } = await asked(glpi, false)
    const mine = await openTicket(alice)
    const teo = await login(sandbox, 'teo')
    const target = glpi === '10.0' ? { users_id_validate: 8 } : { itemtype_target: 'User', items_id_target: 8 }
    await teo.post('/TicketValidation', { input: { tickets_id: mine, ...target } })
    expect((await alice.get('/TicketValidation')).status).toBe(403)
    expect((await answer(alice, id, { status: 3 })).status).toBe(400)
    expect((await alice.get(`/Ticket/${mine}`)).json.global_validation).toBe(2)
    const shown = await alice.get(
      `/search/Ticket?criteria[0][field]=2&criteria[0][searchtype]=equals&criteria[0][value]=${mine}&forcedisplay[0]=55&forcedisplay[1]=59`,
    )
    expect(shown.json.data).toMatchObject([{ 55: '2', 59: '8' }])
  })

  test('lets whoever is asked, and may, see the ticket and answer', async () => {
    const { alice, ticket, id, message } = await asked(glpi)
    expect(message).toBe('Demande de validation envoyée à Durand Alice')
    expect((await alice.get(`/Ticket/${ticket}`)).json.name).toBe('Nouveau poste')
    expect((await answer(alice, id, { status: 3, comment_validation: '<p>Oui</p>' })).status).toBe(200)
    expect((await alice.get(`/Ticket/${ticket}`)).json.global_validation).toBe(3)
  })

  test('is refused with a reason only', async () => {
    const { alice, id } = await asked(glpi)
    expect(await answer(alice, id, { status: 4 })).toMatchObject({
      status: 400,
      json: ['ERROR_GLPI_UPDATE', expect.stringContaining('motif')],
    })
    expect((await answer(alice, id, { status: 4, comment_validation: 'Trop cher' })).status).toBe(200)
  })
})

test.each([
  ['10.0', 3],
  ['11.0', 2],
] as const)('on %s one who is not asked, but may ask, is told that it is done: it is then %i', async (glpi, status) => {
  const { henri, id } = await asked(glpi)
  expect((await answer(henri, id, { status: 3 })).json).toEqual([{ [id]: true, message: '' }])
  expect((await henri.get(`/TicketValidation/${id}`)).json.status).toBe(status)
})

test.each([
  ['10.0', 200],
  ['11.0', 400],
] as const)('on %s a second answer is %i', async (glpi, status) => {
  const { alice, id } = await asked(glpi)
  await answer(alice, id, { status: 3 })
  expect((await answer(alice, id, { status: 4, comment_validation: 'Non' })).status).toBe(status)
})
