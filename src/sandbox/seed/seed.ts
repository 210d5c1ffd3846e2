import type { ServerTime } from '../server-time.ts'
import type { Store } from '../store/store.ts'
import { plantTicket } from '../ticket/planting.ts'
import { seedAccounts } from './accounts.ts'
import { seedCatalogue } from './catalogue.ts'
import { seedFaq } from './faq.ts'
import { acmeHistory, daysBefore, wtcHistory } from './history.ts'

/** Puts the first content into an empty store: people, what they have, and past tickets dated back from now. */
export function seed(store: Store, time: ServerTime): void {
  seedAccounts(store, time)
  seedCatalogue(store, time)
  seedFaq(store, time)
  const ago = daysBefore(time.instant())
  const tickets = [...wtcHistory(ago), ...acmeHistory(ago)]
  tickets.sort((a, b) => (a.opened?.getTime() ?? 0) - (b.opened?.getTime() ?? 0))
  for (const ticket of tickets) plantTicket(store, time, ticket)
}
