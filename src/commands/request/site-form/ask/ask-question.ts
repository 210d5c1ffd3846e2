import { Failed } from '../../../../errors/error.ts'
import type { FormAnswer } from '../../../../itil/form-answer.ts'
import type { FormQuestion } from '../../../../itil/site-form.ts'
import { isTyped } from '../typed-answer.ts'
import { askFilesOf } from './ask-files-of.ts'
import { askFound } from './ask-found.ts'
import { askListed } from './ask-listed.ts'
import { askTyped } from './ask-typed.ts'
import type { AskedQuestion, QuestionDesk } from './asked-question.ts'
import { asksNothing } from './form-walk.ts'

/** Asks one question of a form, as its kind is asked; what stands there is the default. An empty answer leaves it without. */
export async function askQuestion(asked: AskedQuestion, desk: QuestionDesk): Promise<FormAnswer> {
  const { question } = asked
  if (cannotBeAsked(question)) return leaveOut(asked, desk)
  if (isTyped(question.kind)) return askTyped(question.kind, asked, desk.context)
  if (question.kind === 'file') return askFilesOf(asked, desk.context)
  if (question.kind === 'object' || question.kind === 'person') return askFound(asked, desk)
  return askListed(asked, desk.context)
}

/** A control that nobody knows, or a list on which nothing stands though something of it is needed. */
export function cannotBeAsked(question: FormQuestion): boolean {
  return question.kind === 'unknown' || (question.mandatory && asksNothing(question))
}

/** Throws `Failed` (`form-on-web-alone`) where it may not be left out. */
export function refuseUnasked({ label, mandatory }: FormQuestion, url: string): void {
  if (mandatory) throw new Failed('form-on-web-alone', { label, url })
}

async function leaveOut({ question, back }: AskedQuestion, { context, url }: QuestionDesk): Promise<FormAnswer> {
  refuseUnasked(question, url)
  const { prompts, terminal, t } = context
  const { label } = question
  terminal.warn('ask-form.cannot-ask', { label, url })
  const isLeftOut = await prompts.select({
    message: t('ask-form.leave-out'),
    choices: [
      { name: t('ask-form.leave-out-yes'), value: true },
      { name: t('ask-form.leave-out-no'), value: false },
    ],
    default: true,
    back,
  })
  if (!isLeftOut) throw new Failed('form-on-web-alone', { label, url })
  return { text: '' }
}
