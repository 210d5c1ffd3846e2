import type { Context } from '../../app/context.ts'
import type { TicketDraft } from '../../drafts/draft.ts'
import { keepTyping } from '../../drafts/keep-typing.ts'
import { resumeHint, withResumeHint } from '../../drafts/resume-hint.ts'
import { IpeosError, MissingInformation, type Problem } from '../../errors/error.ts'
import type { Platform } from '../../glpi/platform.ts'
import { freshForm, isGroup, type TicketForm } from '../../itil/ticket-form.ts'
import { viewDraft } from '../../views/draft.ts'
import { viewOpening } from '../../views/ticket/request.ts'
import { lookOf } from '../output.ts'
import { ask, askAndConfirm } from './ask.ts'
import { takenByForm } from './best-effort.ts'
import { warnOutsideContract } from './contract-category.ts'
import { FormFollower } from './field/follow-choice.ts'
import { recall } from './field/recall-request.ts'
import { withoutLocked } from './field/template.ts'
import { isSame, understandObservers } from './field/understand-observers.ts'
import { checkFiles } from './file-option.ts'
import type { Asking } from './interview.ts'
import { missingFields, noLongerOffered, type Request, type RequestFlags, understand, withDefaults } from './request.ts'
import type { RequestDraft, Unfinished } from './request-draft.ts'
import { suggestionsFor } from './suggest.ts'
import { machineFor, namingMachine } from './this-machine.ts'

export interface FillOptions {
  attach?: string[]
  /** Of what comes by a pipe. */
  attachName?: string[]
  yes?: boolean
  dryRun?: boolean
  refresh?: boolean
  /** Nothing is asked, though there is a terminal. */
  unattended?: boolean
  /** False with `--no-suggest`. */
  suggest?: boolean
}

/** What the flags say, and why the text that they name cannot be had. */
interface RequestWords {
  flags: RequestFlags
  problems: Problem[]
}

/**
 * The whole request: what a draft recalls, what the flags say, what the person answers. Undefined where an article of the
 * FAQ answers it. Rejects with `MissingInformation` that names all that is wrong, or missing and cannot be asked.
 */
export function fillRequest(
  given: RequestWords,
  kept: RequestDraft,
  options: FillOptions & { resume?: true | string },
  context: Context,
): Promise<Request | undefined> {
  return withResumeHint(
    context,
    // What a script spooled is told by whoever spooled it.
    () => (kept.draft?.given && options.resume === undefined ? undefined : kept.open),
    () => fill(given, kept, options, context),
  )
}

async function fill(
  { flags, problems: text }: RequestWords,
  kept: RequestDraft,
  options: FillOptions,
  context: Context,
): Promise<Request | undefined> {
  const { terminal, settings, t } = context
  const isAsked = terminal.interactive && !options.unattended
  const platform = await context.platform()
  const base = await readForm(platform, options.refresh, context)
  const follower = new FormFollower(platform, isAsked || options.dryRun === true || kept.isBestEffort, context)
  follower.warnElsewhere(base)
  const asksCategory = isAsked && !options.yes
  const form = await follower.said(base, { flags, draft: kept.draft, asksCategory })
  const { known: recalled, started: begun, gone } = await recall(kept.draft, form, context)
  const about = namingMachine(flags, await machineFor([flags], context), form)
  const said = understand(about.flags, form, t)
  const people = await observersOf(flags, form, platform, context, kept.isBestEffort && !isAsked)
  const { request, problems: locked } = withoutLocked({ ...said.request, ...people.request }, form, t)
  const unclear = await follower.withOtherType(base, said.problems, flags)
  const problems = [...unclear, ...people.problems, ...locked]
  const attached = await checkFiles(options.attach ?? [], context, form.fileLimit)
  const known = {
    ...withoutLocked(recalled, form, t).request,
    ...request,
    ...(options.attach && { files: attached.files }),
  }
  const isSaid = (field: string) => field in request || (field === 'files' && options.attach !== undefined)
  const answered = new Set(Object.keys(recalled).filter((field) => !isSaid(field)))
  const started = { ...begun, answered }
  const choices = [...problems, ...about.problems]
  // What this call attaches is in the place of what the draft names.
  const goneNow = gone.filter(({ field }) => field !== 'files' || !options.attach)
  if (kept.isBestEffort && !isAsked) {
    const files = attached.problems
    kept.lose(files.length + goneNow.filter(({ field }) => field === 'files').length)
    const wrong = { choices: [...goneNow, ...choices], files, missing: missingFields(known, form) }
    const taken = takenByForm({ files: started.files, ...known }, wrong, form, context)
    return toldOfContract(withDefaults(taken, form, settings), context)
  }
  for (const { key, parameters } of goneNow) terminal.warn(key, parameters)
  refuseWrong({ choices, text, files: attached.problems }, isAsked ? [] : missingFields(known, form))

  if (!isAsked) {
    const whole = withDefaults({ files: started.files, ...known }, form, settings)
    // Of a form that could not be read nobody knows whether it would have had an address.
    if (known.notify && !whole.email && form.source !== 'none') terminal.warn('new.no-address')
    return toldOfContract(whole, context)
  }
  const asking: Asking = {
    form,
    follow: (request) => follower.answered(base, request),
    keep: options.dryRun
      ? async () => undefined
      : keepTyping(async (part: Partial<Request>, unfinished?: Unfinished) => {
          try {
            return await kept.save(part, unfinished)
          } finally {
            // Between two questions Ctrl-C ends it all at once.
            context.ifInterrupted(kept.open && resumeHint(kept.open))
          }
        }, context),
    context,
    related: kept.relatedTicket,
    brief: options.yes ?? false,
    opening: (count) => tellOpening(count, kept.draft, options, context),
    suggest: (title) =>
      options.suggest !== false && settings.suggest ? suggestionsFor(title, platform, context) : undefined,
  }
  if (options.dryRun) return toldOfContract(await ask(known, started, asking), context)
  const meant = options.yes
    ? toldOfContract(await ask(known, started, asking), context)
    : await askAndConfirm(known, started, asking)
  return meant && asOffered(meant, platform, follower, asking)
}

