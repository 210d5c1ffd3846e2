import { Cancelled } from '../../src/errors/error.ts'
import type { FilesQuestion } from '../../src/terminal/prompts/files/files-question.ts'
import type {
  ChecklistQuestion,
  Choice,
  ChoiceQuestion,
  LookupQuestion,
  MenuQuestion,
  Prompts,
  TextQuestion,
  Validate,
} from '../../src/terminal/prompts/prompts.ts'
import { WentBack } from '../../src/terminal/prompts/went-back.ts'

/** What is asked (its message holds this), and the answer: a text, a choice's name (or what it is like) or value, or Ctrl-C. */
export type Answer = [question: string | RegExp, answer: unknown]

export const ctrlC = Symbol('Ctrl-C')

/** ⇧Tab: back to the question before. */
export const shiftTab = Symbol('⇧Tab')

/** This is typed, and then ⇧Tab. */
export class TypedThenBack {
  constructor(readonly typed: string) {}
}

/** Escape, where it leaves a menu. */
export const escapes = Symbol('Escape')

/** This is typed, and then Ctrl-C. */
export class Left {
  constructor(readonly typed: string) {}
}

/** This is typed, slowly enough to be kept, and then Enter. */
export class TypedThenEntered {
  constructor(readonly typed: string) {}
}

/** Prompts that answer by a script, and fail on a question that the script does not expect. */
export function scriptedPrompts(answers: Answer[]): Prompts & { finish(): void } {
  const left = [...answers]

  function answer({ message, back = false }: { message: string; back?: boolean }): unknown {
    const next = left.shift()
    if (!next) throw new Error(`unexpected question: ${message}`)
    const [question, given] = next
    const expected = typeof question === 'string' ? message.includes(question) : question.test(message)
    if (!expected) throw new Error(`unexpected question: ${message} (expected: ${question})`)
    if (given === ctrlC) throw new Cancelled('cancelled')
    const isBack = given === shiftTab || given instanceof TypedThenBack
    if (isBack && !back) throw new Error(`nothing to go back to from: ${message}`)
    if (isBack) throw new WentBack(given instanceof TypedThenBack ? given.typed : '')
    return given
  }

  /** Asks again, as a real prompt does, until the answer is accepted. */
  async function text(question: TextQuestion): Promise<string> {
    const { default: usual, validate, whileTyping } = question
    for (;;) {
      const given = answer(question)
      if (given instanceof Left) {
        await whileTyping?.((usual ?? '') + given.typed)
        throw new Cancelled('cancelled')
      }
      if (given instanceof TypedThenEntered) await whileTyping?.(given.typed)
      const entered = given instanceof TypedThenEntered ? given.typed : given
      const value = entered === undefined ? (usual ?? '') : String(entered)
      if ((await accepted(value, validate)) === true) return value
    }
  }

  function select<Value>(question: MenuQuestion<Value>): Promise<Value | undefined>
  function select<Value>(question: ChoiceQuestion<Value>): Promise<Value>
  async function select<Value>(question: ChoiceQuestion<Value>): Promise<Value | undefined> {
    const { choices, default: usual } = question
    const given = answer(question)
    if (given === escapes && 'leave' in question) return undefined
    if (given === undefined && usual !== undefined) return usual
    const isMeant = ({ name, value }: Choice<Value>) =>
      value === given || (given instanceof RegExp ? given.test(name) : name === given)
    const chosen = choices.find(isMeant)
    if (!chosen)
      throw new Error(`no such choice: ${String(given)} (there is: ${choices.map(({ name }) => name).join(', ')})`)
    return chosen.value
  }

  /** With nothing ticked, Enter takes the first row: that of none, where there is one. */
  async function checklist<Value>(question: ChecklistQuestion<Value>): Promise<Value[]> {
    const { choices, ticked, none, validate } = question
    const usual = ticked.length > 0 || none !== undefined ? ticked : choices.slice(0, 1).map(({ value }) => value)
    for (;;) {
      const given = answer(question)
      const names = given === undefined ? undefined : [given].flat()
      const unknown = names?.filter((name) => !choices.some((one) => one.name === name || one.value === name)) ?? []
      if (unknown.length > 0) throw new Error(`no such choice: ${unknown.join(', ')}`)
      const meant = ({ name, value }: Choice<Value>) =>
        names?.some((one) => one === name || one === value) ?? usual.includes(value)
      const values = choices.filter(meant).map(({ value }) => value)
      if ((validate?.(values) ?? true) === true) return values
    }
  }

  /** Looks for the name that is given, unless it is one of the question's own. */
  async function lookUp<Value>(question: LookupQuestion<Value>): Promise<Value> {
    const { own, default: usual, find } = question
    const given = answer(question)
    if (given === undefined && usual !== undefined) return usual
    const isMeant = ({ name, value }: Choice<Value>) =>
      value === given || (given instanceof RegExp ? given.test(name) : name === given)
    const words = given instanceof RegExp ? '' : String(given)
    const ownOne = own.find(isMeant)
    if (ownOne) return ownOne.value
    const { choices } = await find(words, 1, new AbortController().signal)
    const chosen = choices.find(isMeant) ?? (choices.length === 1 ? choices[0] : undefined)
    if (!chosen) throw new Error(`not found: ${words} (there is: ${choices.map(({ name }) => name).join(', ')})`)
    return chosen.value
  }

  async function files<Taken>(question: FilesQuestion<Taken>): Promise<Taken[]> {
    let { taken } = question
    for (;;) {
      const { message, aside } = taken.length === 0 ? question : question.another
      const given = answer({ message: `${message} (${aside})`, ...(question.back && { back: true }) })
      if (given === undefined || given === '') {
        if (taken.length > 0 || question.needed === undefined) return taken
        continue
      }
      const before = taken.length
      taken = (await question.take(String(given), taken)).taken
      if (taken.length !== before) await question.keep(taken)
    }
  }

  return {
    select,
    files,
    checklist,
    lookUp,
    search: select,
    input: text,
    text,
    password: text,
    confirm: async (question) => (answer(question) ?? question.default) as boolean,
    finish: () => {
      if (left.length > 0) throw new Error(`never asked: ${left.map(([question]) => question).join(', ')}`)
    },
  }
}

async function accepted(value: string, validate: Validate | undefined): Promise<true | string> {
  return validate ? validate(value) : true
}
