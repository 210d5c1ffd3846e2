import type { Context } from '../../../app/context.ts'
import type { Survey, SurveyAnswer, SurveyForm } from '../../../itil/survey.ts'

/** The marks that a page offers. */
export type Scale = Exclude<SurveyForm, { url: string }>

interface Asked {
  survey: Survey
  scale: Scale
  /** The comment, where it was given with the command. */
  message: string | undefined
}

/** The mark, chosen from the scale, then a word about it, which may be empty. */
export async function askMark({ survey, scale, message }: Asked, { prompts, t }: Context): Promise<SurveyAnswer> {
  const { lowest, highest, usual } = scale
  const marks = Array.from({ length: highest - lowest + 1 }, (_, place) => highest - place)
  const mark = await prompts.select<number>({
    message: t('rate.question', { id: survey.ticketId, lowest, highest }),
    choices: marks.map((value) => ({ name: t('rate.choice', { mark: value, highest }), value })),
    default: survey.mark ?? usual ?? highest,
  })
  const typed = message ?? (await prompts.input({ message: t('rate.comment'), default: survey.comment ?? '' }))
  return { mark, comment: typed.trim() }
}
