import type { Context } from '../../../../app/context.ts'
import type { FormAnswer } from '../../../../itil/form-answer.ts'
import type { FormQuestion } from '../../../../itil/site-form.ts'
import { viewComment } from '../../../../views/form/asked-form.ts'
import { lookOf } from '../../../output.ts'
import { askForFiles } from '../../attachment/ask-files.ts'
import type { GivenFile } from '../../file-option.ts'
import { checkAnswer } from '../check-answer.ts'
import type { AskedQuestion } from './asked-question.ts'

/** Asks for the files that answer a question, each within its limit and of a type that the site takes. */
export async function askFilesOf(
  { question, files: given, back, keepPart }: AskedQuestion,
  context: Context,
): Promise<FormAnswer> {
  const { t, terminal } = context
  if (question.help) terminal.show(viewComment({ title: '', text: question.help }, lookOf(context, terminal.noteStyle)))
  const files = await askForFiles(
    {
      message: question.label,
      given,
      limit: question.fileLimit ?? (await limitHere(context)),
      needed: question.mandatory ? t('files.needed') : undefined,
      refusal: (file) => refusalOf(question, file, t),
      back,
      keep: async (all) => keepPart(answerWith(all), all),
    },
    context,
  )
  await keepPart(answerWith(files), files)
  return answerWith(files)
}

function refusalOf(question: FormQuestion, file: GivenFile, t: Context['t']): string | undefined {
  const problem = checkAnswer(question, answerWith([file]))
  return problem && t(problem)
}

function answerWith(files: readonly GivenFile[]): FormAnswer {
  return { files: files.map(({ name, fullPath }) => ({ name, path: fullPath })) }
}

/** Bytes of each file that the platform takes. */
export async function limitHere(context: Context): Promise<number> {
  const platform = await context.platform()
  return (await platform.session()).fileLimit
}
