import type { Ticket } from '../../itil/ticket.ts'
import { plain } from '../../terminal/sanitize.ts'
import { viewFields } from '../layout/fields.ts'
import type { Look } from '../look.ts'
import { fileLine, folded } from './request.ts'

/** What is to be said on a ticket; of a file that is not looked at yet, the name alone. */
export interface ShownMessage {
  text: string
  files: ReadonlyArray<{ name: string; size?: number }>
}

/** All of it, for a last look before it leaves. */
export function viewMessage({ id, title }: Pick<Ticket, 'id' | 'title'>, { text, files }: ShownMessage, look: Look) {
  const { style, t } = look
  const shown = files.map(({ name, size }) => (size === undefined ? plain(name) : fileLine({ name, size }, t)))
  return `\n${viewFields(
    [
      [t('message.ticket'), plain(`#${id} ${title}`)],
      [t('message.text'), folded(text, look)],
      [t('request.files'), shown.join('\n') || style.dim(t('request.none'))],
    ],
    look,
  )}\n\n`
}
