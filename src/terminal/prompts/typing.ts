/**
 * Told what stands in an answer that is being typed; waited for before the next telling. Gives a sentence where it could
 * not be kept: it is told again with what is typed next, and once more when the question ends.
 */
export type WhileTyping = (typed: string) => unknown

/** Milliseconds: with the telling itself, nobody is a second behind. */
const rhythm = 300

/** Tells what is typed while it is typed: one telling after the other, and only what is new. Blanks are nothing. */
export class Typing {
  readonly #tell: WhileTyping | undefined
  #now = ''
  #told = ''
  #timer: NodeJS.Timeout | undefined
  #telling = Promise.resolve()
  /** Told why what stands there is not kept; nothing once it is. */
  onTrouble = (_sentence: string | undefined): void => undefined

  constructor(tell: WhileTyping | undefined, before = '') {
    this.#tell = tell
    this.#told = before
  }

  /** This stands there now. */
  is(typed: string): void {
    if (typed.trim() === '') return
    this.#now = typed
    if (typed !== this.#told) this.#timer ??= setTimeout(() => this.#tellNew(), rhythm)
  }

  /** No more will be typed: resolves once the last of it was told. Rejects where a telling did. */
  async over(): Promise<void> {
    clearTimeout(this.#timer)
    this.#tellNew()
    await this.#telling
  }

  #tellNew(): void {
    this.#timer = undefined
    this.#telling = this.#telling.then(async () => {
      const now = this.#now
      if (now === '' || now === this.#told) return
      const answer = await this.#tell?.(now)
      const trouble = typeof answer === 'string' ? answer : undefined
      if (trouble === undefined) this.#told = now
      this.onTrouble(trouble)
    })
    this.#telling.catch(() => undefined)
  }
}

/** Asks with somebody who is told what is typed; whatever ends the question, the last of it was told then. */
export async function tellingWhile<Answer>(
  { whileTyping, default: before }: { whileTyping?: WhileTyping; default?: string },
  ask: (typing: Typing) => Promise<Answer>,
): Promise<Answer> {
  const typing = new Typing(whileTyping, before)
  try {
    return await ask(typing)
  } finally {
    await typing.over()
  }
}
