import { keepTyping, type Listener } from './keep-typing.ts'
import type { TypedTexts, TypedWhere } from './typed-texts.ts'

/** What somebody types of a command that has no draft: what stood there before, and where what stands there now goes. */
export interface KeptAnswers<Name extends string> {
  /** What was typed of that answer, and not sent. */
  before(name: Name): string | undefined
  /** The part of a question for it: what was typed before, else `usual`, stands there; what is typed is kept. */
  asked(name: Name, usual?: string): { default?: string; whileTyping(typed: string): Promise<string | undefined> }
  /** It is answered so; a blank answer is forgotten. */
  is(name: Name, answer: string): Promise<unknown>
  /** False once something could not be kept. */
  readonly areKept: boolean
  /** They were sent, or are not wanted. */
  forget(): Promise<unknown>
}

interface Desk extends Listener {
  readonly typedTexts: Pick<TypedTexts, 'of'>
  readonly terminal: Listener['terminal'] & { note(key: 'draft.typed-before'): void }
}

/** Opens what is kept of a command's answers, and says so where something of these `names` was typed before. */
export async function keepAnswers<Name extends string>(
  where: TypedWhere,
  names: readonly Name[],
  desk: Desk,
): Promise<KeptAnswers<Name>> {
  const kept = await desk.typedTexts.of(where)
  const stands = new Map(Object.entries(kept.texts))
  let areKept = true
  const keep = keepTyping(async (name: Name, text: string) => {
    stands.set(name, text)
    areKept = false
    await kept.keep(name, text)
    areKept = true
    return { isKept: true }
  }, desk)
  if (names.some((name) => stands.has(name))) desk.terminal.note('draft.typed-before')
  return {
    before: (name) => stands.get(name) || undefined,
    asked: (name, usual) => {
      const before = stands.get(name) || usual
      return { ...(before ? { default: before } : {}), whileTyping: (typed) => keep(name, typed) }
    },
    is: keep,
    get areKept() {
      return areKept
    },
    forget: keepTyping(async () => {
      stands.clear()
      await kept.forget()
      return { isKept: true }
    }, desk),
  }
}
