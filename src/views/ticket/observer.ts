import type { Translate } from '../../i18n/translate.ts'
import type { TicketPart } from '../../itil/ticket-part.ts'
import { plain } from '../../terminal/sanitize.ts'
import { type Column, table } from '../../terminal/table.ts'
import type { Look } from '../look.ts'

/** Those who observe a ticket, and who gets its mails. */
export function observerTable(observers: readonly TicketPart[], { style, t, width }: Look): string {
  const columns: Column[] = [
    { head: t('observer.name'), cells: observers.map((one) => nameCell(one, t)), minWidth: 12 },
    { head: t('observer.mails'), cells: observers.map((one) => mailsCell(one, t)) },
  ]
  return table(columns, width, style)
}

/** Of a group the platform alone knows. */
function mailsCell({ notified, group }: TicketPart, t: Translate): string {
  return group === undefined ? t(notified ? 'observer.yes' : 'observer.no') : '–'
}

/** «Henri Nourel (henri)», «Direction (group)»; an address stands alone. */
function nameCell({ name, login, mine, group }: TicketPart, t: Translate): string {
  if (group !== undefined) return plain(t('observer.group', { name }))
  const shown = login && login !== name ? `${name} (${login})` : name
  return plain(mine ? `${shown}, ${t('observer.you')}` : shown)
}
