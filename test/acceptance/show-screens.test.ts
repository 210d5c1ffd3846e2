import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDesk } from '../support/desk.ts'
import { type FullTickets, siteOfFullTickets } from '../support/full-ticket.ts'
import { personSeenAt } from '../support/seen-desk.ts'
import type { StockedSite } from '../support/stocked-site.ts'

/** A Monday morning that never ends: the same hours are shown each time. */
const now = () => new Date('2026-11-23T09:30:00+01:00')

const windows = (['fr', 'en'] as const).flatMap((language) =>
  [80, 40].flatMap((columns) => (['full', 'closed', 'bare'] as const).map((ticket) => ({ language, columns, ticket }))),
)

let place: StockedSite<FullTickets>
beforeAll(async () => {
  place = await siteOfFullTickets({ glpi: '11.0', clock: now })
})
afterAll(() => place.close())

test.each(windows)('a $ticket ticket ($language, $columns columns)', async ({ language, columns, ticket }) => {
  const words = ['ticket', 'show', String(place.filled[ticket]), '--no-pager']
  const env = { IPEOS_URL: 'https://support.ipeos.com', NO_COLOR: '1' }
  const person = personSeenAt(newDesk(place.site), words, { columns, language, now, env })
  expect(await person.leaves()).toBe(0)
  for (let seen = ''; seen !== person.screen(); await setTimeout(150)) seen = person.screen()
  await expect(`${person.screen()}\n`).toMatchFileSnapshot(`../screens/show-${ticket}.${language}.${columns}.txt`)
})
