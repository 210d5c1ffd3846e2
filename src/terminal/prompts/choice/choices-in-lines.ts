import { folded } from '../../../i18n/folded.ts'
import type { Translate } from '../../../i18n/translate.ts'
import { plain } from '../../sanitize.ts'
import { matches } from '../matching.ts'
import type { ChecklistQuestion, Choice, ChoiceQuestion } from '../prompts.ts'
import { ended } from '../question-ending.ts'

/** Where lines are said, and one is asked for. */
export interface Lines {
  t: Translate
  say(text: string): void
  line(question: string): Promise<string>
}

/** More choices are not listed before the person has said what they look for. */
const mostListed = 30

interface Numbered {
  number: number
  /** Its name says the number. */
  isNamed?: boolean
  name: string
  key?: string
  description?: string
  words?: string
}

/** One of a list, by its number, its letter or its name. */
export async function choiceInLines<Value>(
  { message, help, choices, default: preset }: ChoiceQuestion<Value>,
  lines: Lines,
): Promise<Value> {
  const { t, say, line } = lines
  const all = numbered(choices)
  const usual = preset === undefined ? undefined : all.find(({ value }) => value === preset)
  const question = usual ? t('terminal.number-or-name-default', { usual: usual.name }) : t('terminal.number-or-name')
  introduce(message, help, lines)
  list(all, lines)
  for (;;) {
    const typed = (await line(question)).trim()
    if (typed === '' && usual) return usual.value
    const found = typed === '' ? all : named(all, typed)
    const [only] = found
    if (!only) say(t('terminal.nothing-matches'))
    else if (found.length > 1) list(found, lines)
    else {
      if (only.name !== typed) say(t('terminal.chosen', { name: only.name }))
      return only.value
    }
  }
}

/** Several of a list: numbers or names with commas between them, «-» for none. */
export async function checklistInLines<Value>(
  { message, help, choices, ticked, validate }: ChecklistQuestion<Value>,
  lines: Lines,
): Promise<Value[]> {
  const { t, say, line } = lines
  const all = numbered(choices)
  const usual = all.filter(({ value }) => ticked.includes(value))
  introduce(message, help, lines)
  list(
    all.map((one) => (usual.includes(one) ? { ...one, name: t('terminal.ticked', { name: one.name }) } : one)),
    lines,
  )
  const names = usual.map(({ name }) => name).join(', ')
  const question = names ? t('terminal.numbers-or-names-default', { usual: names }) : t('terminal.numbers-or-names')
  for (;;) {
    const typed = (await line(question)).trim()
    const chosen = typed === '' ? usual : severalNamed(all, typed, lines)
    if (!chosen) continue
    const values = all.filter((one) => chosen.includes(one)).map(({ value }) => value)
    const verdict = validate?.(values) ?? true
    if (verdict === true) {
      if (typed !== '')
        say(t('terminal.chosen', { name: chosen.map(({ name }) => name).join(', ') || t('terminal.nothing-ticked') }))
      return values
    }
    say(plain(verdict) || t('terminal.not-valid'))
  }
}

/** All that were meant; undefined, and said why, where that is not clear. */
function severalNamed<One extends Numbered>(all: One[], typed: string, lines: Lines): One[] | undefined {
  const { t, say } = lines
  if (typed === '-') return []
  const whole = all.find(({ name }) => folded(name) === folded(typed))
  if (whole) return [whole]
  const chosen: One[] = []
  for (const part of typed.split(/[,;]/).map((word) => word.trim())) {
    if (part === '') continue
    const found = named(all, part)
    if (found.length === 0) say(t('terminal.nothing-matches-word', { word: part }))
    else if (found.length > 1) list(found, lines)
    if (found.length !== 1) return undefined
    chosen.push(...found)
  }
  return chosen
}

export function numbered<Value>(choices: readonly Choice<Value>[]) {
  return choices.map((choice, index) => ({
    ...choice,
    number: choice.number ?? index + 1,
    isNamed: choice.number !== undefined,
    name: plain(choice.name),
  }))
}

export function introduce(message: string, help: string | undefined, { t, say }: Lines): void {
  say(ended(plain(message), t))
  if (help) say(plain(help, { multiline: true }))
}

export function list(choices: Numbered[], { t, say }: Lines): void {
  if (choices.length > mostListed) say(t('terminal.many-choices', { count: choices.length }))
  else
    for (const { number, isNamed, name, key, description } of choices)
      say(
        `${isNamed ? '' : `${number}. `}${name}${key ? ` [${key}]` : ''}${description ? ` (${plain(description)})` : ''}`,
      )
}

/** By its number, letter or very name; by how only one begins («o» is «Oui»), else by the words that stand in it. */
function named<One extends Numbered>(choices: One[], typed: string): One[] {
  const is = ({ number, name, key }: One) =>
    String(number) === typed || key === folded(typed) || folded(name) === folded(typed)
  const exact = choices.filter(is)
  if (exact.length > 0) return exact
  const beginning = choices.filter(({ name }) => folded(name).startsWith(folded(typed)))
  return beginning.length === 1
    ? beginning
    : choices.filter(({ name, words = '' }) => matches(`${name}\n${words}`, typed))
}
