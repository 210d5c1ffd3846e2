import { Cancelled, IpeosError } from '../../../errors/error.ts'
import { folded } from '../../../i18n/folded.ts'
import type { Choice, LookupQuestion } from '../prompts.ts'
import { introduce, type Lines, list, numbered } from './choices-in-lines.ts'

/** One of those that are found elsewhere by what is typed; «+» tells further ones. */
export async function lookupInLines<Value>(question: LookupQuestion<Value>, lines: Lines): Promise<Value> {
  return new LookupInLines(question, lines).ask()
}

type Numbered<Value> = Choice<Value> & { number: number }

class LookupInLines<Value> {
  readonly #question: LookupQuestion<Value>
  readonly #lines: Lines
  #words = ''
  #page = 0
  #hasMore = false
  #all: Numbered<Value>[]

  constructor(question: LookupQuestion<Value>, lines: Lines) {
    this.#question = question
    this.#lines = lines
    this.#all = numbered(question.own)
  }

  async ask(): Promise<Value> {
    const { message, help, own, default: preset, fewest } = this.#question
    const { t, line } = this.#lines
    const usual = preset === undefined ? undefined : numbered(own).find(({ value }) => value === preset)
    const question = usual ? t('terminal.name-or-words-default', { usual: usual.name }) : t('terminal.name-or-words')
    introduce(message, help, this.#lines)
    if (fewest === 0) await this.#findMore()
    if (this.#all.length > 0) this.#tell()
    for (;;) {
      const typed = (await line(question)).trim()
      if (typed === '' && usual) return usual.value
      const only = this.#named(typed) ?? (await this.#lookFor(typed))
      if (!only) continue
      if (only.name !== typed) this.#lines.say(t('terminal.chosen', { name: only.name }))
      return only.value
    }
  }

  #named(typed: string): Numbered<Value> | undefined {
    return this.#all.find(({ number, name }) => String(number) === typed || folded(name) === folded(typed))
  }

  /** The only one that is found by that; otherwise all that are, told. */
  async #lookFor(typed: string): Promise<Numbered<Value> | undefined> {
    const { t, say } = this.#lines
    const { fewest } = this.#question
    const isFurther = typed === '+' && this.#hasMore
    if (!isFurther && [...typed].length < fewest) {
      say(t('terminal.lookup-short', { count: fewest }))
      return undefined
    }
    if (!isFurther) this.#beginWith(typed)
    if (!(await this.#findMore())) return undefined
    const [only] = this.#all
    if (!isFurther && this.#all.length === 1 && !this.#hasMore) return only
    this.#tell()
    return undefined
  }

  #beginWith(words: string): void {
    this.#words = words
    this.#page = 0
  }

  /** False where that failed, which is said. */
  async #findMore(): Promise<boolean> {
    const { t, say } = this.#lines
    try {
      const { choices, more } = await this.#question.find(this.#words, this.#page + 1, new AbortController().signal)
      const before = this.#page > 0 ? this.#all : this.#words === '' ? this.#question.own : []
      this.#page += 1
      this.#hasMore = more
      this.#all = numbered([...before, ...choices])
      return true
    } catch (error) {
      if (!(error instanceof IpeosError) || error instanceof Cancelled) throw error
      say(t(error.text))
      return false
    }
  }

  #tell(): void {
    const { t, say } = this.#lines
    if (this.#all.length === 0) say(t('terminal.nothing-matches'))
    list(this.#all, this.#lines)
    if (this.#hasMore) say(t('terminal.more-found'))
  }
}