/** Whom `--observer` and `--silent-observer` mean; what keeps that from being known is told by the ticket alone, where it is to arrive all the same. */
async function observersOf(
  { observer, silentObserver = [] }: RequestFlags,
  form: TicketForm,
  platform: Platform,
  { t }: Context,
  insists: boolean,
): Promise<{ request: Partial<Request>; problems: Problem[] }> {
  const words = [...(observer ?? []), ...silentObserver]
  if (observer === undefined && silentObserver.length === 0) return { request: {}, problems: [] }
  try {
    const told = await understandObservers(observer ?? [], form, platform.people, t)
    const silent = await understandObservers(silentObserver, form, platform.people, t)
    const others = told.observers.filter((one) => !silent.observers.some((other) => isSame(one, other)))
    const observers = [...others, ...silent.observers.map((one) => ({ ...one, silent: true }))]
    const groups = silent.observers
      .filter(isGroup)
      .map(({ name }): Problem => ({ field: 'observers', key: 'new.group-not-silent', parameters: { name } }))
    return { request: { observers }, problems: [...told.problems, ...silent.problems, ...groups] }
  } catch (error) {
    if (!insists || !(error instanceof IpeosError)) throw error
    const parameters = { names: words.join(', '), reason: t(error.text) }
    return { request: {}, problems: [{ field: 'observers', key: 'new.noted-people-unknown', parameters }] }
  }
}

/** While somebody typed, the platform may have come to offer other things, or to want more: that is asked anew. */
async function asOffered(
  request: Request,
  platform: Platform,
  follower: FormFollower,
  asking: Asking,
): Promise<Request | undefined> {
  const { context } = asking
  const base = await readForm(platform, false, context)
  const follow: Asking['follow'] = (answers) => follower.answered(base, answers)
  const { form } = await follow(request)
  const outdated = noLongerOffered(request, form)
  if (outdated.length === 0) return request
  context.terminal.warn('new.form-changed')
  const known = Object.fromEntries(Object.entries(request).filter(([field]) => !outdated.some((one) => one === field)))
  return askAndConfirm(known, { files: [], typed: {} }, { ...asking, form, follow, opening: () => undefined })
}

/** What a draft that is taken up holds already; of a new request, how it goes. */
export function tellOpening(
  count: number,
  draft: TicketDraft | undefined,
  { yes, dryRun }: FillOptions,
  context: Context,
): void {
  const { terminal } = context
  const look = lookOf(context, terminal.noteStyle)
  if (draft) terminal.note('draft.taken-up')
  // What is complete is shown at the end, before it is sent.
  if (draft && count > 0) terminal.show(viewDraft(draft, look, { brief: true }))
  if (!draft && count > 1 && !yes && !dryRun) terminal.show(viewOpening(count, look))
}

async function readForm(platform: Platform, refresh = false, { terminal, t }: Context): Promise<TicketForm> {
  const form = await terminal.during(t('terminal.waiting'), platform.form.read({ refresh, newerThan: freshForm }))
  if (form.source === 'none') terminal.warn('new.no-form', { reason: form.reason ? t(form.reason) : '' })
  return form
}

interface Wrong {
  choices: Problem[]
  text: Problem[]
  files: Problem[]
}

/** All that is wrong and all that is missing, in one error; what is given, and wrong, is not told as missing too. */
function refuseWrong({ choices, text, files }: Wrong, missing: ReturnType<typeof missingFields>): void {
  const wrong = [...choices, ...text, ...files]
  const given = new Set(wrong.map(({ field }) => field))
  const absent = missing
    .filter((field) => !given.has(field))
    .map((field): Problem => ({ field, key: `new.missing.${field}` }))
  const lines = [...wrong, ...absent]
  if (lines.length === 0) return
  const isFormWrong = choices.length + absent.length > 0
  const hint = { key: isFormWrong ? 'new.nothing-sent-hint' : 'new.put-right-hint' } as const
  throw new MissingInformation('nothing-sent', undefined, { lines, hint })
}

function toldOfContract<Known extends Request | undefined>(request: Known, context: Context): Known {
  if (request) warnOutsideContract(request, context)
  return request
}
