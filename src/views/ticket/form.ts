import { sizeWord } from '../../i18n/size.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Category, FormField, TicketForm } from '../../itil/ticket-form.ts'
import { urgencyId } from '../../itil/ticket-words.ts'
import { plain } from '../../terminal/sanitize.ts'
import { type Field, viewFields } from '../layout/fields.ts'
import type { Look } from '../look.ts'
import { typeWord, urgencyWord } from '../word.ts'

/** What the form of a new ticket offers, for a person. */
export function viewForm(form: TicketForm, look: Look): string {
  const { style, t } = look
  const none = style.dim(t('ticket-form.none'))
  const lines = (values: string[]) => values.join('\n') || none
  const { labels = [], url = '' } = form.elsewhere ?? {}
  const { hidden = [], readOnly = [] } = form
  const elsewhere: Field[] =
    labels.length > 0 ? [[t('ticket-form.elsewhere'), lines([...labels.map((label) => plain(label)), plain(url)])]] : []
  const fields: Field[] = [
    [t('ticket-form.types'), form.types.map((type) => typeWord(type, t)).join(', ')],
    [t('ticket-form.urgencies'), lines(form.urgencies.map((level) => urgencyLine(level, form, t)))],
    [t('ticket-form.email'), form.email ? plain(form.email) : style.dim(t('ticket-form.unknown'))],
    [
      t('ticket-form.equipment'),
      lines(form.equipment.map(({ label, key }) => `${plain(label)} ${style.dim(`(${plain(key)})`)}`)),
    ],
    ...(form.observers ? [observersField(form.observers, t)] : []),
    ...(form.locations.length > 0
      ? [[t('ticket-form.locations'), lines(form.locations.map((place) => categoryLine(place, look)))] as Field]
      : []),
    [t('ticket-form.categories'), lines(form.categories.map((category) => categoryLine(category, look)))],
    [t('ticket-form.file-limit'), t('ticket-form.file-limit-value', { limit: sizeWord(form.fileLimit, t.language) })],
    [t('ticket-form.mandatory'), mandatoryWords(form.mandatory, t)],
    ...(readOnly.length > 0 ? [[t('ticket-form.read-only'), fieldWords(readOnly, t)] as Field] : []),
    ...presetFields(form, look),
    ...(hidden.length > 0 ? [[t('ticket-form.hidden'), fieldWords(hidden, t)] as Field] : []),
    ...elsewhere,
  ]
  return viewFields(fields, look)
}

/** What stands in it already, and is no choice of who asks. */
function presetFields({ preset = {}, ...form }: TicketForm, { t }: Look): Field[] {
  const { urgency, title, description } = preset
  const place = form.locations.find(({ id }) => id === preset.location)
  const item = form.equipment.find(({ key }) => key === preset.equipment)
  const words: Partial<Record<FormField, string | undefined>> = {
    urgency: urgency && urgencyWord(urgency, t),
    ...{ location: place?.fullName, equipment: item?.label, title, description },
  }
  const lines = Object.entries(words).flatMap(([field, text]) =>
    text ? [`${t(`ticket-form.field.${field as FormField}`)}${t('catalog.colon')}${plain(text)}`] : [],
  )
  return lines.length > 0 ? [[t('ticket-form.preset'), lines.join('\n')]] : []
}

/** What the platform wants, and the title, which ipeos wants too. */
export function mandatoryWords(mandatory: TicketForm['mandatory'], t: Translate): string {
  const others = mandatory.filter((field) => field !== 'title')
  return ['title' as const, ...others].map((field) => t(`ticket-form.field.${field}`)).join(', ')
}

function fieldWords(fields: NonNullable<TicketForm['hidden']>, t: Translate): string {
  return fields.map((field) => t(`ticket-form.field.${field}`)).join(', ')
}

function observersField({ byAddress }: NonNullable<TicketForm['observers']>, t: Translate): Field {
  return [
    t('ticket-form.observers'),
    t(byAddress ? 'ticket-form.observers-or-address' : 'ticket-form.observers-searched'),
  ]
}

function urgencyLine(level: TicketForm['defaultUrgency'], form: TicketForm, t: Translate): string {
  const line = `${urgencyId(level)} ${urgencyWord(level, t)}`
  return level === form.defaultUrgency ? t('ticket-form.default-urgency', { urgency: line }) : line
}

/** The tree: each category by its own name, set in by its level, its number behind. */
function categoryLine({ id, name, level }: Category, { style }: Look): string {
  return `${'  '.repeat(Math.max(level - 1, 0))}${plain(name)} ${style.dim(`(${id})`)}`
}
