import type { Language } from '../messages.ts'
import type { Site } from '../site.ts'
import { friendlyName } from '../viewer.ts'
import { type Answers, type Given, textOf } from './answers.ts'
import { type FormDefinition, type Question, questionsOf } from './definition.ts'

/** What is needed to write an answer down. */
export interface Writing {
  site: Site
  language: Language
  answers: Answers
}

/** A text of a destination, its answers put in raw. */
export function filledIn(template: string, form: FormDefinition, writing: Writing): string {
  return template.replace(/\{answer:([^{}]+)\}/g, (_whole, name: string) => {
    const question = questionsOf(form).find((one) => one.name === name)
    return question ? textOf(writing.answers, question) : ''
  })
}

/**
 * «auto»: in each section the questions whose key was sent, numbered from 1; neither labels nor answers are escaped
 * (GLPI-11-FORMS.md, 9). `isHidden` leaves out what was answered though it is not seen.
 */
export function autoContent(form: FormDefinition, writing: Writing, isHidden: (question: Question) => boolean): string {
  const several = form.sections.length > 1
  return form.sections
    .map(({ name, blocks }) => {
      const answered = blocks.filter(
        (block): block is Question => block.block === 'question' && writing.answers.has(block.id) && !isHidden(block),
      )
      if (answered.length === 0) return ''
      const lines = answered.map(
        (question, index) => `<b>${index + 1}) ${question.name}</b>: ${written(question, writing)}<br>`,
      )
      return `${several ? `<h2>${name}</h2>` : ''}<p>${lines.join('')}</p>`
    })
    .join('')
}

function written(question: Question, writing: Writing): string {
  const given = writing.answers.get(question.id)
  return given ? WRITERS[question.kind](question, given, writing) : ''
}

type Writer = (question: Question, given: Given, writing: Writing) => string

const asTyped: Writer = (_question, { values }) => values[0] ?? ''

const labels: Writer = ({ options = [] }, { values }) =>
  values.flatMap((value) => options.find((option) => option.value === value)?.label ?? []).join(', ')

const people: Writer = (_question, { values }, { site }) =>
  values
    .flatMap((value) => {
      const user = userIn(site, value)
      return user ? friendlyName(user) : (groupIn(site, value)?.name ?? [])
    })
    .join(', ')

const LEVELS: Record<Language, string[]> = {
  fr_FR: ['Toutes', 'Très basse', 'Basse', 'Moyenne', 'Haute', 'Très haute'],
  en_GB: ['All', 'Very low', 'Low', 'Medium', 'High', 'Very high'],
}

const TYPES: Record<Language, string[]> = { fr_FR: ['0', 'Incident', 'Demande'], en_GB: ['0', 'Incident', 'Request'] }

const item: Writer = ({ itemtype }, { values }, { site }) => {
  if (itemtype === undefined) return ''
  return site.store.get(itemtype, Number(values[0]))?.name ?? ''
}

const WRITERS: Record<Question['kind'], Writer> = {
  ...{ 'short text': asTyped, email: asTyped, number: asTyped, 'long text': asTyped, 'plug-in': asTyped },
  'date and time': (_question, { values }) => (values[0] ?? '').replace('T', ' '),
  ...{ radio: labels, checkbox: labels, 'drop-down': labels },
  urgency: (_question, { values }, { language }) => LEVELS[language][Number(values[0])] ?? '',
  'request type': (_question, { values }, { language }) => TYPES[language][Number(values[0])] ?? '',
  ...{ object: item, 'drop-down item': item },
  'my devices': (_question, { values }, { site }) =>
    values.flatMap((value) => deviceIn(site, value)?.name ?? []).join(', '),
  ...{ requester: people, observer: people, assignee: people },
  file: (_question, { files }) => files.map(({ name, prefix = '' }) => name.slice(prefix.length)).join(', '),
}

/** A device as a drop-down names it: `Computer_3`. */
export function deviceIn({ store }: Site, value: string): { itemtype: string; id: number; name: string } | undefined {
  const [, itemtype, id] = /^(Computer|Printer|Peripheral)_(\d+)$/.exec(value) ?? []
  const row = itemtype && store.get(itemtype as 'Computer', Number(id))
  return row ? { itemtype, id: row.id, name: row.name } : undefined
}

/** A group as a drop-down names it: `groups_id-1`. */
export function groupIn({ store }: Site, value: string) {
  const id = /^groups_id-(\d+)$/.exec(value)?.[1]
  return id === undefined ? undefined : store.get('Group', Number(id))
}

/** Somebody as a drop-down names them: `users_id-7`. */
export function userIn({ store }: Site, value: string) {
  const id = /^users_id-(\d+)$/.exec(value)?.[1]
  return id === undefined ? undefined : store.get('User', Number(id))
}
