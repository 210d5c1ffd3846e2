import type { Context } from '../../app/context.ts'
import { Cancelled } from '../../errors/error.ts'
import type { TicketForm } from '../../itil/ticket-form.ts'
import { viewRequest } from '../../views/ticket/request.ts'
import { lookOf } from '../output.ts'
import { warnOutsideContract } from './contract-category.ts'
import { type Keep, labelOf, questions } from './question.ts'
import { missingFields, type Request, withDefaults } from './request.ts'
import type { Started, Unfinished } from './request-draft.ts'
import type { Suggestions } from './suggest.ts'

/** What asking needs beside what is known. */
export interface Asking {
  form: TicketForm
  /** Puts what is known so far on disk; the answer to one question may be `unfinished`. */
  keep(request: Partial<Request>, unfinished?: Unfinished): Promise<unknown>
  context: Context
  /** Only what cannot be done without. */
  brief: boolean
  /** Looks for articles about a title, where they are wanted. */
  suggest(title: string): Suggestions | undefined
}

/** In this order. */
const fields = [
  'type',
  'urgency',
  'notify',
  'email',
  'equipment',
  'category',
  'title',
  'description',
  'files',
] as const satisfies (keyof Request)[]

/** Milliseconds: nobody notices; what comes later is offered after the next question. */
const soon = 500

/** Asks for what is not known yet; undefined where an article of the FAQ answers the request. */
export async function ask(
  known: Partial<Request>,
  started: Started,
  { form, keep, context, brief, suggest }: Asking,
): Promise<Request | undefined> {
  let request = known
  let suggestions: Suggestions | undefined
  for (const field of fieldsToAsk(known, form, brief)) {
    const soFar = { ...withDefaults(request, form, context.settings), files: started.files }
    const keepPart: Keep = (part, typed) => keep({ ...request, ...part }, { field, typed })
    const answers = await questions[field](soFar, form, context, keepPart, started.typed)
    request = { ...request, ...answers }
    await keep(request)
    if (field === 'title') suggestions = suggest(request.title ?? '')
    if (await suggestions?.offer(field === 'title' ? soon : 0)) return undefined
  }
  return withDefaults(request, form, context.settings)
}

function fieldsToAsk(known: Partial<Request>, form: TicketForm, brief: boolean): (keyof Request)[] {
  const missing = new Set<string>(missingFields(known, form))
  return fields.filter((field) => {
    if (field === 'type') return false
    if (brief) return missing.has(field)
    return !(field in known) || missing.has(field)
  })
}

/** Shows the whole request and asks: send, change something, or stop. */
export async function confirm(request: Request, asking: Asking): Promise<Request> {
  const { form, keep, context } = asking
  const { prompts, t, terminal } = context
  terminal.show(viewRequest(request, lookOf(context, terminal.noteStyle), { brief: true }))
  warnOutsideContract(request, context)
  const decision = await prompts.select({
    message: t('new.question.send'),
    choices: [
      { name: t('new.send'), value: 'send' },
      { name: t('new.change'), value: 'change' },
      { name: t('new.stop'), value: 'stop' },
    ],
    default: 'send',
  })
  if (decision === 'stop') throw new Cancelled('ticket-stopped')
  if (decision === 'send') return request
  const field = await prompts.select({
    message: t('new.question.change'),
    choices: [
      ...fields.map((name) => ({ name: t(labelOf(name)), value: name })),
      { name: t('new.change-nothing'), value: 'nothing' as const },
    ],
  })
  if (field === 'nothing') return confirm(request, asking)
  const keepPart: Keep = (part, typed) => keep({ ...request, ...part }, { field, typed })
  const changed = { ...request, ...(await questions[field](request, form, context, keepPart)) }
  await keep(changed)
  return confirm(changed, asking)
}
