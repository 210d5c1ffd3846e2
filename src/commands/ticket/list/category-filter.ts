import { WrongUsage } from '../../../errors/error.ts'
import type { TicketForm } from '../../../itil/ticket-form.ts'
import { match, type Nameable } from '../../match.ts'

const separator = ' > '

/**
 * The categories that a text names, by number, by name, or by a part that only one has; «Hébergement» stands for all
 * under it, though the form may offer only those. Throws `WrongUsage`, with the near ones, for what names none or several.
 */
export function categoriesNamed(text: string, { categories, source }: TicketForm): number[] {
  // Where the platform shows no list, a number is taken at its word.
  if (source === 'none' && /^\d+$/.test(text)) return [Number(text)]
  const candidates = [...categories.map(offered), ...branches(categories)]
  const known = match<number[]>(text, candidates)
  if ('found' in known) return known.found
  if ('ambiguous' in known) {
    const names = known.ambiguous.join(', ')
    throw new WrongUsage('ambiguous-category', { value: text, names })
  }
  if (known.near.length === 0) throw new WrongUsage('no-categories', { value: text })
  throw new WrongUsage('unknown-category', { value: text, values: known.near.join(', ') })
}

type Categories = TicketForm['categories']

function offered({ id, name, fullName }: Categories[number]): Nameable<number[]> {
  return { value: [id], keys: [String(id)], names: [fullName, name] }
}

/** What stands above the categories of the form without being one of them: known by the names of those under it alone. */
function branches(categories: Categories): Nameable<number[]>[] {
  const known = new Set(categories.map(({ fullName }) => fullName))
  const under = new Map<string, number[]>()
  for (const { id, fullName } of categories) {
    const levels = fullName.split(separator)
    for (let depth = 1; depth < levels.length; depth += 1) {
      const branch = levels.slice(0, depth).join(separator)
      if (!known.has(branch)) under.set(branch, [...(under.get(branch) ?? []), id])
    }
  }
  return [...under].map(([name, ids]) => ({ value: ids, keys: [], names: [name] }))
}
