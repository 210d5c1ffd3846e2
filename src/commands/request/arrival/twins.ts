import type { Context } from '../../../app/context.ts'
import { IpeosError } from '../../../errors/error.ts'

/** A ticket, and those that something on the way made of the same request besides. */
export interface Twins {
  id: number
  younger: readonly number[]
}

/** More pairs are not named one by one. */
const mostNamed = 5

function pairsOf(all: readonly Twins[]): Array<{ id: number; other: number }> {
  return all.flatMap(({ id, younger }) => younger.map((other) => ({ id, other })))
}

/**
 * Tells that tickets are there twice, and how to cancel the younger ones. It is no failure: what was asked for is there, and
 * a command that is run again would make one more.
 */
export function tellTwins(all: readonly Twins[], { terminal }: Pick<Context, 'terminal'>): void {
  const pairs = pairsOf(all)
  for (const pair of pairs.slice(0, mostNamed)) terminal.warn('new.twice', pair)
  const more = pairs.slice(mostNamed).map(({ other }) => other)
  if (more.length > 0) terminal.warn('new.twice-more', { count: more.length, numbers: more.join(', ') })
}

/** Offers a person to cancel the younger ones at once. */
export async function offerToCancel(all: readonly Twins[], context: Context): Promise<void> {
  const { terminal, prompts, t } = context
  const pairs = pairsOf(all)
  if (pairs.length === 0 || !terminal.interactive) return
  const message = t('new.twice-question', { count: pairs.length, id: pairs[0]?.other ?? 0 })
  if (!(await prompts.confirm({ message, default: true }))) return
  const { tickets } = await context.platform()
  for (const { other } of pairs) {
    try {
      terminal.note(`cancel.${await tickets.cancel(other)}`, { id: other })
    } catch (error) {
      if (!(error instanceof IpeosError)) throw error
      terminal.warn('new.twice-stays', { id: other, reason: t(error.text) })
    }
  }
}
