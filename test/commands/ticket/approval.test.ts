import { expect, test } from 'vitest'
import { login } from '../../sandbox/caller.ts'
import { deskWithApproval as asked } from '../../support/approval-desk.ts'
import { ipeos, newDesk } from '../../support/desk.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'

test.each(glpiVersions)('on GLPI %s what waits for oneself is listed, and nothing of others', async (glpi) => {
  const { desk, ticket, mine } = await asked(glpi)
  const { code, out } = await desk.ipeos(['approval', 'list', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject([
    { id: mine, ticket, title: 'Nouveau poste', status: 'waiting', question: 'D’accord\u00a0?', askedBy: 'teo' },
  ])
})

test.each(glpiVersions)('on GLPI %s it is approved, and waits no more', async (glpi) => {
  const { desk, mine } = await asked(glpi)
  const { code, out } = await desk.ipeos(['approval', 'accept', `${mine}`, '-m', 'Oui & vite', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ id: mine, status: 'granted', answer: 'Oui & vite' })
  expect(JSON.parse((await desk.ipeos(['approval', 'list', '--json'])).out)).toEqual([])
  const again = await desk.ipeos(['approval', 'refuse', `${mine}`, '-m', 'Non'])
  expect({ code: again.code, notes: again.notes }).toEqual({ code: 1, notes: expect.stringContaining('already') })
})

test('a refusal needs a reason, which a person is asked for', async () => {
  const { desk, mine } = await asked('11.0')
  expect((await desk.ipeos(['approval', 'refuse', `${mine}`])).code).toBe(2)
  const answers: Array<[string, unknown]> = [['Why do you refuse', 'Trop cher']]
  const { code } = await desk.ipeos(['approval', 'refuse', `${mine}`], { columns: 80, answers })
  expect(code).toBe(0)
})

test.each(glpiVersions)('on GLPI %s what is asked of somebody else is not answered in their place', async (glpi) => {
  const { desk, site, others } = await asked(glpi)
  const before = site.writes.length
  const { code, notes } = await desk.ipeos(['approval', 'accept', `${others}`])
  expect({ code, notes }).toEqual({ code: 5, notes: expect.stringContaining('somebody else') })
  expect(site.writes).toHaveLength(before)
})

test('what is asked about a ticket elsewhere is there for nobody here', async () => {
  const { desk, site } = await asked('11.0')
  const ticket = site.addTicket({ title: 'Ailleurs', requester: 'bob' })
  const target = { itemtype_target: 'User', items_id_target: 11 }
  const input = { tickets_id: ticket, comment_submission: '<p>?</p>', ...target }
  const { id } = (await (await login(site, 'teo')).post('/TicketValidation', { input })).json
  expect(await desk.ipeos(['approval', 'accept', `${id}`])).toMatchObject({ code: 3 })
})

test('a customer who gives no approvals is told so', async () => {
  const { desk } = await asked('11.0', false)
  const { code, notes } = await desk.ipeos(['approval', 'list'])
  expect({ code, notes }).toEqual({ code: 5, notes: expect.stringContaining('gives no approvals') })
})

test('«done» that changed nothing, as for who may ask for approvals alone, is no approval (5)', async () => {
  const { site, others } = await asked('11.0')
  const { code, notes } = await ipeos(site, ['approval', 'accept', `${others}`], { user: 'henri' })
  expect({ code, notes }).toEqual({ code: 5, notes: expect.stringContaining('gives no approvals') })
})

test('one whose state is not known does not count as waiting, and is not answered', async () => {
  const { site, mine } = await asked('11.0')
  const strange = newDesk({
    async fetch(request) {
      const answer = await site.fetch(request)
      if (request.method !== 'GET' || !request.url.includes('/TicketValidation')) return answer
      const { status, headers } = answer
      return new Response((await answer.text()).replaceAll(/"status": ?2\b/g, '"status":9'), { status, headers })
    },
  })
  const listed = await strange.ipeos(['approval', 'list', '--json'])
  const before = site.writes.length
  const { code } = await strange.ipeos(['approval', 'accept', `${mine}`])
  expect([listed.out.trim(), code, site.writes.length - before]).toEqual(['[]', 1, 0])
})

test('an approval that there is not is told so', async () => {
  const { desk } = await asked('11.0')
  expect((await desk.ipeos(['approval', 'accept', '99'])).code).toBe(3)
})

test('a person reads what is asked, and how it is answered', async () => {
  const { desk, ticket, mine } = await asked('11.0')
  const { out } = await desk.ipeos(['approval', 'list', '--color', 'never'], { columns: 40 })
  expect(out).toContain(`on ticket #${ticket} Nouveau`)
  expect(out.replace(/\s+/g, ' ')).toContain(`To approve it: ipeos approval accept ${mine}`)
})

test.each(glpiVersions)('on GLPI %s a stock customer’s ticket says that an approval is awaited', async (glpi) => {
  const { site } = await asked(glpi, false)
  const id = site.addTicket({ title: 'Écran' })
  const target = glpi === '10.0' ? { users_id_validate: 9 } : { itemtype_target: 'User', items_id_target: 9 }
  await (await login(site, 'teo')).post('/TicketValidation', { input: { tickets_id: id, ...target } })
  const shown = await ipeos(site, ['ticket', 'show', `${id}`, '--json', 'approval'])
  expect(JSON.parse(shown.out)).toEqual({ approval: 'waiting' })
})

test.each(glpiVersions)('on GLPI %s without a number one of those that wait is chosen', async (glpi) => {
  const { desk, mine } = await asked(glpi)
  const answers: Array<[string, unknown]> = [
    ['Which one do you refuse', mine],
    ['Why do you refuse', 'Trop cher'],
  ]
  expect((await desk.ipeos(['approval', 'refuse'], { columns: 80, answers })).code).toBe(0)
  const none = await desk.ipeos(['approval', 'accept'], { columns: 80 })
  expect({ code: none.code, notes: none.notes }).toEqual({ code: 0, notes: expect.stringContaining('Nothing waits') })
})

test('in a script the number is needed', async () => {
  const { desk } = await asked('11.0')
  const { code, notes } = await desk.ipeos(['approval', 'accept'])
  expect({ code, notes }).toEqual({ code: 2, notes: expect.stringContaining('ipeos approval list') })
})
