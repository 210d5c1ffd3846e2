import type { Context } from '../../../app/context.ts'
import type { Translate } from '../../../i18n/translate.ts'
import { isGroup } from '../../../itil/ticket-form.ts'
import type { TicketPart } from '../../../itil/ticket-part.ts'
import type { ChosenFields } from '../../../records/chosen-fields.ts'
import { fieldNames } from '../../../records/shape.ts'
import { observerRecord, observerShape } from '../../../records/ticket/observer.ts'
import { plain } from '../../../terminal/sanitize.ts'
import { missing } from '../../choice/pick.ts'
import { oneTicket } from '../several/tickets.ts'
import { isObserver } from './named-part.ts'

export interface ObserverFlags {
  json?: ChosenFields
  jsonSchema?: boolean
}

/** The ticket of a command, as it was named or as the person points at it. */
export function ticketOf(
  named: number | undefined,
  verb: 'add' | 'remove' | 'mute' | 'unmute' | 'list',
  context: Context,
): Promise<number | undefined> {
  if (named === undefined && !context.terminal.interactive) throw missing('ticket', `ipeos ticket observer ${verb} 15`)
  return oneTicket(named, 'observer', context)
}

/** For scripts: those who observe a ticket now. */
export async function printObservers(
  id: number,
  parts: readonly TicketPart[],
  { json }: ObserverFlags,
  { terminal }: Context,
): Promise<void> {
  if (json === undefined) return
  const { toJson } = await import('../../../records/format/json.ts')
  const records = parts.filter(isObserver).map((one) => observerRecord(id, one))
  terminal.print(toJson(records, json, fieldNames(observerShape)))
}

/** A group with the word for it. */
export function nameOfPart(part: TicketPart, t: Translate): string {
  return isGroup(part) ? t('observer.group', { name: part.name }) : part.name
}

/** «Henri Nourel, Téo Marchand». */
export function namesOf(people: ReadonlyArray<{ name: string }>): string {
  return people.map(({ name }) => plain(name)).join(', ')
}
