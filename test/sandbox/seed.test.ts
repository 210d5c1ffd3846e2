import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { login } from './caller.ts'

const NOW = new Date('2026-06-01T10:00:00Z')

describe('the first content', () => {
  test.each([
    { name: 'alice', id: 8, friendly: 'Durand Alice', entity: 'IPEOS > IPEOS-WTC', profile: 'Self-Service' },
    { name: 'henri', id: 9, friendly: 'Nourel Henri', entity: 'IPEOS (Arborescence)', profile: 'Observer' },
    { name: 'teo', id: 10, friendly: 'Marchand Téo', entity: 'IPEOS (Arborescence)', profile: 'Technician' },
    { name: 'bob', id: 11, friendly: 'Smith Bob', entity: 'IPEOS > ACME', profile: 'Self-Service' },
    { name: 'glpi', id: 2, friendly: 'glpi', entity: 'IPEOS (Arborescence)', profile: 'Super-Admin' },
  ])('$name is $friendly, $profile on $entity', async ({ name, id, friendly, entity, profile }) => {
    const { json } = await (await login(await openSandbox(), name)).get('/getFullSession')
    expect(json.session).toMatchObject({
      ...{ glpiID: id, glpifriendlyname: friendly, glpiactive_entity_name: entity },
      glpiactiveprofile: { name: profile },
    })
  })

  test('has tickets of alice in every state but deleted, none of them in the future', async () => {
    const sandbox = await openSandbox({ clock: () => NOW })
    const { json } = await (await login(sandbox, 'alice')).get('/Ticket?range=0-99')
    const statuses = new Set(json.map(({ status }: { status: number }) => status))
    expect([...statuses].sort()).toEqual([1, 2, 3, 5, 6])
    for (const { date_mod } of json) expect(date_mod <= '2026-06-01 12:00:00').toBe(true)
  })

  test('has a solution that waits for alice', async () => {
    const alice = await login(await openSandbox(), 'alice')
    const { json } = await alice.get(
      '/search/Ticket?criteria[0][field]=12&criteria[0][searchtype]=equals&criteria[0][value]=5&forcedisplay[0]=2',
    )
    const { json: solutions } = await alice.get(`/Ticket/${json.data[0]['2']}/ITILSolution`)
    expect(solutions).toMatchObject([{ status: 2 }])
  })

  test('has a Gold contract for those who may read it', async () => {
    const glpi = await login(await openSandbox(), 'glpi')
    expect((await glpi.get('/Contract')).json).toMatchObject([{ name: 'Support Gold IPEOS-WTC' }])
  })
})

describe('a ticket that a test tells', () => {
  test('takes what is left out from what one would expect', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'Simple' })
    expect((await (await login(sandbox, 'alice')).get(`/Ticket/${id}`)).json).toMatchObject({
      ...{
        name: 'Simple',
        content: '<p>Simple</p>',
        status: 1,
        urgency: 3,
        type: 1,
        entities_id: 1,
        users_id_recipient: 8,
      },
    })
  })

  test('takes the number that it wants, if it is free', async () => {
    const sandbox = await openSandbox()
    expect(sandbox.addTicket({ id: 900, title: 'x' })).toBe(900)
    expect(sandbox.addTicket({ title: 'y' })).toBe(901)
    expect(() => sandbox.addTicket({ id: 900, title: 'z' })).toThrow('900')
  })

  test('tells its story in order, up to now', async () => {
    const sandbox = await openSandbox({ clock: () => NOW })
    const opened = new Date(NOW.getTime() - 15 * 60_000)
    const id = sandbox.addTicket({
      title: 'x',
      status: 'closed',
      opened,
      followups: [{ content: 'un' }, { by: 'teo', content: 'deux' }],
    })
    const alice = await login(sandbox, 'alice')
    const { json } = await alice.get(`/Ticket/${id}/ITILFollowup`)
    expect(json.map(({ date }: { date: string }) => date)).toEqual(['2026-06-01 11:55:00', '2026-06-01 12:00:00'])
    expect((await alice.get(`/Ticket/${id}`)).json).toMatchObject({
      closedate: '2026-06-01 12:00:00',
      date_mod: '2026-06-01 12:00:00',
    })
  })

  test('of nobody known is refused', async () => {
    const sandbox = await openSandbox()
    expect(() => sandbox.addTicket({ title: 'x', requester: 'zoe' })).toThrow('zoe')
  })
})
