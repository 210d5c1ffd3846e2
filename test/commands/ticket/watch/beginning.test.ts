import { expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../../../src/sandbox/sandbox.ts'
import { type Caller, login } from '../../../sandbox/caller.ts'
import { newDesk } from '../../../support/desk.ts'
import { virtualTime } from '../../../support/virtual-time.ts'

const minute = 60_000
const start = new Date('2026-03-05T09:00:00Z')

interface Meanwhile {
  site: Sandbox
  teo: Caller
  old: number
}

/** Watches a platform of many tickets for ten minutes; something happens before the n-th page of its list is answered. */
async function watching(page: number, happens: (place: Meanwhile) => Promise<unknown>) {
  const time = virtualTime(start, { end: 10 * minute })
  const site = await openSandbox({ clock: time.now, tickets: 2400 })
  const old = site.addTicket({ title: 'Ancien', opened: new Date(start.getTime() - 90 * 24 * 60 * minute) })
  for (let one = 1; one <= 10; one += 1)
    site.addTicket({ title: 'Récent', opened: new Date(start.getTime() - one * minute) })
  const teo = await login(site, 'teo')
  let pages = 0
  let underWay = 0
  let together = 0
  const fetch = async (request: Request): Promise<Response> => {
    if (request.url.includes('/search/Ticket') && ++pages === page) await happens({ site, teo, old })
    underWay += 1
    together = Math.max(together, underWay)
    await new Promise((resolve) => setTimeout(resolve, 1))
    const response = await site.fetch(request)
    underWay -= 1
    return response
  }
  const clock = { now: time.now, sleep: time.sleep }
  const words = ['ticket', 'watch', '--json', 'ticket,event,text']
  const { out, code } = await newDesk({ fetch }).ipeos(words, { world: clock })
  const told =
    out.trim() === ''
      ? []
      : out
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
  return { told, code, site, old, together }
}

const write = ({ teo, old }: Meanwhile) =>
  teo.post('/ITILFollowup', { input: { itemtype: 'Ticket', items_id: old, content: 'Du nouveau.' } })

test.each([2, 3, 4])('what is written while the list is read is told (before page %i)', async (page) => {
  const { told, old, code } = await watching(page, write)
  expect(told).toEqual([{ ticket: old, event: 'followup', text: 'Du nouveau.' }])
  expect(code).toBe(130)
})

test('a ticket that is opened while the list is read is told', async () => {
  const { told } = await watching(3, async ({ site }) => site.addTicket({ title: 'Tout neuf', opened: start }))
  expect(told).toMatchObject([{ event: 'opened' }])
})

test('the beginning is few pages, and several tickets at once', async () => {
  const { site, told, together } = await watching(99, async () => undefined)
  const searches = site.requests.map(({ path }) => path).filter((path) => /search\/Ticket(?!.*giveItems)/.test(path))
  expect(searches[0]).toContain('range=0-0')
  expect(searches.slice(1, 4).map((path) => /range=(.*)$/.exec(path)?.[1])).toEqual(['0-499', '499-2499', '0-499'])
  expect(together).toBeGreaterThan(6)
  expect(told).toEqual([])
})
