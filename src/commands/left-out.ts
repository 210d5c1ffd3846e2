import { PartlyDone } from '../errors/error.ts'
import type { TicketPage } from '../itil/ticket-query.ts'

/** Tickets that the platform fails to list: their numbers, as far as it tells them. */
export type LeftOut = NonNullable<TicketPage['leftOut']>

/** Throws `PartlyDone` when something is left out, naming it: for the end, once the rest is told. */
export function throwIfLeftOut(leftOut: LeftOut): void {
  if (leftOut.length > 0) throw leftOutError(leftOut)
}

export function leftOutError(leftOut: LeftOut): PartlyDone {
  const known = leftOut.filter((id) => id !== undefined)
  const [id] = known
  if (id === undefined) return new PartlyDone('tickets-left-out-unnamed', { count: leftOut.length })
  const numbers = known.map((one) => `#${one}`).join(', ')
  return new PartlyDone('tickets-left-out', { count: leftOut.length, numbers, id })
}
