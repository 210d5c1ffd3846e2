import type { TicketPart } from '../../itil/ticket-part.ts'
import { plain } from '../../terminal/sanitize.ts'
import { type Column, table } from '../../terminal/table.ts'
import type { Look } from '../look.ts'

/** Those who observe a ticket, and who gets its mails. */
export function observerTable(observers: readonly TicketPart[], { style, t, width }: Look): string {
  const columns: Column[] = [
    { head: t('observer.name'), cells: observers.map((one) => nameCell(one, t('observer.you'))), minWidth: 12 },
    { head: t('observer.mails'), cells: observers.map(({ notified }) => t(notified ? 'observer.yes' : 'observer.no')) },
  ]
  return table(columns, width, style)
}

/** «Henri Nourel (henri)»; an address stands alone. */
function nameCell({ name, login, mine }: TicketPart, you: string): string {
  const shown = login && login !== name ? `${name} (${login})` : name
  return plain(mine ? `${shown}, ${you}` : shown)
}
