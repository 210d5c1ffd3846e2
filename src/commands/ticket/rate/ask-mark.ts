import type { Context } from '../../../app/context.ts'
import { IpeosError } from '../../../errors/error.ts'
import type { Survey, SurveyAnswer, SurveyForm } from '../../../itil/survey.ts'
import { inTurn } from '../../../terminal/prompts/went-back.ts'

/** The marks that a page offers. */
export type Scale = Exclude<SurveyForm, { url: string }>

interface Asked {
  survey: Survey
  scale: Scale
  /** The comment, where it was given with the command. */
  message: string | undefined
}

/**
 * Sends the mark that is given, else asks for it and a word about it. A person whose mark needs a word on this site is asked
 * for that alone.
 */
export async function rated(
  { given, ...asked }: Asked & { given: number | undefined },
  send: (answer: SurveyAnswer) => Promise<Survey>,
  context: Context,
): Promise<Survey> {
  let answer: SurveyAnswer = given === undefined ? await askMark(asked, context) : withWord(given, asked.message)
  for (;;) {
    try {
      return await send(answer)
    } catch (error) {
      const isBare = error instanceof IpeosError && error.code === 'survey-comment-missing'
      if (!isBare || !context.terminal.interactive) throw error
      context.terminal.warn(error.text)
      answer = await askMark({ ...asked, message: undefined }, context, answer.mark)
    }
  }
}

/** An empty message empties the comment; without one, what was said before stays. */
function withWord(mark: number, message: string | undefined): SurveyAnswer {
  return { mark, ...(message === undefined ? {} : { comment: message.trim() }) }
}

/**
 * The mark, chosen from the scale, then a word about it, from which one may go back to the mark. `bare`: a mark that is
 * chosen already, and needs a word.
 */
async function askMark({ survey, scale, message }: Asked, context: Context, bare?: number): Promise<SurveyAnswer> {
  let mark = bare ?? survey.mark ?? scale.usual ?? scale.highest
  let comment = message ?? survey.comment ?? ''
  let isNeeded = bare !== undefined
  await inTurn(
    message === undefined ? ['mark', 'comment'] : ['mark'],
    async (step) => {
      if (step === 'mark') mark = await chosenMark(survey.ticketId, scale, mark, context)
      else comment = await askComment(comment, isNeeded, context)
    },
    {
      from: isNeeded ? 1 : 0,
      leave: (_step, typed) => {
        comment = typed || comment
        isNeeded = false
      },
    },
  )
  return { mark, comment: comment.trim() }
}

function chosenMark(id: number, { lowest, highest }: Scale, usual: number, { prompts, t }: Context): Promise<number> {
  const marks = Array.from({ length: highest - lowest + 1 }, (_, place) => highest - place)
  return prompts.select<number>({
    message: t('rate.question', { id, lowest, highest }),
    choices: marks.map((value) => ({ name: t('rate.choice', { mark: value, highest }), value, number: value })),
    default: usual,
  })
}

function askComment(before: string, isNeeded: boolean, { prompts, t }: Context): Promise<string> {
  return prompts.input({
    message: t(before === '' && !isNeeded ? 'rate.comment' : 'rate.comment-there'),
    default: before,
    mayBeEmpty: !isNeeded,
    back: true,
    validate: (typed) => !isNeeded || typed.trim() !== '' || t('login.empty'),
  })
}
