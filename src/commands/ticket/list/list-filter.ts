import type { Context } from '../../../app/context.ts'
import { WrongUsage } from '../../../errors/error.ts'
import type { TicketForm } from '../../../itil/ticket-form.ts'
import type { TicketFilter } from '../../../itil/ticket-query.ts'
import type { TicketStatus, TicketType, Urgency } from '../../../itil/ticket-words.ts'
import { match, type Nameable } from '../../choice/match.ts'
import { type PeriodFlags, periodOf } from '../period.ts'
import { type StatusFilter, statusesOf } from './list-option.ts'

/** What of the flags of a list chooses tickets. */
export interface FilterFlags extends PeriodFlags {
  status?: StatusFilter[]
  urgency?: Urgency[]
  type?: TicketType[]
  category?: string
  search?: string
  awaitingMe?: boolean
  overdue?: boolean
  toRate?: boolean
  observed?: boolean
}

/** True when there may be tickets that these flags leave out. */
export function isNarrow({ status, ...flags }: FilterFlags): boolean {
  const { urgency, type, category, search, since, until, awaitingMe, overdue, toRate, observed } = flags
  const others = [urgency, type, category, search, since, until, awaitingMe, overdue, toRate, observed]
  return (status !== undefined && !status.includes('all')) || others.some((flag) => flag !== undefined)
}

/** The filter of these flags. Throws `WrongUsage` for what can't be meant, before the platform is asked for tickets. */
export async function filterOf(flags: FilterFlags, context: Context): Promise<TicketFilter> {
  // A variable that nobody set would find every ticket.
  if (flags.search?.trim() === '') throw new WrongUsage('empty-search')
  const changed = await periodOf(flags, context)
  const categories = flags.category === undefined ? undefined : await categoriesOf(flags.category, context)
  const statuses = chosenStatuses(flags)
  if (flags.awaitingMe && statuses?.includes('solved') === false) context.terminal.warn('list.nothing-awaits')
  return {
    ...(statuses && { statuses }),
    ...(flags.urgency && { urgencies: flags.urgency }),
    ...(flags.type && { types: flags.type }),
    ...(categories && { categories }),
    ...(flags.search && { text: flags.search }),
    ...(changed && { changed }),
    ...(flags.awaitingMe && { awaitsMe: true }),
    ...(flags.overdue && { overdue: true }),
    ...(flags.toRate && { toRate: true }),
    ...(flags.observed && { observed: true }),
  }
}

/** A survey comes with closed tickets; a solution waits on solved tickets alone; what is late is what goes on, unless one asks for others. */
function chosenStatuses({ status, awaitingMe, overdue, toRate }: FilterFlags): TicketStatus[] | undefined {
  if (toRate && status === undefined) return undefined
  if (status !== undefined || !(awaitingMe || overdue)) return statusesOf(status)
  return awaitingMe ? undefined : ['new', 'assigned', 'planned', 'pending']
}

async function categoriesOf(text: string, context: Context): Promise<number[]> {
  const { terminal, t } = context
  const platform = await context.platform()
  const form = await terminal.during(t('list.loading-categories'), platform.form.read())
  return categoriesNamed(text, form)
}

const separator = ' > '

/**
 * The categories that a text names, by number, by name, or by a part that only one has; «Hébergement» stands for all
 * under it, though the form may offer only those. Throws `WrongUsage`, with those that come near, for what names none or several.
 */
function categoriesNamed(text: string, { categories, source }: TicketForm): number[] {
  // Where the platform shows no list, a number is taken at its word.
  if (source === 'none' && /^\d+$/.test(text)) return [Number(text)]
  const candidates = [...categories.map(offered), ...branches(categories)]
  const known = match<number[]>(text, candidates)
  if ('found' in known) return known.found
  if ('ambiguous' in known) {
    const names = known.ambiguous.join(', ')
    throw new WrongUsage('ambiguous-category', { value: text, names })
  }
  if (known.some.length === 0) throw new WrongUsage('no-categories', { value: text })
  const error = new WrongUsage('unknown-category', { value: text, values: known.near.join(', ') })
  throw known.near.length > 0
    ? error
    : error.withHint({ key: 'list.see-categories', parameters: { values: known.some.join(', ') } })
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
