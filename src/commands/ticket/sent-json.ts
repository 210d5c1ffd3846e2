import type { Context } from '../../app/context.ts'
import type { Sent } from '../../drafts/send-message.ts'
import type { ChosenFields } from '../../records/chosen-fields.ts'
import { fieldNames } from '../../records/shape.ts'
import { sentRecord, sentShape } from '../../records/ticket/sent.ts'
import { printedSchema } from '../output.ts'

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

/** Prints with `--json` what the platform has now. */
export async function printSent(
  ticketId: number,
  sent: Sent,
  { json }: SentFlags,
  { terminal, platform }: Context,
): Promise<void> {
  if (json === undefined) return
  const { toJson } = await import('../../records/format/json.ts')
  const url = await (await platform()).tickets.link(ticketId)
  terminal.print(toJson(sentRecord(ticketId, sent, url), json))
}
