import { describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { ask, type Caller, login, openTicket } from './caller.ts'

const VERSIONS = ['10.0', '11.0'] as const
const HOUR = 3_600_000

/** A ticket of alice's that was closed where surveys are on. */
async function closed(glpi: (typeof VERSIONS)[number], settings: Record<string, unknown> = {}) {
  const now = { at: Date.parse('2031-03-03T09:00:00Z') }
  const sandbox = await openSandbox({ glpi, clock: () => new Date(now.at) })
  const glpiAdmin = await login(sandbox, 'glpi')
  await glpiAdmin.call('PUT', '/Entity/0', {
    body: { input: { inquest_config: 1, inquest_rate: 100, inquest_delay: 0, ...settings } },
  })
  const alice = await login(sandbox, 'alice')
  const id = await openTicket(alice, { _users_id_requester: 8, _users_id_observer: [9] })
  await alice.call('PUT', `/Ticket/${id}`, { body: { input: { status: 6 } } })
  return { sandbox, alice, id, now }
}

const answer = (caller: Caller, id: number, input: Record<string, unknown>) =>
  caller.call('PUT', `/TicketSatisfaction/${id}`, { body: { input } })
const surveyOf = async (caller: Caller, id: number) => (await caller.get(`/Ticket/${id}/TicketSatisfaction`)).json[0]

async function tabOf(sandbox: Sandbox, caller: Caller, id: number): Promise<string> {
  const [cookie] =
    /glpi_[0-9a-f]+(?==anonymous)/.exec((await ask(sandbox, 'GET', '/')).headers.get('set-cookie') ?? '') ?? []
  const path = `/ajax/common.tabs.php?_target=/front/ticket.form.php&_itemtype=Ticket&_glpi_tab=Ticket$3&id=${id}`
  return (await ask(sandbox, 'GET', path, { headers: { Cookie: `${cookie}=${caller.token}` } })).text
}

test('a stock server asks nobody about a closed ticket', async () => {
  const alice = await login(await openSandbox(), 'alice')
  const id = await openTicket(alice)
  await alice.call('PUT', `/Ticket/${id}`, { body: { input: { status: 6 } } })
  expect((await alice.get(`/Ticket/${id}/TicketSatisfaction`)).json).toEqual([])
})

test('a survey that comes days later does not come at once', async () => {
  const { alice, id } = await closed('11.0', { inquest_delay: 3 })
  expect(await surveyOf(alice, id)).toBeUndefined()
})

test('where a part of the tickets is asked about, their titles draw the lots, the same each time', async () => {
  const asked = async (): Promise<string[]> => {
    const sandbox = await openSandbox({ everyday: true })
    const alice = await login(sandbox, 'alice')
    const titles: string[] = []
    for (let number = 1; number <= 40; number += 1) {
      const name = `Souris ${number}`
      const id = await openTicket(alice, { name, _users_id_requester: 8 })
      await alice.call('PUT', `/Ticket/${id}`, { body: { input: { status: 6 } } })
      if (await surveyOf(alice, id)) titles.push(name)
    }
    return titles
  }
  const titles = await asked()
  expect(titles.length).toBeGreaterThan(30)
  expect(titles.length).toBeLessThan(40)
  expect(await asked()).toEqual(titles)
})

describe.each(VERSIONS)('a survey on %s', (glpi) => {
  test('waits as soon as the ticket is closed, by the number of the ticket', async () => {
    const { alice, id, sandbox } = await closed(glpi)
    expect(await surveyOf(alice, id)).toMatchObject({ tickets_id: id, type: 1, date_answered: null })
    expect((await alice.get(`/TicketSatisfaction/${id}`)).json).toMatchObject({ tickets_id: id })
    expect(sandbox.mails.map(({ subject }) => subject)).toContainEqual(expect.stringContaining('Enquête'))
  })

  test('takes a mark that is past the scale', async () => {
    const { alice, id } = await closed(glpi)
    expect((await answer(alice, id, { tickets_id: id, satisfaction: 9 })).status).toBe(200)
    expect(await surveyOf(alice, id)).toMatchObject({ satisfaction: 9 })
  })

  test('is refused without the number of the ticket in what is sent, with an empty message', async () => {
    const { alice, id } = await closed(glpi)
    expect(await answer(alice, id, { satisfaction: 2 })).toMatchObject({ status: 400, json: ['ERROR_GLPI_UPDATE', ''] })
  })

  test('is refused to an observer, who finds it among those that wait', async () => {
    const { sandbox, id } = await closed(glpi)
    const henri = await login(sandbox, 'henri')
    await henri.post('/changeActiveProfile', { profiles_id: 1 })
    const path =
      '/search/Ticket?criteria[0][field]=31&criteria[0][searchtype]=equals&criteria[0][value]=1' +
      '&criteria[1][field]=61&criteria[1][searchtype]=empty&criteria[1][value]=null&forcedisplay[0]=2'
    expect((await henri.get(path)).json.data).toMatchObject([{ 2: id }])
    expect((await answer(henri, id, { tickets_id: id, satisfaction: 1 })).status).toBe(400)
  })

  test('can be answered otherwise for twelve hours', async () => {
    const { alice, id, now } = await closed(glpi)
    await answer(alice, id, { tickets_id: id, satisfaction: 1 })
    now.at += 11 * HOUR
    expect((await answer(alice, id, { tickets_id: id, satisfaction: 5 })).status).toBe(200)
    now.at += 13 * HOUR
    expect((await answer(alice, id, { tickets_id: id, satisfaction: 1 })).status).toBe(400)
  })

  test('is listed with those of everybody', async () => {
    const { sandbox, id } = await closed(glpi)
    const bob = await login(sandbox, 'bob')
    expect((await bob.get('/TicketSatisfaction')).json).toMatchObject([{ tickets_id: id }])
  })

  test('stands in its tab with the scale, and is sent by it', async () => {
    const { sandbox, alice, id } = await closed(glpi)
    const tab = await tabOf(sandbox, alice, id)
    expect([...tab.matchAll(/<option value='(\d)'/g)].map(([, mark]) => mark).join('')).toBe('012345')
    expect(tab).toContain("<option value='3' selected>")
  })
})

test('an external survey has its address in the tab alone, filled in', async () => {
  const { sandbox, alice, id } = await closed('11.0', {
    ...{ inquest_config: 2, inquest_URL: 'https://enquete.example/?t=[TICKET_ID]&r=[REQUESTER_ID]' },
  })
  expect(await surveyOf(alice, id)).toMatchObject({ type: 2 })
  expect(await tabOf(sandbox, alice, id)).toContain(`href="https://enquete.example/?t=${id}&amp;r=[REQUESTER_ID]"`)
})

test('a comment alone counts as an answer on 10.0, and not on 11.0', async () => {
  const [old, recent] = [await closed('10.0'), await closed('11.0')]
  for (const { alice, id } of [old, recent]) await answer(alice, id, { tickets_id: id, comment: 'Merci' })
  expect(await surveyOf(old.alice, old.id)).toMatchObject({ date_answered: '2031-03-03 10:00:00', satisfaction: null })
  expect(await surveyOf(recent.alice, recent.id)).toMatchObject({ date_answered: null, comment: 'Merci' })
})

test('on 11.0 a low mark may need a comment, the scale may be another, and a word breaks it down', async () => {
  const { alice, id } = await closed('11.0', { inquest_mandatory_comment: 4, inquest_max_rate: 10 })
  const bare = await answer(alice, id, { tickets_id: id, satisfaction: 4 })
  expect(bare).toMatchObject({ status: 400, json: ['ERROR_GLPI_UPDATE', expect.stringContaining('commentaire')] })
  expect((await answer(alice, id, { tickets_id: id, satisfaction: 4, comment: 'Trop long' })).status).toBe(200)
  expect(await surveyOf(alice, id)).toMatchObject({ satisfaction_scaled_to_5: 2 })
  expect((await answer(alice, id, { tickets_id: id, satisfaction: 'bien' })).status).toBe(500)
  expect((await alice.get('/search/Ticket?forcedisplay[0]=75')).status).toBe(500)
})
