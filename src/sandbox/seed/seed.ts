import type { ServerTime } from '../server-time.ts'
import type { Store } from '../store/store.ts'
import { plantTicket } from '../ticket/planting.ts'
import { type EntityTree, seedAccounts } from './accounts.ts'
import { seedCatalogue } from './catalogue.ts'
import { seedFaq } from './faq.ts'
import { acmeHistory, daysBefore, wtcHistory } from './history.ts'

/** Puts the first content into an empty store: people, what they have, and past tickets dated back from now. */
export function seed(store: Store, time: ServerTime, tree: EntityTree): void {
  seedAccounts(store, time, tree)
  seedCatalogue(store, time)
  seedFaq(store, time)
  const ago = daysBefore(time.instant())
  const tickets = [...wtcHistory(ago), ...acmeHistory(ago)]
  tickets.sort((a, b) => (a.opened?.getTime() ?? 0) - (b.opened?.getTime() ?? 0))
  for (const ticket of tickets) plantTicket(store, time, ticket)
}
