import type { OfferedChoice } from '../../../../glpi/forms/open-form.ts'
import type { Translate } from '../../../../i18n/translate.ts'
import type { ChosenAnswer, FormAnswer } from '../../../../itil/form-answer.ts'
import type { Choice, FoundChoices } from '../../../../terminal/prompts/prompts.ts'
import { chosenOf } from './ask-listed.ts'
import type { AskedQuestion, QuestionDesk } from './asked-question.ts'
import { type QuestionWords, wordsOf } from './question-words.ts'

/** Of a site with thousands of people, who types two letters means some. */
const lettersOfPerson = 2

/** What an answer of one's own may be, beside what is found. */
type Picked = ChosenAnswer | 'none' | 'enough' | { without: ChosenAnswer }

/** Asks for what the site is searched for: an object by its path, a person by name. */
export async function askFound(asked: AskedQuestion, desk: QuestionDesk): Promise<FormAnswer> {
  return asked.question.several ? askSeveral(asked, desk) : askOne(asked, desk)
}

async function askOne(asked: AskedQuestion, desk: QuestionDesk): Promise<FormAnswer> {
  const [now] = chosenOf(asked.now)
  const own: Choice<Picked>[] = [...(now ? [{ name: now.label, value: now }] : []), ...noneOf(asked, desk)]
  const picked = await pick(asked, desk, wordsOf(asked.question, desk.context.t), own)
  return { chosen: isChosen(picked) ? [picked] : [] }
}

/** One after the other, until it is enough; those that were chosen can be taken away. */
async function askSeveral(asked: AskedQuestion, desk: QuestionDesk): Promise<FormAnswer> {
  const { t } = desk.context
  let chosen = chosenOf(asked.now)
  for (;;) {
    const own: Choice<Picked>[] =
      chosen.length === 0
        ? noneOf(asked, desk)
        : [
            { name: t('ask-form.enough'), value: 'enough' },
            ...chosen.map((one) => ({ name: t('ask-form.take-away', { name: one.label }), value: { without: one } })),
          ]
    const names = chosen.map(({ label }) => label).join(', ')
    const another = { message: t('ask-form.another'), help: t('ask-form.so-far', { names }) }
    const words = chosen.length === 0 ? wordsOf(asked.question, t) : another
    const values = chosen.map(({ value }) => value)
    const picked = await pick(asked, desk, words, own, values)
    if (picked === 'none' || picked === 'enough') return { chosen }
    chosen = isChosen(picked) ? [...chosen, picked] : chosen.filter((one) => one !== picked.without)
    await asked.keepPart({ chosen })
  }
}

function isChosen(picked: Picked): picked is ChosenAnswer {
  return typeof picked === 'object' && 'value' in picked
}

function noneOf({ question }: AskedQuestion, { context: { t } }: QuestionDesk): Choice<Picked>[] {
  return question.mandatory ? [] : [{ name: t('ask-form.no-answer'), value: 'none' }]
}

function pick(
  { question, back }: AskedQuestion,
  { context, open }: QuestionDesk,
  words: QuestionWords,
  own: Choice<Picked>[],
  without: readonly string[] = [],
): Promise<Picked> {
  const [first] = own
  return context.prompts.lookUp<Picked>({
    ...words,
    own,
    ...(first && { default: first.value }),
    fewest: question.kind === 'person' ? lettersOfPerson : 0,
    find: async (words, page): Promise<FoundChoices<Picked>> => {
      const { choices, more } = await open.choices(question, words, page)
      const offered = choices.filter(({ disabled, value }) => !disabled && !without.includes(value))
      return { choices: offered.map((one) => choiceOf(one, context.t)), more }
    },
    back,
  })
}

/** Namesakes are told by their logins, groups from people by the word. */
function choiceOf({ value, label, login }: OfferedChoice, t: Translate): Choice<Picked> {
  const person = login ? `${label} (${login})` : label
  const name = value.startsWith('groups_id-') ? t('observer.group', { name: label }) : person
  return { name, value: { value, label } }
}
