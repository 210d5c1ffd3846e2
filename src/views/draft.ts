import { keptItems, listedStage, shortId, shownAnswers, titleOf, typedIn } from '../drafts/describe.ts'
import type { Draft, DraftFile } from '../drafts/draft.ts'
import type { DraftForm } from '../drafts/form/form-draft.ts'
import { readAnswers } from '../drafts/form/form-text.ts'
import { sizeWord } from '../i18n/size.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Related } from '../itil/ticket-link.ts'
import { plain } from '../terminal/sanitize.ts'
import { table } from '../terminal/table.ts'
import { isDated } from './form/form-date.ts'
import { type Field, filled, viewFields } from './layout/fields.ts'
import type { Look } from './look.ts'
import { observerName, relatedField } from './ticket/request.ts'
import { typeWord, urgencyWord } from './word.ts'

/** What was given so far, a field a line; `brief`: a text is only begun, for the person is about to see all of it. */
export function viewDraft(draft: Draft, look: Look, { brief = false } = {}): string {
  const { t } = look
  const fields = fieldsOf(draft, look, brief)
  const form = draft.kind === 'ticket' ? draft.form : undefined
  // What answers a question stands there.
  const loose: DraftFile[] = draft.files.filter((file) => !form || !isAnswer(file))
  const files = loose.map((file) => fileLine(file, look))
  const all: Field[] = [...fields, ...relatedField(relatedOf(draft), look), ...filesField(files, t)]
  return all.length > 0 ? `\n${viewFields(all, look)}\n` : ''
}

function filesField(files: string[], t: Translate): Field[] {
  return files.length > 0 ? [[t('request.files'), files.join('\n')]] : []
}

function relatedOf(draft: Draft): Related | undefined {
  return draft.kind === 'ticket' && draft.related !== undefined ? { id: draft.related } : undefined
}

function isAnswer({ question }: DraftFile): boolean {
  return question !== undefined
}

/** «plan.pdf (12 kB) ✓», once the platform has it. */
function fileLine({ name, size, document, submitted }: DraftFile, { style, t }: Look): string {
  const sent = document === undefined && !submitted ? '' : ` ${style.drawn('✓', t('draft.file-sent'))}`
  return `${plain(name)} (${sizeWord(size, t.language)})${sent}`
}

function fieldsOf(draft: Draft, look: Look, brief: boolean): Field[] {
  const { t } = look
  if (draft.kind !== 'ticket') return messageFields(draft, t)
  return draft.form ? formFieldsOf(draft.form, draft.files, look, brief) : ticketFieldsOf(draft, t, brief)
}

/** Each question with its answer, as far as it goes; of files, those that answer it. */
function formFieldsOf(form: DraftForm, files: DraftFile[], look: Look, brief: boolean): Field[] {
  const { t } = look
  const { title, notify, email, onBehalfOf } = form
  const answers = readAnswers(form).map(({ question, label, kind, text }): Field => {
    const own = files.filter((file) => file.question === question).map((file) => fileLine(file, look))
    if (own.length > 0) return [plain(label), own.join('\n')]
    if (isDated(kind)) return [plain(label), look.dates.written(plain(text))]
    return [plain(label), brief ? firstOf(text) : plain(text, { multiline: true })]
  })
  return filled([
    [t('draft.form'), plain(title)],
    ...answers,
    [t('draft.on-behalf-of'), onBehalfOf && plain(onBehalfOf.label)],
    [t('request.notify'), notify === undefined ? undefined : t(notify ? 'new.yes' : 'new.no')],
    [t('request.email'), email ? plain(email) : undefined],
  ])
}

function ticketFieldsOf(draft: Extract<Draft, { kind: 'ticket' }>, t: Translate, brief: boolean): Field[] {
  const { type, urgency, notify, email, equipment, category, title, description, ...more } = shownAnswers(draft)
  const { observers = [], location } = more
  const items = keptItems(equipment).map(({ name }) => name)
  const isTyping = typedIn(draft).description !== undefined
  const none = t('request.none')
  const text = (value: string | undefined) => value && plain(value, { multiline: true })
  return filled([
    [t('request.type'), type && typeWord(type, t)],
    [t('request.urgency'), urgency && urgencyWord(urgency, t)],
    [t('request.notify'), notify === undefined ? undefined : t(notify ? 'new.yes' : 'new.no')],
    [t('request.email'), email ? plain(email) : undefined],
    [t('request.observers'), observers.map((one) => observerName(one, t)).join(', ')],
    [t('request.equipment'), equipment === null ? none : text(items.join(', '))],
    [t('request.location'), text(location?.fullName)],
    [t('request.category'), category === null ? t('request.no-category') : text(category?.fullName)],
    [t('request.subject'), text(title)],
    [t('request.description'), brief ? (isTyping ? '' : firstOf(description)) : text(description)],
  ])
}

function firstOf(text = ''): string {
  const [first = '', ...others] = plain(text.trim(), { multiline: true }).split('\n')
  return others.length > 0 ? `${first} …` : first
}

function messageFields({ ticketId, text }: Exclude<Draft, { kind: 'ticket' }>, t: Translate): Field[] {
  const fields: Field[] = [[t('draft.ticket'), `#${ticketId}`]]
  return text ? [...fields, [t('draft.text'), plain(text, { multiline: true })]] : fields
}

/** Drafts as people read them. `showsAccount`: whose each is, needless where all are of the account in use. */
export function draftTable(drafts: Draft[], { style, t, width, dates }: Look, showsAccount = true): string {
  const column = (head: Parameters<Translate>[0], of: (draft: Draft) => string, rest = {}) => ({
    head: t(head),
    cells: drafts.map(of),
    ...rest,
  })
  return table(
    [
      column('draft.number', shortId, { paint: style.bold }),
      column('draft.kind', (draft) => kindWord(draft, t)),
      column('draft.about', (draft) => subjectOf(draft, t) || t('draft.untitled'), { minWidth: 16 }),
      column('draft.stage', (draft) => t(`draft.stage.${listedStage(draft)}`), { dropRank: 2 }),
      ...(showsAccount ? [column('draft.account', accountOf, { minWidth: 12 })] : []),
      column('draft.changed', ({ changed }) => dates.relative(new Date(changed)), { dropRank: 1, paint: style.dim }),
    ],
    width,
    style,
  )
}

/** «New ticket», «Comment on #15». */
export function kindWord(draft: Draft, t: Translate): string {
  return draft.kind === 'ticket' ? t('draft.kind.ticket') : t(`draft.kind.${draft.kind}`, { id: draft.ticketId })
}

/** The title, or the first line of the text, or the names of the files. */
export function subjectOf(draft: Draft, t: Translate): string {
  return plain(textOf(draft, t).trim() || draft.files.map(({ name }) => name).join(', ')).trim()
}

function textOf(draft: Draft, t: Translate): string {
  if (draft.kind !== 'ticket') return draft.text
  return titleOf(draft, t('draft.untitled')) ?? shownAnswers(draft).description ?? ''
}

function accountOf({ owner }: Draft): string {
  return plain(`${owner.user}@${hostOf(owner.platform)}`)
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
