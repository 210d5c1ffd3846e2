import { Cancelled } from '../../errors/error.ts'
import { unlessBack } from '../../terminal/prompts/went-back.ts'
import { requestValue, viewRequest } from '../../views/ticket/request.ts'
import { lookOf } from '../output.ts'
import { warnOutsideContract } from './contract-category.ts'
import { warnOfPassword } from './field/password-in-text.ts'
import type { Started } from './field/recall-request.ts'
import { type Asking, askedFields, decides, Interview } from './interview.ts'
import { asksNothing, type Keep, labelOf, questions } from './question.ts'
import { missingFields, type Request, withDefaults } from './request.ts'

/** Asks for what is not known yet; undefined where an article of the FAQ answers the request. */
export function ask(known: Partial<Request>, started: Started, asking: Asking): Promise<Request | undefined> {
  return new Interview(known, started, asking).ask()
}

/** The same, and shows the whole request before it leaves: until it is to be sent, all of it may be changed. */
export async function askAndConfirm(
  known: Partial<Request>,
  started: Started,
  asking: Asking,
): Promise<Request | undefined> {
  const interview = new Interview(known, started, asking)
  for (;;) {
    const request = await interview.ask()
    if (!request) return undefined
    const { changed, isToBeSent } = await lookOver(request, asking, interview.mayGoBack)
    if (isToBeSent) return changed
    interview.goBack(changed)
  }
}

/** Shows the whole request and asks: send, change something, or stop; `isToBeSent` is false where the person went back. */
async function lookOver(
  request: Request,
  asking: Asking,
  back: boolean,
): Promise<{ changed: Request; isToBeSent: boolean }> {
  const { context, related } = asking
  const { prompts, t, terminal } = context
  let changed = request
  for (;;) {
    terminal.show(viewRequest(changed, lookOf(context, terminal.noteStyle), { brief: true, related }))
    warnOutsideContract(changed, context)
    warnOfPassword([changed.title, changed.description], context)
    const decision = await unlessBack(
      prompts.select({
        message: t('new.question.send'),
        choices: [
          { name: t('new.send'), value: 'send' },
          { name: t('new.change'), value: 'change' },
          { name: t('new.stop'), value: 'stop' },
        ],
        default: 'send',
        back,
      }),
    )
    if (decision === 'stop') throw new Cancelled('ticket-stopped')
    if (decision !== 'change') return { changed, isToBeSent: decision === 'send' }
    changed = await changeOne(changed, asking)
  }
}

/** The request with one field answered anew; as it was, where the person went back. */
async function changeOne(request: Request, asking: Asking): Promise<Request> {
  const { form, keep, context } = asking
  const { prompts, t, terminal } = context
  const look = { ...lookOf(context, terminal.noteStyle), width: Number.POSITIVE_INFINITY }
  const choices = askedFields
    .filter((field) => !asksNothing(field, request, form))
    .map((field) => ({
      name: t('edit.choice', { field: t(labelOf(field)), value: requestValue(field, request, look) }),
      value: field,
    }))
  for (;;) {
    const field = await unlessBack(
      prompts.select<keyof Request | 'nothing'>({
        message: t('new.question.change'),
        choices: [...choices, { name: t('new.change-nothing'), value: 'nothing' }],
        back: true,
      }),
    )
    if (!field || field === 'nothing') return request
    const keepPart: Keep = (part, typed) => keep({ ...request, ...part }, { field, typed })
    const answers = await unlessBack(questions[field](request, form, context, keepPart, { back: true }))
    if (!answers) continue
    const changed = await withWanted({ ...request, ...answers }, field, asking)
    await keep(changed)
    return changed
  }
}

/** The request, with what the form wants since another type or category was chosen, and only then. */
async function withWanted(request: Request, changed: keyof Request, asking: Asking): Promise<Request> {
  if (!decides(changed, asking.form)) return request
  const { keep, context } = asking
  const followed = await asking.follow(request)
  asking.form = followed.form
  let whole = withDefaults(followed.request, asking.form, context.settings)
  for (const field of missingFields(whole, asking.form)) {
    const keepPart: Keep = (part, typed) => keep({ ...whole, ...part }, { field, typed })
    whole = { ...whole, ...(await questions[field](whole, asking.form, context, keepPart)) }
  }
  return whole
}
