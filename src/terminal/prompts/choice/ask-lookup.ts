import { Cancelled, IpeosError } from '../../../errors/error.ts'
import { plain } from '../../sanitize.ts'
import type { Ask, AskOptions } from '../one-question.ts'
import type { Choice, LookupQuestion } from '../prompts.ts'
import { asSentence, ended } from '../question-ending.ts'
import { WentBack } from '../went-back.ts'
import { type ChoiceDesk, harmless } from './choice-desk.ts'
import type { ShownChoice } from './choice-screen.ts'
import { LookedUp } from './looked-up.ts'
import { type LookupConfig, type LookupEnd, lookUp } from './lookup-prompt.ts'

type Asked = Omit<LookupConfig<ShownChoice>, 'settled'>
type End = LookupEnd<ShownChoice>

/** Asks by Inquirer; `ask` runs one of its prompts, and takes care that it can be left. */
export async function askLookup<Value>(
  { message, answered = message, own, default: preset, fewest, find, help = '', back = false }: LookupQuestion<Value>,
  { t, output, look }: ChoiceDesk,
  ask: (prompt: Ask<Asked, End>, config: Asked, more: AskOptions) => Promise<End>,
): Promise<Value> {
  const meant = new Map<ShownChoice, Choice<Value>>()
  const shown = (choice: Choice<Value>): ShownChoice => {
    const one = harmless(choice)
    meant.set(one, choice)
    return one
  }
  const config: Asked = {
    message: ended(plain(message), t),
    answered: ended(plain(answered), t),
    own: own.map(shown),
    first: Math.max(
      0,
      own.findIndex(({ value }) => preset !== undefined && value === preset),
    ),
    lookup: new LookedUp<ShownChoice>({
      fewest,
      find: async (words, page, signal) => {
        const { choices, more } = await find(words, page, signal)
        return { found: choices.map(shown), more }
      },
    }),
    mayGoBack: back,
    help: plain(help, { multiline: true }),
    hint: back ? `${t('terminal.search-help')} • ${t('terminal.back-help')}` : t('terminal.search-help'),
    noWayBack: t('terminal.no-way-back'),
    words: {
      busy: t('terminal.looking-up'),
      short: t('terminal.lookup-short', { count: fewest }),
      trouble: (error) =>
        error instanceof IpeosError && !(error instanceof Cancelled)
          ? `${asSentence(t(error.text))} ${t('terminal.lookup-again')}`
          : undefined,
    },
    output,
    look,
  }
  const prompt: Ask<Asked, End> = (asked, place) => {
    const settled = (isAnswered: boolean): void => {
      place.clearPromptOnDone = !isAnswered
    }
    return lookUp({ ...asked, settled }, place)
  }
  const end = await ask(prompt, config, { rule: 'join' })
  if (end === 'back') throw new WentBack()
  if ('failed' in end) throw end.failed
  const chosen = meant.get(end.chosen)
  if (!chosen) throw new RangeError('a choice that was never offered')
  return chosen.value
}
