import { Cancelled } from '../../src/errors/error.ts'
import type { ChoiceQuestion, Prompts, TextQuestion, Validate } from '../../src/terminal/prompts/prompts.ts'

/** What is asked (its message holds this), and the answer: a text, a choice's name or value, or Ctrl-C. */
export type Answer = [question: string | RegExp, answer: unknown]

export const ctrlC = Symbol('Ctrl-C')

/** This is typed, and then Ctrl-C. */
export class Left {
  constructor(readonly typed: string) {}
}

/** Prompts that answer by a script, and fail on a question that the script does not expect. */
export function scriptedPrompts(answers: Answer[]): Prompts & { finish(): void } {
  const left = [...answers]

  function answer(message: string): unknown {
    const next = left.shift()
    if (!next) throw new Error(`unexpected question: ${message}`)
    const [question, given] = next
    const expected = typeof question === 'string' ? message.includes(question) : question.test(message)
    if (!expected) throw new Error(`unexpected question: ${message} (expected: ${question})`)
    if (given === ctrlC) throw new Cancelled('cancelled')
    return given
  }

  /** Asks again, as a real prompt does, until the answer is accepted. */
  async function text({ message, default: usual, validate, whileTyping }: TextQuestion): Promise<string> {
    for (;;) {
      const given = answer(message)
      if (given instanceof Left) {
        await whileTyping?.((usual ?? '') + given.typed)
        throw new Cancelled('cancelled')
      }
      const value = given === undefined ? (usual ?? '') : String(given)
      if ((await accepted(value, validate)) === true) return value
    }
  }

  async function choice<Value>({ message, choices, default: usual }: ChoiceQuestion<Value>): Promise<Value> {
    const given = answer(message)
    if (given === undefined && usual !== undefined) return usual
    const chosen = choices.find(({ name, value }) => value === given || name === given)
    if (!chosen)
      throw new Error(`no such choice: ${String(given)} (there is: ${choices.map(({ name }) => name).join(', ')})`)
    return chosen.value
  }

  return {
    select: choice,
    search: choice,
    input: text,
    text,
    editor: text,
    password: text,
    confirm: async ({ message, default: usual }) => (answer(message) ?? usual) as boolean,
    finish: () => {
      if (left.length > 0) throw new Error(`never asked: ${left.map(([question]) => question).join(', ')}`)
    },
  }
}

async function accepted(value: string, validate: Validate | undefined): Promise<true | string> {
  return validate ? validate(value) : true
}
