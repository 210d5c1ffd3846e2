import { NotFound, WrongUsage } from '../../../errors.ts'
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
    const hint = { key: 'reservation.which-item', parameters: { names: found.ambiguous.join(', ') } } as const
    throw new WrongUsage('reservation.ambiguous-item', { text }, { hint })
  }
  const hint = { key: 'reservation.near-items', parameters: { names: found.near.join(', ') } } as const
  throw new NotFound('reservation.unknown-item', { text }, { hint })
}

/** Everything that can be reserved, or an error that says that nothing can. */
export async function someItems(reading: Promise<ReservableItem[]>): Promise<ReservableItem[]> {
  const items = await reading
  if (items.length > 0) return items
  throw new NotFound('reservation.no-items', undefined, { hint: { key: 'reservation.no-items-hint' } })
}
