import { plain } from '../../sanitize.ts'
import type { Ask, AskOptions } from '../one-question.ts'
import type { ChecklistQuestion } from '../prompts.ts'
import { ended } from '../question-ending.ts'
import { WentBack } from '../went-back.ts'
import { type ChecklistConfig, type Ticked, tickSome } from './checklist-prompt.ts'
import { type ChoiceDesk, harmless } from './choice-desk.ts'

type Asked = Omit<ChecklistConfig, 'settled'>

/** Asks by Inquirer; `ask` runs one of its prompts, and takes care that it can be left. */
export async function askChecklist<Value>(
  { message, answered = message, choices, ticked, none, validate, help = '', back = false }: ChecklistQuestion<Value>,
  { t, output, look }: ChoiceDesk,
  ask: (prompt: Ask<Asked, Ticked>, config: Asked, more: AskOptions) => Promise<Ticked>,
): Promise<Value[]> {
  const valuesOf = (indexes: number[]) =>
    choices.filter((_choice, index) => indexes.includes(index)).map((one) => one.value)
  const config: Asked = {
    message: ended(plain(message), t),
    answered: ended(plain(answered), t),
    choices: choices.map(harmless),
    ticked: [...choices.keys()].filter((index) => ticked.some((value) => value === choices[index]?.value)),
    mayGoBack: back,
    help: plain(help, { multiline: true }),
    none: none === undefined ? undefined : plain(none),
    hint: (isTicked) => {
      const keys = t(isTicked ? 'terminal.checklist-help' : 'terminal.unticked-help')
      return back ? `${keys} • ${t('terminal.back-help')}` : keys
    },
    noWayBack: t('terminal.no-way-back'),
    refusal: (indexes) => {
      const verdict = validate?.(valuesOf(indexes)) ?? true
      return verdict === true ? undefined : plain(verdict) || t('terminal.not-valid')
    },
    answer: (names) => names.join(', ') || t('terminal.nothing-ticked'),
    output,
    look,
  }
  const prompt: Ask<Asked, Ticked> = (asked, place) => {
    const settled = (isAnswered: boolean): void => {
      place.clearPromptOnDone = !isAnswered
    }
    return tickSome({ ...asked, settled }, place)
  }
  const end = await ask(prompt, config, { rule: 'join' })
  if (end === 'back') throw new WentBack()
  return valuesOf(end)
}
