import { sizeWord } from '../i18n/size.ts'
import type { Translate } from '../i18n/translate.ts'
import { type TicketType, ticketTypeId } from '../itil/ticket-type.ts'
import { type Urgency, urgencyId } from '../itil/urgency.ts'
import type { DataRecord } from '../records/records.ts'
import type { requestShape } from '../records/ticket-shape.ts'
import { plain } from '../terminal/sanitize.ts'
import { cut } from '../terminal/width.ts'
import { type Field, viewFields } from './fields.ts'
import type { Look } from './look.ts'
import { typeWord, urgencyWord } from './word.ts'

const longestOpening = 12

/** A request before it is sent. */
export interface RequestView {
  type: TicketType
  urgency: Urgency
  notify: boolean
  email: string | undefined
  equipment: { key: string; name: string } | null
  category: { id: number; fullName: string } | null
  title: string
  description: string
  files: Array<{ name: string; size: number }>
}

/** The whole request, a field a line, for a last look before it leaves. */
export function viewRequest(request: RequestView, look: Look, { brief = false } = {}): string {
  const { style, t } = look
  const none = style.dim(t('request.none'))
  const fields: Field[] = [
    [t('request.type'), typeWord(request.type, t)],
    [t('request.urgency'), urgencyWord(request.urgency, t)],
    [t('request.notify'), notification(request, t)],
    [t('request.equipment'), request.equipment ? plain(request.equipment.name) : none],
    [t('request.category'), request.category ? plain(request.category.fullName) : style.dim(t('request.no-category'))],
    [t('request.subject'), style.bold(plain(request.title))],
    [
      t('request.description'),
      brief ? opening(request.description, look) : plain(request.description, { multiline: true }),
    ],
    [t('request.files'), request.files.map((file) => fileLine(file, t)).join('\n') || none],
  ]
  return `\n${style.bold(t('request.title'))}\n\n${viewFields(fields, look)}\n`
}

/** Enough of a long text to know it by: the rest must not push the other answers off the screen. */
function opening(text: string, { style, t }: Look): string {
  const lines = plain(text, { multiline: true }).split('\n')
  const left = lines.length - longestOpening
  const shown = lines.slice(0, longestOpening).map((line) => cut(line, 400))
  return left > 0 ? [...shown, style.dim(t('request.more-lines', { count: left }))].join('\n') : shown.join('\n')
}

function notification({ notify, email }: RequestView, t: Translate): string {
  if (!notify) return t('request.notify-no')
  return email ? t('request.notify-yes', { email: plain(email) }) : t('request.notify-known')
}

function fileLine({ name, size }: { name: string; size: number }, t: Translate): string {
  return `${plain(name)} (${sizeWord(size, t.language)})`
}

/** The same for scripts: `--dry-run --json`. */
export function requestRecord(request: RequestView): DataRecord<keyof typeof requestShape.fields> {
  return {
    type: request.type,
    typeId: ticketTypeId(request.type),
    urgency: request.urgency,
    urgencyId: urgencyId(request.urgency),
    notify: request.notify,
    email: request.email ?? null,
    equipment: request.equipment?.key ?? null,
    category: request.category?.fullName ?? null,
    categoryId: request.category?.id ?? null,
    title: request.title,
    description: request.description,
    files: request.files.map(({ name, size }) => ({ name, size })),
  }
}
