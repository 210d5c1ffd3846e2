import { sizeWord } from '../../i18n/size.ts'
import type { Translate } from '../../i18n/translate.ts'
import { isGroup, type Observer } from '../../itil/ticket-form.ts'
import type { Related } from '../../itil/ticket-link.ts'
import type { CompleteRequest } from '../../records/ticket/request.ts'
import { plain } from '../../terminal/sanitize.ts'
import { cut, wrapped } from '../../terminal/width.ts'
import { type Field, viewFields } from '../layout/fields.ts'
import type { Look } from '../look.ts'
import { typeWord, urgencyWord } from '../word.ts'

/** Lines of a text that is seldom looked over again: of a longer one, so many are shown. */
const longestWhole = 6
const shownOfLonger = 2

const widestRule = 40

/** What the person is about to be asked, before the first question. */
export function viewOpening(count: number, { style, t, width }: Look): string {
  const how = style.plain ? t('new.opening.how-plain') : t('new.opening.how')
  const lines = (text: string, paint: (line: string) => string) =>
    wrapped(text, width - 1)
      .split('\n')
      .map(paint)
  return ['', ...lines(t('new.opening', { count }), style.bold), ...lines(how, style.dim), '', ''].join('\n')
}

/** How a request is shown. */
export interface RequestView {
  /** Long texts are folded. */
  brief?: boolean
  /** The ticket that it is to be linked to. */
  related?: Related | undefined
}

/** The whole request, a field a line, for a last look before it leaves. */
export function viewRequest(
  request: CompleteRequest,
  look: Look,
  { brief = false, related }: RequestView = {},
): string {
  const { style, t } = look
  // Most forms ask neither, and few people say them.
  const optional = (field: 'observers' | 'location', isSaid: boolean): Field[] =>
    isSaid ? [[t(`request.${field}`), requestValue(field, request, look)]] : []
  const fields: Field[] = [
    [t('request.type'), requestValue('type', request, look)],
    [t('request.urgency'), requestValue('urgency', request, look)],
    [t('request.notify'), requestValue('notify', request, look)],
    ...optional('observers', request.observers.length > 0),
    [t('request.equipment'), requestValue('equipment', request, look)],
    ...optional('location', request.location !== null),
    [t('request.category'), requestValue('category', request, look)],
    [t('request.subject'), style.bold(requestValue('title', request, look))],
    [
      t('request.description'),
      brief ? folded(request.description, look) : plain(request.description, { multiline: true }),
    ],
    ...relatedField(related, look),
    [
      t('request.files'),
      request.files.map((file) => fileLine(file, t)).join('\n') || requestValue('files', request, look),
    ],
  ]
  if (!brief) return `\n${style.bold(t('request.title'))}\n\n${viewFields(fields, look)}\n`
  return ['', ruled(t('request.title'), look), '', viewFields(fields, look), '', ruled('', look), ''].join('\n')
}

/** «Linked to  #8 Copieur en panne»; nothing where it stands alone. */
export function relatedField(related: Related | undefined, { t }: Look): Field[] {
  if (!related) return []
  return [[t('request.related'), plain(`#${related.id} ${related.title ?? ''}`).trim()]]
}

/** «Henri Nourel (no mails)», «Direction (group)». */
export function observerName(one: Observer, t: Translate): string {
  const { name, silent } = one
  if (isGroup(one)) return plain(t('observer.group', { name }))
  return silent ? t('request.silent', { name: plain(name) }) : plain(name)
}

/** One answer of a request, on one line. */
export function requestValue(field: keyof CompleteRequest, request: CompleteRequest, { style, t }: Look): string {
  const none = style.dim(t('request.none'))
  const { equipment, category, email, files, observers, location } = request
  const values: Record<keyof CompleteRequest, () => string> = {
    type: () => typeWord(request.type, t),
    urgency: () => urgencyWord(request.urgency, t),
    notify: () => notification(request, t),
    email: () => (email ? plain(email) : none),
    equipment: () => equipment.map(({ name }) => plain(name)).join(', ') || none,
    category: () => (category ? plain(category.fullName) : style.dim(t('request.no-category'))),
    observers: () => observers.map((one) => observerName(one, t)).join(', ') || none,
    location: () => (location ? plain(location.fullName) : none),
    title: () => plain(request.title),
    description: () => plain(request.description).trim(),
    files: () => files.map(({ name }) => plain(name)).join(', ') || none,
  }
  return values[field]()
}

/** A line as wide as the window, a title at its beginning; in lines, the title alone. */
export function ruled(title: string, { style, width }: Look): string {
  if (style.plain) return style.bold(title)
  const room = Math.min(width, widestRule)
  if (title === '') return style.dim('─'.repeat(room))
  return `${style.dim('──')} ${style.bold(title)} ${style.dim('─'.repeat(Math.max(0, room - title.length - 4)))}`
}

/** Of a long text the beginning, to know it by, and how long it is: it must not push the other answers off the screen. */
export function folded(text: string, { style, t }: Look): string {
  const lines = plain(text.trim(), { multiline: true }).split('\n')
  if (lines.length <= longestWhole) return lines.map((line) => cut(line, 400)).join('\n')
  const shown = lines.slice(0, shownOfLonger).map((line) => cut(line, 200))
  return [...shown, style.dim(t('request.folded', { count: lines.length }))].join('\n')
}

export function notification({ notify, email }: Pick<CompleteRequest, 'notify' | 'email'>, t: Translate): string {
  if (!notify) return t('request.notify-no')
  return email ? t('request.notify-yes', { email: plain(email) }) : t('request.notify-known')
}

export function fileLine({ name, size }: { name: string; size: number }, t: Translate): string {
  return `${plain(name)} (${sizeWord(size, t.language)})`
}
