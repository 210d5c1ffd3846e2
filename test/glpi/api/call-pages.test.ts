import { expect, test } from 'vitest'
import { callPages } from '../../../src/glpi/api/send-call.ts'
import { fetchHttp } from '../../../src/glpi/http/fetch-http.ts'
import { AccountSession } from '../../../src/glpi/session/account-session.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { alice } from '../../support/customer.ts'

const call = { method: 'GET', path: 'Ticket' } as const

async function sessionOf(tickets: number) {
  const sandbox = await openSandbox({ tickets })
  const http = fetchHttp(sandbox.fetch)
  const options = {
    http,
    url: 'http://sandbox.test',
    credential: async () => alice,
    keepSession: async () => undefined,
  }
  return new AccountSession(options, http, http)
}

test('pages end where they are more, together, than there is room for', async () => {
  const session = await sessionOf(1800)
  const room = { bytes: 1_000_000 }
  let given = 0
  const reading = async () => {
    for await (const page of callPages(session, call, room)) given += JSON.stringify(page).length
  }
  await expect(reading()).rejects.toMatchObject({ code: 'list-too-big', exitCode: 6 })
  expect(given).toBeGreaterThan(100_000)
  expect(given).toBeLessThan(1_000_000)
})

test('pages that have room are all given', async () => {
  const session = await sessionOf(900)
  let count = 0
  for await (const page of callPages(session, call)) count += page.length
  expect(count).toBeGreaterThan(400)
})
