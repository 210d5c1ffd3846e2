import { Cancelled } from '../../../../errors/error.ts'
import type { OpenForm } from '../../../../glpi/forms/open-form.ts'
import { unlessBack } from '../../../../terminal/prompts/went-back.ts'
import { answerText, viewFormRequest } from '../../../../views/form/form-request.ts'
import { notification } from '../../../../views/ticket/request.ts'
import { lookOf } from '../../../output.ts'
import { warnOfPassword } from '../../field/password-in-text.ts'
import type { FormRequest } from '../form-request.ts'
import type { ExtraStep } from './extra-steps.ts'
import type { FormAsking } from './form-asking.ts'
import type { FormInHand, Step } from './form-in-hand.ts'
import { FormInterview } from './form-interview.ts'

/** Asks for what is not known yet of the answers to a form; undefined where an article of the FAQ answers the request. */
export async function askForm(
  open: OpenForm,
  known: Partial<FormRequest>,
  asking: FormAsking,
): Promise<FormRequest | undefined> {
  const interview = new FormInterview(open, known, asking)
  if (await interview.ask()) return undefined
  interview.requireButton()
  return interview.hand.request
}

/** The same, and shows the whole request before it leaves: until it is to be sent, all of it may be changed. */
export async function askAndConfirmForm(
  open: OpenForm,
  known: Partial<FormRequest>,
  asking: FormAsking,
): Promise<FormRequest | undefined> {
  const interview = new FormInterview(open, known, asking)
  for (;;) {
    if (await interview.ask()) return undefined
    const decision = await lookOver(interview, asking)
    if (decision === 'send') return interview.hand.request
    if (decision === 'stop') throw new Cancelled('ticket-stopped')
    if (decision === 'change') await changeOne(interview, asking)
    else interview.goBack()
  }
}

type Decision = 'send' | 'change' | 'stop'

/** Shows the whole request, and asks what is to become of it; undefined where the person went back. */
function lookOver(interview: FormInterview, { context, related, url }: FormAsking): Promise<Decision | undefined> {
  const { prompts, t, terminal } = context
  const { walk, request } = interview.hand
  const { page, maySend } = walk
  terminal.show(viewFormRequest(page, request, lookOf(context, terminal.noteStyle), { brief: true, related }))
  const answers = Object.values(request.answers)
  warnOfPassword(
    answers.flatMap((answer) => ('text' in answer ? [answer.text] : [])),
    context,
  )
  if (!maySend) terminal.remark('new.form-not-offered', { title: page.title, url })
  const send = { name: t('new.send'), value: 'send' as const }
  return unlessBack(
    prompts.select<Decision>({
      message: maySend ? t('new.question.send') : t('ask-form.what-now'),
      choices: [
        ...(maySend ? [send] : []),
        { name: t('new.change'), value: 'change' },
        { name: t('new.stop'), value: 'stop' },
      ],
      default: maySend ? 'send' : 'change',
      back: interview.mayGoBack,
    }),
  )
}

/** Asks one thing anew; nothing is changed where the person leaves it. */
async function changeOne(interview: FormInterview, { context }: FormAsking): Promise<void> {
  const { prompts, t } = context
  for (;;) {
    const step = await unlessBack(
      prompts.search<Step | 'nothing'>({
        message: t('new.question.change'),
        choices: [
          ...interview.steps.map((one) => ({ name: nameOf(one, interview.hand, context), value: one })),
          { name: t('new.change-nothing'), value: 'nothing' },
        ],
        back: true,
      }),
    )
    if (!step || step === 'nothing') return
    const isChanged = await unlessBack(interview.hand.ask(step, true).then(() => true))
    if (isChanged) return
  }
}

function nameOf(step: Step, { walk, extras, request }: FormInHand, context: FormAsking['context']): string {
  const { t, terminal } = context
  const look = { ...lookOf(context, terminal.noteStyle), width: Number.POSITIVE_INFINITY }
  const none = t('request.none')
  if (typeof step !== 'string') {
    const answer = walk.answerTo(step)
    const value = answer ? answerText(step, answer, look, { brief: true }).replace(/\s+/g, ' ') : none
    return t('edit.choice', { field: step.label.trimEnd().replace(/[:?]$/, '').trimEnd(), value })
  }
  const named: Record<ExtraStep, { field: string; value: string }> = {
    'for-whom': { field: t('request.on-behalf-of'), value: extras.onBehalfOf?.label ?? t('ask-form.for-myself') },
    files: { field: t('request.files'), value: extras.loose.map(({ name }) => name).join(', ') || none },
    notify: { field: t('request.notify'), value: notification(request, t) },
    email: { field: t('request.email'), value: extras.email ?? none },
  }
  return t('edit.choice', named[step])
}
