import { NotFound, WrongUsage } from '../../../errors/error.ts'
import type { ReservableItem } from '../../../itil/reservation.ts'
import { match } from '../../match.ts'

/** The item that a person names by its number, its key or its name. */
export function findItem(text: string, items: ReservableItem[]): ReservableItem {
  const found = match(
    text,
    items.map((item) => ({ value: item, keys: [String(item.id), `#${item.id}`, item.key], names: [item.name] })),
  )
  if ('found' in found) return found.found
  if ('ambiguous' in found) {
    throw new WrongUsage('ambiguous-item', { text, names: found.ambiguous.join(', ') })
  }
  throw new NotFound('unknown-item', { text, names: found.near.join(', ') })
}

/** Everything that can be reserved, or an error that says that nothing can. */
export async function someItems(reading: Promise<ReservableItem[]>): Promise<ReservableItem[]> {
  const items = await reading
  if (items.length > 0) return items
  throw new NotFound('no-items')
}
