import type { Context } from '../../../app/context.ts'
import type { Pair } from '../../../drafts/once/link-once.ts'
import { WrongUsage } from '../../../errors/error.ts'
import type { ChosenFields } from '../../../records/chosen-fields.ts'
import { fieldNames } from '../../../records/shape.ts'
import { linkRecord, linkShape } from '../../../records/ticket/link.ts'
import { missing } from '../../choice/pick.ts'
import { oneTicket } from '../several/tickets.ts'
import { writableTicketOf } from '../ticket-state.ts'

export interface LinkFlags {
  json?: ChosenFields
  jsonSchema?: boolean
}

/**
 * Two tickets, as they were named or as the person points at them, the other one by `pickOther`; undefined where there is
 * none to point at. Rejects with `NotFound` for a number that is not this customer's: links tell of tickets of others, too.
 */
export async function ownPair(
  named: { id: number | undefined; other: number | undefined },
  verb: 'link' | 'unlink',
  context: Context,
  pickOther: (id: number) => Promise<number | undefined>,
): Promise<{ id: number; other: number } | undefined> {
  const { terminal, t } = context
  const isNamed = named.id !== undefined && named.other !== undefined
  if (!isNamed && !terminal.interactive) throw missing('ticket', `ipeos ticket ${verb} 15 17`)
  const id = await oneTicket(named.id, verb, context)
  if (id === undefined) return undefined
  const other = named.other ?? (await pickOther(id))
  if (other === undefined) return undefined
  if (id === other) throw new WrongUsage('linked-to-itself', { id })
  const platform = await context.platform()
  const reading = Promise.all([writableTicketOf(id, platform), writableTicketOf(other, platform)])
  await terminal.during(t('terminal.waiting'), reading)
  return { id, other }
}

export async function printLink(
  pair: Pair,
  linked: boolean,
  { json }: LinkFlags,
  { terminal }: Context,
): Promise<void> {
  if (json === undefined) return
  const { toJson } = await import('../../../records/format/json.ts')
  terminal.print(toJson(linkRecord(pair, linked), json, fieldNames(linkShape)))
}
