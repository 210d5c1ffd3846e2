import type { Context } from '../../app/context.ts'
import type { Sent } from '../../drafts/send-message.ts'
import { fieldNames } from '../../records/record-shape.ts'
import type { ChosenFields } from '../../records/records.ts'
import { sentShape } from '../../records/sent-shape.ts'
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
  const { fieldsOf } = await import('../../records/records.ts')
  fieldsOf(flags.json, fieldNames(sentShape))
  return false
}

/** Prints with `--json` what the platform has now. */
export async function printSent(
  ticketId: number,
  { followup, files }: Sent,
  { json }: SentFlags,
  { terminal, platform }: Context,
): Promise<void> {
  if (json === undefined) return
  const { toJson } = await import('../../records/records.ts')
  const url = await (await platform()).tickets.link(ticketId)
  const attached = files.map(({ document, name }) => ({ id: document ?? null, fileName: name }))
  terminal.print(toJson({ ticket: ticketId, followup: followup ?? null, files: attached, url }, json))
}
