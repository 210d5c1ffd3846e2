import { describe, expect, test } from 'vitest'
import { openSandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts'
import { ask, login } from './caller.ts'

const SLOT = { reservationitems_id: 1, begin: '2031-02-03 09:00:00', end: '2031-02-03 10:00:00', comment: 'Réunion' }

async function booked(options: SandboxOptions = {}) {
  const sandbox = await openSandbox(options)
  const alice = await login(sandbox, 'alice')
  const made = await alice.post('/Reservation', { input: SLOT })
  return { sandbox, alice, made }
}

describe('booking', () => {
  test('takes a free slot', async () => {
    const { made } = await booked()
    expect(made).toMatchObject({ status: 201, json: { message: `Élément ajouté : Réservation - ID ${made.json.id}` } })
  })

  test.each([
    { begin: '2031-02-03 09:30:00', end: '2031-02-03 10:30:00', status: 400 },
    { begin: '2031-02-03 08:00:00', end: '2031-02-03 11:00:00', status: 400 },
    { begin: '2031-02-03 10:00:00', end: '2031-02-03 11:00:00', status: 201 },
  ])('$begin to $end beside it answers $status', async ({ begin, end, status }) => {
    const { alice } = await booked()
    expect((await alice.post('/Reservation', { input: { ...SLOT, begin, end } })).status).toBe(status)
  })

  test.each([
    { begin: '2031-02-03 11:00:00', end: '2031-02-03 10:00:00' },
    { begin: 'demain', end: 'après-demain' },
  ])('from $begin to $end is refused', async (dates) => {
    const { alice } = await booked()
    expect((await alice.post('/Reservation', { input: { ...SLOT, ...dates } })).status).toBe(400)
  })

  test('is not for a customer of another entity', async () => {
    const { sandbox } = await booked()
    const bob = await login(sandbox, 'bob')
    expect((await bob.get('/ReservationItem')).json).toEqual([])
    expect(
      (await bob.post('/Reservation', { input: { ...SLOT, begin: '2031-03-01 09:00:00', end: '2031-03-01 10:00:00' } }))
        .status,
    ).toBe(400)
  })
})

test('reservable items come with their names when dropdowns are expanded', async () => {
  const { alice } = await booked()
  expect((await alice.get('/ReservationItem?expand_dropdowns=true')).json).toMatchObject([
    { items_id: 'Vidéoprojecteur', comment: 'Salle A' },
    { items_id: 'Écran mobile', comment: 'Salle B' },
    { items_id: 'Valise de visioconférence', comment: '' },
  ])
})

test.each([
  { glpi: '10.0', list: 403, remove: 400 },
  { glpi: '11.0', list: 200, remove: 200 },
] as const)('on $glpi a customer’s list answers $list and its cancelling $remove', async ({ glpi, list, remove }) => {
  const { alice, made } = await booked({ glpi })
  expect((await alice.get('/Reservation')).status).toBe(list)
  expect((await alice.call('DELETE', `/Reservation/${made.json.id}`)).status).toBe(remove)
})

test('nobody cancels somebody else’s booking on 11.0', async () => {
  const { sandbox, made } = await booked()
  const henri = await login(sandbox, 'henri')
  await henri.post('/changeActiveProfile', { profiles_id: 1 })
  expect((await henri.call('DELETE', `/Reservation/${made.json.id}`)).status).toBe(400)
})

test.each(['10.0', '11.0'] as const)('the web calendar of %s tells the bookings as JSON', async (glpi) => {
  const { sandbox, alice, made } = await booked({ glpi })
  const [cookie] =
    /glpi_[0-9a-f]+(?==anonymous)/.exec((await ask(sandbox, 'GET', '/')).headers.get('set-cookie') ?? '') ?? []
  const path =
    '/ajax/reservations.php?action=get_events&reservationitems_id=0&start=2031-01-01T00:00:00&end=2031-12-31T00:00:00'
  const { json } = await ask(sandbox, 'GET', path, { headers: { Cookie: `${cookie}=${alice.token}` } })
  expect(json).toMatchObject([
    { id: made.json.id, start: SLOT.begin, editable: true, comment: 'Réunion<br>Réservé par Durand Alice' },
  ])
})
