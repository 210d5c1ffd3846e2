import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { login } from '../../../sandbox/caller.ts'
import { newDesk } from '../../../support/desk.ts'
import { row } from '../../../support/hostile-platform.ts'
import { unfit } from '../../../support/hostile-text.ts'
import { virtualTime } from '../../../support/virtual-time.ts'

const minute = 60_000
const start = new Date('2026-03-05T09:00:00Z')

interface Hostility {
  /** The calls that are answered with it. */
  to: RegExp
  answer(): Response
}

const json = (text: string) => new Response(text, { headers: { 'Content-Type': 'application/json' } })

/** An hour of watching a ticket (or all), hostile for ten minutes; then somebody writes, and that must be told. */
async function watched({ to, answer }: Hostility, { single = true } = {}) {
  const time = virtualTime(start, { end: 60 * minute })
  const site = await openSandbox({ glpi: '11.0', clock: time.now })
  const id = site.addTicket({ title: 'Onduleur', opened: start })
  const isHostile = () => Math.abs(time.now().getTime() - start.getTime() - 10 * minute) < 5 * minute
  time.at(20 * minute, async () => {
    const input = { itemtype: 'Ticket', items_id: id, content: 'Réparé.' }
    await (await login(site, 'teo')).post('/ITILFollowup', { input })
  })
  const desk = newDesk({
    fetch: (request) => (isHostile() && to.test(request.url) ? Promise.resolve(answer()) : site.fetch(request)),
  })
  const words = ['ticket', 'watch', ...(single ? [String(id)] : []), '--json', 'text']
  return desk.ipeos(words, { world: { now: time.now, sleep: time.sleep } })
}

const search = /search\/Ticket/
/** As if there were a billion, and always these. */
const rows = (count: number) =>
  json(
    JSON.stringify({ totalcount: 1_000_000_000, count, data: Array.from({ length: count }, (_, at) => row(at + 1)) }),
  )

const passing: Record<string, Hostility> = {
  'a page in the place of a list': { to: search, answer: () => new Response('<title>\u001b[2JOwned</title>') },
  'a list of a wrong type': { to: search, answer: () => json('{"totalcount":"\\u001b[2J","data":"x"}') },
  'rows of a wrong type': { to: search, answer: () => json('{"totalcount":1,"data":[{"1":{"a":1},"2":"../../x"}]}') },
  'JSON of 100,000 levels': { to: search, answer: () => json('['.repeat(100_000) + ']'.repeat(100_000)) },
  'an answer of 20 MB': { to: search, answer: () => json(`{"totalcount":1,"data":[${'1,'.repeat(10_000_000)}1]}`) },
  'nothing at all': { to: search, answer: () => json('') },
}

describe('a platform that is hostile for a while is told of once, and no event after it is lost', () => {
  test.each(Object.entries(passing))('%s', async (_what, hostility) => {
    const { out, notes } = await watched(hostility)
    expect(out).toBe('{"text":"Réparé."}\n')
    expect(notes.match(/Still trying/g)).toHaveLength(1)
    expect(notes).not.toMatch(unfit)
    expect(notes).not.toContain('ipeos itself')
  })
})

test('a list without end ends the watching of all tickets, in a sentence', async () => {
  const { code, notes } = await watched({ to: search, answer: () => rows(500) }, { single: false })
  expect([code, notes]).toEqual([1, expect.stringContaining('too many to watch at once')])
})
