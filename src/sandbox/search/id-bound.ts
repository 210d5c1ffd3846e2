import { type PhpValues, partsAt, textAt } from '../php-query.ts'

/** GLPI takes comparisons with any number as the value of «contains»: `<1000`, `>=5`. */
const COMPARISON = /^\s*([<>])(=?)\s*(-?\d+(?:\.\d+)?)\s*$/
const ID = '2'

/** Whether a number is on the right side of a comparison. */
export type Holds = (number: number) => boolean

/** The comparison that a value of a criterion means; undefined when it is none. */
export function comparisonOf(value: string): Holds | undefined {
  const [, sign, orEqual, text] = COMPARISON.exec(value) ?? []
  if (text === undefined) return undefined
  const limit = Number(text)
  const isLess = sign === '<'
  return (number) => (orEqual !== '' && number === limit) || (isLess ? number < limit : number > limit)
}

export interface Narrowed {
  /** The criteria that say nothing of numbers. */
  rest: Array<string | PhpValues>
  /** What the number of an item must hold. */
  bounds: Holds[]
}

/**
 * The criteria of a search without those that only bound the numbers («ID contains <1000»), as a database has an index
 * for: whoever reads a list from number to number asks the same search again and again. All stay where an OR joins them.
 */
export function narrowed(values: PhpValues): Narrowed {
  const criteria = partsAt(values, 'criteria')
  const isPlain = criteria.every(
    (criterion) => typeof criterion === 'object' && (textAt(criterion, 'link') ?? 'AND').toUpperCase() === 'AND',
  )
  if (!isPlain) return { rest: criteria, bounds: [] }
  const boundOf = (criterion: string | PhpValues): Holds | undefined =>
    typeof criterion === 'object' && textAt(criterion, 'field') === ID && textAt(criterion, 'searchtype') === 'contains'
      ? comparisonOf(textAt(criterion, 'value') ?? '')
      : undefined
  return {
    rest: criteria.filter((criterion) => boundOf(criterion) === undefined),
    bounds: criteria.flatMap((criterion) => boundOf(criterion) ?? []),
  }
}

/** The ids within the bounds; `isSorted`: they come by number, up or down, and those within stand together. */
export function within(ids: readonly number[], bounds: readonly Holds[], isSorted: boolean): readonly number[] {
  const holds: Holds = (id) => bounds.every((bound) => bound(id))
  if (bounds.length === 0) return ids
  if (!isSorted || bounds.length > 1) return ids.filter(holds)
  const [first = 0] = ids
  const isAtStart = holds(first)
  const edge = edgeOf(ids, (id) => holds(id) !== isAtStart)
  return isAtStart ? ids.slice(0, edge) : ids.slice(edge)
}

/** Where a condition begins to be so, in a list that has it at its end. */
function edgeOf(ids: readonly number[], isSo: Holds): number {
  let [low, high] = [0, ids.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isSo(ids[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}
