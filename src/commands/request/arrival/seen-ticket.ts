import type { Translate } from '../../../i18n/translate.ts'
import type { TicketStatus } from '../../../itil/ticket-words.ts'
import type { SeenValue } from '../../../settings/read-seen.ts'
import { statusWord } from '../../../views/word.ts'

/** What completion shows beside the number of a ticket. */
export function seenTicket(ticket: { id: number; title: string; status: TicketStatus }, t: Translate): SeenValue {
  return { value: String(ticket.id), about: `${ticket.title} (${statusWord(ticket.status, t)})` }
}
