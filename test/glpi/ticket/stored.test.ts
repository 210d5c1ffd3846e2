import { expect, onTestFinished, test } from 'vitest'
import { fetchHttp } from '../../../src/glpi/http/fetch-http.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { customer } from '../../support/customer.ts'

test('what is stored of a new ticket tells its people and its items where that is asked for', async () => {
  const sandbox = await openSandbox()
  onTestFinished(() => sandbox.close())
  const { platform } = customer(fetchHttp(sandbox.fetch), `http://sandbox.test${sandbox.configuration.basePath}`)
  const { person } = await platform.session()
  const form = await platform.form.read()
  const key = form.equipment[0]?.key ?? ''
  const request = { type: 'incident', urgency: 'high', title: 'Panne', description: 'Tout.', notify: true } as const
  const { id } = await platform.tickets.create({ ...request, equipment: [key], email: 'autre@wtc.example' })
  expect(await platform.tickets.stored(id, { people: true, items: true })).toMatchObject({
    title: 'Panne',
    people: [{ part: 'requester', user: person.id, notified: true, email: 'autre@wtc.example' }],
    items: [key],
  })
})
