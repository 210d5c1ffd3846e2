import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'
import { deskWithTicket } from '../../support/ticket-life.ts'

describe.each(glpiVersions)('on GLPI %s, a ticket that an Observer only reads', (glpi) => {
  test('says so, and offers nothing that would be refused', async () => {
    const { desk, id, shown } = await deskWithTicket(glpi, {}, { user: 'henri' })
    const { out } = await desk.ipeos(['ticket', 'show', id])
    expect((await shown()).actions).toEqual([])
    expect(out).toContain('Your profile lets you read this ticket, not write on it.')
    expect(out).not.toMatch(/ipeos ticket (comment|edit|cancel)/)
  })

  test.each([['comment', '-m', 'x'], ['comment'], ['edit', '--title', 'x'], ['cancel', '--yes'], ['accept']])(
    'takes no «%s», told before anything is asked or sent',
    async (verb, ...words) => {
      const { desk, id, site } = await deskWithTicket(glpi, {}, { user: 'henri' })
      const { code, notes } = await desk.ipeos(['ticket', verb, id, ...words], { columns: 200, answers: [] })
      const drafts = await desk.ipeos(['draft', 'list', '--json'])
      expect([code, site.writes, JSON.parse(drafts.out)]).toEqual([5, [], []])
      expect(notes).toContain(`Your profile (Observer) lets you read ticket no. ${id}, not write on it.`)
    },
  )

  test('is another one than that which they opened themselves', async () => {
    const { desk, id, shown } = await deskWithTicket(glpi, { requester: 'henri' }, { user: 'henri' })
    expect((await shown()).actions).toEqual(['comment', 'attach', 'edit', 'cancel'])
    expect(await desk.ipeos(['ticket', 'comment', id, '-m', 'x'])).toMatchObject({ code: 0 })
  })
})

test('a technician writes on tickets of others', async () => {
  const { desk, id } = await deskWithTicket('11.0', {}, { user: 'teo' })
  expect(await desk.ipeos(['ticket', 'comment', id, '-m', 'x'])).toMatchObject({ code: 0 })
})

test('what the platform refuses for want of a right is kept, and not proposed as it is', async () => {
  const { desk, id, site } = await deskWithTicket('10.0', { status: 'solved' })
  site.faults.inject({ kind: 'delay', milliseconds: 1000, match: { method: 'POST', path: /ITILFollowup/ } })
  const both = await Promise.all([desk.ipeos(['ticket', 'accept', id]), desk.ipeos(['ticket', 'accept', id])])
  const refused = both.find(({ code }) => code === 5)
  expect(refused?.notes).toMatch(/it would be refused again\. It is kept here: ipeos draft show \w{8}/)
  expect(refused?.notes).not.toContain('ipeos draft send')
})

test('whose profile opens no ticket is told before the form is asked', async () => {
  const site = await openSandbox()
  const lookers = {
    fetch: async (request: Request) => {
      const answer = await site.fetch(request)
      const text = (await answer.text()).replace(/"ticket":5\b/g, '"ticket":1')
      return new Response(text, { status: answer.status, headers: answer.headers })
    },
  }
  const desk = newDesk(lookers)
  const { code, notes } = await desk.ipeos(['ticket', 'new'], { columns: 100, answers: [] })
  const home = await desk.ipeos(['home'], { columns: 100 })
  expect([code, notes]).toEqual([5, expect.stringContaining('does not let you open tickets')])
  expect(home.out).not.toContain('ipeos ticket new')
})
