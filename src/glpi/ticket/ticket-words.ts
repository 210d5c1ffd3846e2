import {
  type Priority,
  priority,
  type TicketStatus,
  type TicketType,
  ticketStatus,
  ticketType,
  type Urgency,
  urgency,
} from '../../itil/ticket-words.ts'
import { unexpected } from '../wire.ts'

/** The status of this number. Rejects with `Failed` a number that GLPI does not use. */
export function knownStatus(id: number, what: string): TicketStatus {
  const status = ticketStatus(id)
  if (!status) throw unexpected(what, `status ${id}`)
  return status
}

/** The urgency of this number. Rejects with `Failed` a number that GLPI does not use. */
export function knownUrgency(id: number, what: string): Urgency {
  const level = urgency(id)
  if (!level) throw unexpected(what, `urgency ${id}`)
  return level
}

/** The priority of this number; undefined for none. */
export function knownPriority(id: number | null | undefined): Priority | undefined {
  return id ? priority(id) : undefined
}

/** The type of this number; undefined for none. */
export function knownType(id: number | null | undefined): TicketType | undefined {
  return id ? ticketType(id) : undefined
}
