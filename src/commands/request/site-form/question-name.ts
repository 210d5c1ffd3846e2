import type { Problem } from '../../../errors/error.ts'
import { folded } from '../../../i18n/folded.ts'
import type { FormPage, FormQuestion, FormSection } from '../../../itil/site-form.ts'
import { plain } from '../../../terminal/sanitize.ts'
import { nearNames } from '../../choice/near-names.ts'

/** A question, and where it stands. */
export interface PlacedQuestion {
  question: FormQuestion
  section: FormSection
}

/** All questions of a form, in its order. */
export function placedQuestions({ sections }: FormPage): PlacedQuestion[] {
  return sections.flatMap((section) =>
    section.blocks.flatMap((block) => (block.block === 'question' ? [{ question: block, section }] : [])),
  )
}

/** A label as it is compared: «Pourquoi un badge ?» is «pourquoi un badge»; what nobody sees of it nobody types. */
function plainLabel(label: string): string {
  const whole = folded(plain(label)).replace(/\s+/g, ' ').trim()
  return whole.replace(/(?<![ ?:*])[ ?:*]+$/, '') || whole
}

/** Of a form with hundreds of questions each is looked at for each. */
const foldedOnce = { shown: new WeakMap<object, string>(), stored: new WeakMap<object, string>() }

function shownLabel(question: FormQuestion): string {
  return remembered(foldedOnce.shown, question, question.label)
}

function storedLabel(question: FormQuestion): string {
  return remembered(foldedOnce.stored, question, question.storedLabel)
}

function plainTitle(section: FormSection): string {
  return remembered(foldedOnce.shown, section, section.title)
}

function remembered(known: WeakMap<object, string>, named: object, label: string): string {
  const before = known.get(named)
  if (before !== undefined) return before
  const plain = plainLabel(label)
  known.set(named, plain)
  return plain
}

/**
 * The question that a name means: its label, as it is shown or else as it is stored, `Section/Label`, or `#21`. The
 * problem names those that it may be, or those that come near.
 */
export function findQuestion(name: string, page: FormPage): { found: PlacedQuestion } | { problem: Problem } {
  const all = placedQuestions(page)
  const [only, ...others] = candidates(name, all)
  if (!only) return { problem: unknown(name, all) }
  if (others.length === 0) return { found: only }
  const names = [only, ...others].map(({ question, section }) => `${placeName(section, question)} (#${question.id})`)
  return { problem: { key: 'answer.ambiguous-label', parameters: { text: name, names: names.join(' ; ') } } }
}

function candidates(name: string, all: PlacedQuestion[]): PlacedQuestion[] {
  const [, number] = /^\s*#(\d{1,15})\s*$/.exec(name) ?? []
  const byNumber = number === undefined ? [] : all.filter(({ question }) => question.id === Number(number))
  if (byNumber.length > 0) return byNumber
  const wanted = plainLabel(name)
  const shown = all.filter(({ question }) => wanted !== '' && shownLabel(question) === wanted)
  if (shown.length > 0) return shown
  const stored = all.filter(({ question }) => wanted !== '' && storedLabel(question) === wanted)
  return stored.length > 0 ? stored : inSection(name, all)
}

/** Wherever the name may be cut: titles and labels may hold a stroke themselves. */
function inSection(name: string, all: PlacedQuestion[]): PlacedQuestion[] {
  const cuts = [...name.matchAll(/\//g)].map(({ index }) => [name.slice(0, index), name.slice(index + 1)] as const)
  const found = cuts.flatMap(([title, label]) => {
    const wanted = plainLabel(title)
    const within = all.filter(({ section }) => plainTitle(section) === wanted)
    const plain = plainLabel(label)
    const shown = within.filter(({ question }) => shownLabel(question) === plain)
    return shown.length > 0 ? shown : within.filter(({ question }) => storedLabel(question) === plain)
  })
  return [...new Set(found)]
}

function unknown(name: string, all: PlacedQuestion[]): Problem {
  const near = nearNames(
    name,
    all.map(({ question }) => ({ name: question.label, names: [question.label, question.storedLabel] })),
  )
  const parameters = { text: name, names: near.slice(0, 3).join(' ; ') }
  return { key: near.length > 0 ? 'answer.unknown-label' : 'answer.no-question', parameters }
}

/** What stands under such a name in an answers file answers nothing. */
export function isAside(name: string): boolean {
  return name.trimStart().startsWith('//') || name === '$schema'
}

/** What `--answer` and an answers file call a question: its label, with its section or by its number where it must be. */
export function nameOf({ question, section }: PlacedQuestion, page: FormPage): string {
  const all = placedQuestions(page)
  const isMeant = (name: string): boolean => {
    const found = isAside(name) ? [] : candidates(name, all)
    return found.length === 1 && found[0]?.question.id === question.id
  }
  return [question.label, placeName(section, question)].find(isMeant) ?? `#${question.id}`
}

function placeName({ title }: FormSection, { label }: FormQuestion): string {
  return title === '' ? label : `${title}/${label}`
}

/**
 * The two halves of `Label=Value`; undefined where there is no «=». A label may hold one: it ends at the first behind which
 * a question ends.
 */
export function splitAnswer(text: string, page: FormPage): { name: string; value: string } | undefined {
  const places = [...text.matchAll(/=/g)].map(({ index }) => index)
  const all = placedQuestions(page)
  const end = places.find((place) => candidates(text.slice(0, place), all).length > 0) ?? places[0]
  return end === undefined ? undefined : { name: text.slice(0, end).trim(), value: text.slice(end + 1) }
}
