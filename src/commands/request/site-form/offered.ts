import type { OfferedChoice, OpenForm } from '../../../glpi/forms/open-form.ts'
import { foldedPath } from '../../../i18n/folded.ts'
import { isEmailAddress } from '../../../itil/email-address.ts'
import type { ChosenAnswer } from '../../../itil/form-answer.ts'
import type { FormQuestion } from '../../../itil/site-form.ts'
import type { Observer } from '../../../itil/ticket-form.ts'
import type { Match } from '../../choice/match.ts'
import { nearNames } from '../../choice/near-names.ts'

/** Finds what is meant among what the site offers of an object or a person. */
export type FindOffered = (question: FormQuestion, text: string) => Promise<Match<ChosenAnswer>>

/** Of one list: a site of ten thousand people has more, and there a name is enough. */
const mostPages = 50

interface Offered {
  choices: OfferedChoice[]
  /** Nothing was left out. */
  isWhole: boolean
}

/** The site is asked once for each word that is looked for, however often it comes. */
export function offeredBy(form: Pick<OpenForm, 'choices'>): FindOffered {
  const asked = new Map<string, Promise<Offered>>()
  const listed = (question: FormQuestion, search: string): Promise<Offered> => {
    const key = `${question.id} ${search}`
    const asking = asked.get(key) ?? readAll(form, question, search)
    asked.set(key, asking)
    return asking
  }
  return (question, text) => {
    const search = (words: string) => listed(question, words)
    return question.kind === 'person' ? findPerson(text, search) : findObject(question, text, search)
  }
}

type Search = (words: string) => Promise<Offered>

async function readAll(form: Pick<OpenForm, 'choices'>, question: FormQuestion, search: string): Promise<Offered> {
  const found = new Map<string, OfferedChoice>()
  for (let page = 1; page <= mostPages; page += 1) {
    const { choices, more } = await form.choices(question, search, page)
    const before = found.size
    for (const choice of choices) if (!choice.disabled && !found.has(choice.value)) found.set(choice.value, choice)
    if (!more) return { choices: [...found.values()], isWhole: true }
    // A site that gives the same page again has no other.
    if (found.size === before && choices.every(({ disabled }) => !disabled)) break
  }
  return { choices: [...found.values()], isWhole: false }
}

/** By its path, its name where only one has it, its number, or a part of its path that only one has. */
async function findObject(question: FormQuestion, text: string, search: Search): Promise<Match<ChosenAnswer>> {
  const { wanted, number } = objectWords(question, text)
  const last = text.split('>').at(-1)?.trim() ?? ''
  const found = await search(last)
  const exact =
    exactly(found.choices, ({ label }) => [label], wanted) ?? exactly(found.choices, ({ name }) => [name], wanted)
  if (exact) return exact
  if (number !== undefined) {
    const numbered = [...found.choices, ...(await search('')).choices].find(({ value }) => value === number)
    if (numbered) return { found: chosenOf(numbered) }
  }
  return partly(found, wanted, partOf(wanted)) ?? amongAll(wanted, search)
}

/** A name alone is no part of what stands above: «Paris» is not «Paris > Étage 2». */
function partOf(wanted: string): (choice: OfferedChoice) => string[] {
  return wanted.includes('>') ? ({ label }) => [label] : ({ name }) => [name]
}

