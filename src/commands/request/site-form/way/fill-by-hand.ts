import type { Context } from '../../../../app/context.ts'
import { keepTyping } from '../../../../drafts/keep-typing.ts'
import { resumeHint } from '../../../../drafts/resume-hint.ts'
import { MissingInformation } from '../../../../errors/error.ts'
import type { GivenFile } from '../../file-option.ts'
import { type FillOptions, tellOpening } from '../../fill-request.ts'
import { suggestionsFor } from '../../suggest.ts'
import { askAndConfirmForm, askForm } from '../ask/ask-form.ts'
import { rememberForm } from '../ask/choose-form.ts'
import type { ExtraStep } from '../ask/extra-steps.ts'
import type { AskedBefore, FormAsking } from '../ask/form-asking.ts'
import type { UnfinishedAnswer } from '../draft/kept-form.ts'
import type { FormRequest } from '../form-request.ts'
import { isEmptyAnswer } from '../preset-answers.ts'
import { placedQuestions } from '../question-name.ts'
import { type FormCall, type KnownAnswers, knownAnswers, wrongWords } from './fill-form.ts'

/**
 * The whole request by a form, where a person is asked for what is not known yet; undefined where an article of the FAQ
 * answers it. Rejects with `MissingInformation` that names all that is wrong with what was given.
 */
export async function fillFormByHand(
  call: FormCall,
  options: FillOptions,
  context: Context,
): Promise<FormRequest | undefined> {
  const { form, given, kept } = call
  const { open, url } = form
  const { terminal, settings, t } = context
  const known = await terminal.during(t('terminal.waiting'), knownAnswers(call, context))
  const lines = [...known.understood.problems, ...wrongWords(given, open.page, t)]
  if (lines.length > 0)
    throw new MissingInformation('nothing-sent', undefined, {
      lines,
      hint: { key: 'new.form-hint', parameters: { id: open.page.id } },
    })
  const keep = async (part: Partial<FormRequest>, unfinished?: UnfinishedAnswer) => {
    try {
      return await kept.saveForm(open.page, part, unfinished)
    } finally {
      // Between two questions Ctrl-C ends it all at once.
      context.ifInterrupted(kept.open && resumeHint(kept.open))
    }
  }
  const platform = await context.platform()
  const asking: FormAsking = {
    ...{ context, url, brief: options.yes ?? false, typed: known.recalled.typed, related: kept.relatedTicket },
    recalled: askedBefore(call, known),
    keep: options.dryRun ? async () => undefined : keepTyping(keep, context),
    opening: (count) => {
      tellOpening(count, kept.draft, options, context)
      // What a draft holds stands apart from what comes next.
      if (kept.draft && count > 0) terminal.show('\n')
    },
    suggest: (title) =>
      options.suggest !== false && settings.suggest ? suggestionsFor(title, platform, context) : undefined,
  }
  const ask = options.dryRun || options.yes ? askForm : askAndConfirmForm
  const request = await ask(open, knownRequest(call, known), asking)
  if (!request) return undefined
  tellHidden(call, known, request, context)
  await rememberForm(open.page, context)
  return request
}

/** What is not to be asked: what the options say, above what a draft recalls. */
function knownRequest({ given, attach }: FormCall, { recalled, understood, said }: KnownAnswers): Partial<FormRequest> {
  const { known } = recalled
  const { notify, email } = given.flags
  const files = [...understood.files, ...understood.attached, ...filesBefore(recalled, attach !== undefined)]
  const isInformed = notify ?? (email === undefined ? undefined : true)
  return {
    ...known,
    answers: said,
    ...(files.length > 0 && { files }),
    ...(isInformed !== undefined && { notify: isInformed }),
    ...(email !== undefined && { email: email.trim() }),
  }
}

/** What a draft holds of the answers, and no option says: that may be gone back to. */
function askedBefore({ given, attach }: FormCall, { recalled, understood }: KnownAnswers): AskedBefore {
  const { answers = {}, onBehalfOf, notify, email, files } = recalled.known
  const isSaid = given.flags.notify !== undefined || given.flags.email !== undefined
  const steps: Array<ExtraStep | undefined | false> = [
    onBehalfOf && given.flags.onBehalfOf === undefined && 'for-whom',
    files && attach === undefined && 'files',
    notify !== undefined && !isSaid && 'notify',
    email !== undefined && !isSaid && 'email',
  ]
  const questions = Object.keys(answers).map(Number)
  return {
    questions: new Set(questions.filter((id) => !(id in understood.answers))),
    unfinished: recalled.unfinished,
    steps: new Set(steps.filter((step) => typeof step === 'string')),
  }
}

/** What this call attaches is in the place of what a draft names without a question. */
function filesBefore({ known }: KnownAnswers['recalled'], attaches: boolean): GivenFile[] {
  const { files = [], answers = {} } = known
  const answering = Object.values(answers).flatMap((one) => ('files' in one ? one.files.map(({ path }) => path) : []))
  return attaches ? files.filter(({ fullPath }) => answering.includes(fullPath)) : files
}

/** What was given, and the form did not ask for with these answers. */
function tellHidden(
  { form: { open } }: FormCall,
  { understood }: KnownAnswers,
  { answers }: FormRequest,
  { terminal }: Context,
): void {
  for (const { question } of placedQuestions(open.page))
    if (!answers[question.id] && !isEmptyAnswer(understood.answers[question.id]))
      terminal.warn('ask-form.not-asked', { label: question.label })
}
