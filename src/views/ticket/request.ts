import { sizeWord } from '../../i18n/size.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { CompleteRequest } from '../../records/ticket/request.ts'
import { plain } from '../../terminal/sanitize.ts'
import { cut } from '../../terminal/width.ts'
import { type Field, viewFields } from '../layout/fields.ts'
import type { Look } from '../look.ts'
import { typeWord, urgencyWord } from '../word.ts'

const longestOpening = 12

/** The whole request, a field a line, for a last look before it leaves. */
export function viewRequest(request: CompleteRequest, look: Look, { brief = false } = {}): string {
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

function notification({ notify, email }: CompleteRequest, t: Translate): string {
  if (!notify) return t('request.notify-no')
  return email ? t('request.notify-yes', { email: plain(email) }) : t('request.notify-known')
}

function fileLine({ name, size }: { name: string; size: number }, t: Translate): string {
  return `${plain(name)} (${sizeWord(size, t.language)})`
}