/** `Computer_3` and `Computer:3` are what `--about` calls number 3 of computers. */
function objectWords({ itemtype = '' }: FormQuestion, text: string): { wanted: string; number: string | undefined } {
  const [, kind = '', number] = /^\s*(?:#|([A-Za-z]+)[:_])?(\d{1,15})\s*$/.exec(text) ?? []
  const isOwn = kind === '' || kind.toLowerCase() === itemtype.toLowerCase()
  return { wanted: foldedPath(text), number: isOwn ? number : undefined }
}

/** By login or name where only one has it, `users_id-10`, or an address that finds one person. */
async function findPerson(text: string, search: Search): Promise<Match<ChosenAnswer>> {
  const trimmed = text.trim()
  const wanted = foldedPath(text)
  if (/^[a-z_]+-\d+$/.test(trimmed)) {
    const listed = (await search('')).choices.find(({ value }) => value === trimmed)
    return listed ? { found: chosenOf(listed) } : { near: [], some: [] }
  }
  const found = await searchPeople(trimmed, search)
  const exact = exactly(found.choices, ({ login, label, name }) => [login ?? '', label, name], wanted)
  if (exact) return exact
  const [only, ...others] = found.choices
  // Addresses are not shown: that the site finds one person by it is all that there is to know.
  if (isEmailAddress(trimmed) && only && others.length === 0 && found.isWhole) return { found: chosenOf(only) }
  return partly(found, wanted, ({ login, label }) => [`${label} ${login ?? ''}`]) ?? amongAll(wanted, search)
}

/** «Alice Durand» is kept as «Durand Alice»: where the whole finds nobody, its longest word may. */
async function searchPeople(text: string, search: Search): Promise<Offered> {
  const whole = await search(text)
  const [longest] = text.split(/\s+/).sort((one, other) => other.length - one.length)
  return whole.choices.length > 0 || longest === undefined || longest === text ? whole : search(longest)
}

function exactly(
  choices: OfferedChoice[],
  namesOf: (choice: OfferedChoice) => string[],
  wanted: string,
): Match<ChosenAnswer> | undefined {
  const hits = choices.filter((choice) => namesOf(choice).some((name) => name !== '' && foldedPath(name) === wanted))
  return oneOf(hits)
}

/** All words of it stand in one of them alone. Where not all were looked at, that cannot be said. */
function partly(
  { choices, isWhole }: Offered,
  wanted: string,
  namesOf: (choice: OfferedChoice) => string[],
): Match<ChosenAnswer> | undefined {
  const words = wanted.split(' ').filter((word) => word !== '' && word !== '>')
  if (words.length === 0) return undefined
  const hits = choices.filter((choice) =>
    namesOf(choice).some((name) => words.every((word) => foldedPath(name).includes(word))),
  )
  return isWhole ? oneOf(hits) : hits.length > 0 ? { ambiguous: hits.map(({ label }) => label) } : undefined
}

function oneOf(hits: OfferedChoice[]): Match<ChosenAnswer> | undefined {
  const [only, ...others] = hits
  if (!only) return undefined
  return others.length === 0 ? { found: chosenOf(only) } : { ambiguous: hits.map(nameOfChoice) }
}

/** Namesakes are told by their logins. */
function nameOfChoice({ label, login }: OfferedChoice): string {
  return login ? `${label} (${login})` : label
}

/** What the site’s own search does not find, since it folds no accents, may yet be called exactly so; else what comes near. */
async function amongAll(wanted: string, search: Search): Promise<Match<ChosenAnswer>> {
  const { choices } = await search('')
  const namesOf = ({ label, name, login = '' }: OfferedChoice) => [label, name, login]
  const exact = exactly(choices, namesOf, wanted)
  if (exact) return exact
  const named = choices.map((choice) => ({ name: choice.label, names: namesOf(choice).filter((name) => name !== '') }))
  const near = nearNames(wanted, named)
  return { near, some: near }
}

/** Whom an answer to a question for observers names; none for what is neither a person nor a group. */
export function observerChosen({ value, label: name }: ChosenAnswer): Observer[] {
  const [, kind, number] = /^(users|groups)_id-(\d{1,15})$/.exec(value) ?? []
  if (kind === undefined) return []
  return [kind === 'groups' ? { name, group: Number(number) } : { name, user: Number(number) }]
}

export function chosenOf({ value, label }: Pick<OfferedChoice, 'value' | 'label'>): ChosenAnswer {
  return { value, label }
}
