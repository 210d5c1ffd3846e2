import { getResponse, HttpResponse, http } from 'msw'
import { describe, expect, test } from 'vitest'
import { fetchHttp } from '../../../src/glpi/http/fetch-http.ts'
import { customer } from '../../support/customer.ts'
import { glpiVersions, place } from '../../support/glpi-versions.ts'
import { opening } from '../answers.ts'

const teo = { user: 'teo', password: 'teo-secret' }

describe.each(glpiVersions)('contracts on GLPI %s', (glpi) => {
  test('are read by whoever may', async () => {
    const { platform } = await place({ glpi, connect: { as: teo } })
    expect(await platform.contracts.list()).toEqual([
      {
        id: 1,
        number: 'IPEOS-2024-0117',
        name: 'Support Gold IPEOS-WTC',
        level: 'gold',
        begins: expect.any(String),
        ends: expect.any(String),
        hours: [{ days: 'week', from: '08:00', to: '19:00' }],
        notes: expect.stringContaining('Niveau Gold'),
      },
    ])
  })

  test('are refused to a customer of a stock site', async () => {
    const { platform } = await place({ glpi })
    await expect(platform.contracts.list()).rejects.toMatchObject({
      exitCode: 5,
      code: 'not-allowed',
    })
  })
})

async function read(...contracts: object[]) {
  const handlers = [...opening, http.get('*/Contract', () => HttpResponse.json(contracts))]
  const answering = fetchHttp(
    async (request) => (await getResponse(handlers, request)) ?? new Response(null, { status: 404 }),
  )
  return customer(answering, 'http://glpi.test').platform.contracts.list()
}

describe('a contract', () => {
  test('of which little is known is read all the same', async () => {
    expect(await read({ id: '7', name: 'Entretien', num: '', begin_date: null, duration: 0 })).toEqual([
      { id: 7, number: '7', name: 'Entretien', hours: [] },
    ])
  })

  test('has its level from its type before its name, and texts decoded', async () => {
    const [found] = await read({ id: 1, name: 'Or &#38; argent', contracttypes_id: 'Silver', comment: 'A &#62; B' })
    expect(found).toMatchObject({ level: 'silver', name: 'Or & argent', notes: 'A > B' })
  })

  test('ends as many months after its first day', async () => {
    const [found] = await read({ id: 1, name: 'x', begin_date: '2024-01-17', duration: '24' })
    expect(found).toMatchObject({ begins: '2024-01-17', ends: '2026-01-17' })
  })

  test('in the trash, or a model of others, is none', async () => {
    expect(await read({ id: 1, name: 'x', is_deleted: 1 }, { id: 2, name: 'y', is_template: '1' })).toEqual([])
  })

  test('has hours on the days that it counts', async () => {
    const hours = { use_saturday: '1', saturday_begin_hour: '09:00:00', saturday_end_hour: '12:00:00', use_sunday: 0 }
    const [found] = await read({
      ...{ id: 1, name: 'x', week_begin_hour: '00:00:00', week_end_hour: '00:00:00' },
      ...{ ...hours, sunday_begin_hour: '10:00:00', sunday_end_hour: '11:00:00' },
    })
    expect(found?.hours).toEqual([{ days: 'saturday', from: '09:00', to: '12:00' }])
  })

  test('that is no contract at all is told as an answer that was not expected', async () => {
    await expect(read({ id: 'one' })).rejects.toMatchObject({
      exitCode: 1,
      code: 'unexpected-answer',
    })
  })
})
