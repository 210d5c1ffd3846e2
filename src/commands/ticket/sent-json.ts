import type { Context } from '../../app/context.ts'
import type { Sent } from '../../drafts/send-message.ts'
import type { IpeosError } from '../../errors/error.ts'
import type { ChosenFields } from '../../records/chosen-fields.ts'
import { fieldNames } from '../../records/shape.ts'
import { sentRecord, sentShape } from '../../records/ticket/sent.ts'
import { printedSchema } from '../output.ts'
import { eachTicket, type Outcome } from './several/each-ticket.ts'
import type { Tickets } from './several/tickets.ts'

/** The options of a command that says something on a ticket. */
export interface SentFlags {
  json?: ChosenFields
  jsonSchema?: boolean
}

/** True when the schema was asked for, and is printed. Throws `WrongUsage` for unknown fields: nothing is sent then. */
export async function isOnlySchema(flags: SentFlags, context: Context): Promise<boolean> {
  if (printedSchema(flags, sentShape, context)) return true
  if (flags.json === undefined) return false
  const { fieldsOf } = await import('../../records/chosen-fields.ts')
  fieldsOf(flags.json, fieldNames(sentShape))
  return false
}

/** What came of one ticket, with what the platform has of it now where `--json` asks for it. */
export async function outcomeOf(
  ticketId: number,
  sent: Sent,
  failure: IpeosError | undefined,
  { flags: { json }, context: { platform } }: { flags: SentFlags; context: Pick<Context, 'platform'> },
): Promise<Outcome> {
  if (json === undefined) return { failure }
  const url = await (await platform()).tickets.link(ticketId)
  return { record: sentRecord(ticketId, sent, url), failure }
}

/** Says the same on one ticket after the other. */
export function sayOnEach(
  tickets: Tickets,
  say: (id: number, place: number) => Promise<Outcome>,
  { json }: SentFlags,
  context: Context,
): Promise<void> {
  return eachTicket(tickets, say, { json, fields: fieldNames(sentShape), ifKept: { key: 'tickets.kept' } }, context)
}
