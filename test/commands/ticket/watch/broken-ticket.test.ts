import { expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { login } from '../../../sandbox/caller.ts'
import { newDesk } from '../../../support/desk.ts'
import { virtualTime } from '../../../support/virtual-time.ts'

const start = new Date('2026-03-05T09:00:00Z')
const minute = 60_000

test('a ticket that the platform cannot list is told once, and the others are watched all the same', async () => {
  const time = virtualTime(start, { end: 30 * minute })
  const site = await openSandbox({ clock: time.now, configuration: { brokenTickets: [15] } })
  const teo = await login(site, 'teo')
  const input = { itemtype: 'Ticket', items_id: 17, content: 'Du nouveau.' }
  time.at(10 * minute, () => teo.post('/ITILFollowup', { input }))
  const world = { now: time.now, sleep: time.sleep }
  const { code, out, notes } = await newDesk(site).ipeos(['ticket', 'watch', '--json', 'ticket,text'], { world })
  expect(out).toBe('{"ticket":17,"text":"Du nouveau."}\n')
  expect(notes.match(/#15/g)).toHaveLength(1)
  expect(code).toBe(130)
})
