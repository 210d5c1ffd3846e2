import type { Context } from '../../../app/context.ts'
import { resumeCommand, shortId } from '../../../drafts/describe.ts'
import type { TicketDraft } from '../../../drafts/draft.ts'
import type { OpenDraft } from '../../../drafts/drafts.ts'
import { whileKept } from '../../../drafts/explain.ts'
import { Cancelled, MissingInformation, NotAllowed, type Problem, WrongUsage } from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import type { TicketForm } from '../../../itil/ticket-form.ts'
import { type ChosenFields, fieldsOf, toJson } from '../../../records/records.ts'
import { requestShape, ticketShape } from '../../../records/ticket-shape.ts'
import { viewDraft } from '../../../views/draft.ts'
import { requestRecord, viewRequest } from '../../../views/request.ts'
import { lookOf } from '../../output.ts'
import { checkFiles } from '../file-option.ts'
import { readLongText } from '../long-text.ts'
import { warnOutsideContract } from './contract-category.ts'
import { createTicket } from './create-ticket.ts'
import { tellWhereItGoes, unlessOpen } from './dedupe.ts'
import { fieldsToAsk, type QuestionField, questionFields, questions } from './question.ts'
import { missingFields, type Request, type RequestFlags, understand, withDefaults } from './request.ts'
import {
  announceUnfinished,
  type RequestDraft,
  recall,
  requestDraft,
  type Started,
  sentRequest,
} from './request-draft.ts'
import { type Suggestions, suggestionsFor } from './suggest.ts'
import { isThisMachine, machineAmong } from './this-machine.ts'

export interface NewOptions extends RequestFlags {
  descriptionFile?: string
  attach?: string[]
  yes?: boolean
  dryRun?: boolean
  refresh?: boolean
  /** False with `--no-suggest`. */
  suggest?: boolean
  /** True: the newest draft; else the number of one. */
  resume?: true | string
  dedupe?: string
  json?: ChosenFields
  jsonSchema?: boolean
}

/** Opens a ticket: understands the flags, asks for the rest, shows it all, sends it, then its files. */
export async function openTicket(options: NewOptions, context: Context): Promise<void> {
  const { terminal } = context
  if (options.json !== undefined)
    fieldsOf(options.json, Object.keys((options.dryRun ? requestShape : ticketShape).fields))
  if (options.dedupe?.trim() === '') throw new WrongUsage('empty-key')
  const given = await readDescription(options, context)
  const platform = await context.platform()
  const { person } = await platform.session()
  if (person.opensNone) throw new NotAllowed('opens-none', { profile: person.profile.name })
  const kept = await requestDraft(options.resume, platform, context)
  if (options.dedupe !== undefined) kept.isAbout(options.dedupe)
  try {
    if (kept.open && kept.wasSent) return await goOn(kept.open, given.flags, platform, options, context)
    if (terminal.interactive && !kept.draft) await announceUnfinished(platform, context)
    const fill = () => complete(given, kept, platform, options, context)
    const request = await whileKept(context, () => kept.draft, fill)
    if (request === answered) return await forget(kept, context)
    if (options.dryRun) {
      showOnly(request, options, context)
      return kept.keyMark === undefined ? undefined : await tellWhereItGoes(kept.keyMark, platform, context)
    }
    const open = await kept.save(request)
    const send = () => createTicket(request, open, platform, options.json, context)
    if (kept.keyMark === undefined) return await send()
    await unlessOpen({ mark: kept.keyMark, request, open, send }, platform, options.json, context)
  } finally {
    await kept.release()
  }
}

/** In the place of a request: an article of the FAQ answers it. */
const answered = Symbol('answered')

async function forget(kept: RequestDraft, { terminal }: Context): Promise<void> {
  await kept.remove()
  terminal.note('suggest.done')
}

/** A request that was sent stays as it is; what is missing of it is sent now. */
async function goOn(
  open: OpenDraft<TicketDraft>,
  flags: RequestFlags,
  platform: Platform,
  options: NewOptions,
  context: Context,
): Promise<void> {
  const { resume: _resume, yes: _yes, json: _json, suggest: _suggest, ...others } = { ...options, ...flags }
  if (Object.values(others).some((value) => value !== undefined)) {
    throw new WrongUsage('draft-already-sent', { id: shortId(open.draft), command: resumeCommand(open.draft) })
  }
  await createTicket(sentRequest(open.draft), open, platform, options.json, context)
}

/** The whole request: what a draft recalls, what the flags say, what the person answers. */
async function complete(
  { flags, problems: textProblems }: ReadFlags,
  kept: RequestDraft,
  platform: Platform,
  options: NewOptions,
  context: Context,
): Promise<Request | typeof answered> {
  const { terminal } = context
  const form = await readForm(platform, options, context)
  const recalled = kept.draft ? await recall(kept.draft, form, context) : { known: {}, started: { files: [] } }
  const about = await namingMachine(flags, form, context)
  const { request, problems } = understand(about.flags, form, context.t)
  const known = { ...recalled.known, ...request }
  const { files, problems: fileProblems } = await checkFiles(options.attach ?? [], context, form.fileLimit)
  if (options.attach) known.files = files
  const missing = terminal.interactive ? [] : missingFields(known, form)
  refuseWrong({ choices: [...problems, ...about.problems], text: textProblems, files: fileProblems }, missing)

  if (!terminal.interactive) {
    return warned(withDefaults({ files: recalled.started.files, ...known }, form, context.settings), context)
  }
  if (kept.draft) showRecalled(kept.draft, context)
  const asking: Asking = {
    form,
    keep: options.dryRun ? async () => undefined : (part, unfinished) => kept.save(part, unfinished),
    context,
    suggest: (title) =>
      options.suggest !== false && context.settings.suggest ? suggestionsFor(title, platform, context) : undefined,
  }
  const asked = await ask(known, recalled.started, asking, options.yes ?? false)
  if (asked === answered) return answered
  return options.yes || options.dryRun ? warned(asked, context) : confirm(asked, asking)
}

function warned(request: Request, context: Context): Request {
  warnOutsideContract(request, context)
  return request
}

/** What a question needs beside what is known. */
interface Asking {
  form: TicketForm
  /** Puts what is known so far on disk; the answer to one question may be `unfinished`. */
  keep(request: Partial<Request>, unfinished?: QuestionField): Promise<unknown>
  context: Context
  /** Looks for articles about a title, where they are wanted. */
  suggest(title: string): Suggestions | undefined
}

/** What was given before, so that nobody wonders why it is not asked again. */
function showRecalled(draft: TicketDraft, context: Context): void {
  const { terminal } = context
  terminal.note('draft.taken-up')
  terminal.show(viewDraft(draft, lookOf(context, terminal.noteStyle)))
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
  const absent = missing.filter((field) => !given.has(field)).map((field): Problem => ({ key: `new.missing.${field}` }))
  const lines = [...wrong, ...absent]
  if (lines.length === 0) return
  const isFormWrong = choices.length + absent.length > 0
  const hint = { key: isFormWrong ? 'new.nothing-sent-hint' : 'new.put-right-hint' } as const
  throw new MissingInformation('nothing-sent', undefined, { lines, hint })
}

interface ReadFlags {
  flags: RequestFlags
  problems: Problem[]
}

async function readDescription({ descriptionFile, ...options }: NewOptions, context: Context): Promise<ReadFlags> {
  if (descriptionFile === undefined) return { flags: options, problems: [] }
  if (options.description !== undefined) throw new WrongUsage('two-descriptions')
  try {
    return { flags: { ...options, description: await readLongText(descriptionFile, context) }, problems: [] }
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error
    return { flags: options, problems: [{ field: 'description', ...error.text }] }
  }
}

/** The same flags, with the number of this machine where they name it so. */
async function namingMachine(flags: RequestFlags, form: TicketForm, { nameplate }: Context): Promise<ReadFlags> {
  const { about, ...others } = flags
  if (!isThisMachine(about)) return { flags, problems: [] }
  const found = machineAmong(await nameplate(), form)
  return 'key' in found
    ? { flags: { ...others, about: found.key }, problems: [] }
    : { flags: others, problems: [found.problem] }
}

async function readForm(platform: Platform, { refresh }: NewOptions, { terminal, t }: Context): Promise<TicketForm> {
  const reading = platform.form.read({ refresh: refresh ?? false })
  const form = await terminal.during(t('terminal.waiting'), reading)
  if (form.source === 'none') {
    terminal.warn('new.no-form', { reason: form.reason ? t(form.reason) : '' })
  }
  return form
}

/** Milliseconds: nobody notices; what comes later is offered after the next question. */
const soon = 500

async function ask(
  known: Partial<Request>,
  started: Started,
  { form, keep, context, suggest }: Asking,
  brief: boolean,
): Promise<Request | typeof answered> {
  let request = known
  let suggestions: Suggestions | undefined
  for (const field of fieldsToAsk(known, form, brief)) {
    const soFar = { ...withDefaults(request, form, context.settings), ...started }
    const keepPart = (part: Partial<Request>) => keep({ ...request, ...part }, field)
    const answers = await questions[field](soFar, form, context, keepPart)
    request = { ...request, ...answers }
    await keep(request)
    if (field === 'title') suggestions = suggest(request.title ?? '')
    if (await suggestions?.offer(field === 'title' ? soon : 0)) return answered
  }
  return withDefaults(request, form, context.settings)
}

function showOnly(request: Request, { json }: NewOptions, context: Context): void {
  const { terminal } = context
  if (json === undefined) terminal.print(viewRequest(request, lookOf(context)))
  else terminal.print(toJson(requestRecord(request), json))
  terminal.note('new.dry-run')
}

/** Shows the whole request and asks: send, change something, or stop. */
async function confirm(request: Request, asking: Asking): Promise<Request> {
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
      ...questionFields.map((name) => ({ name: t(fieldLabels[name]), value: name })),
      { name: t('new.change-nothing'), value: 'nothing' as const },
    ],
  })
  if (field === 'nothing') return confirm(request, asking)
  const keepPart = (part: Partial<Request>) => keep({ ...request, ...part }, field)
  const changed = { ...request, ...(await questions[field]({ ...request, files: [] }, form, context, keepPart)) }
  await keep(changed)
  return confirm(changed, asking)
}

const fieldLabels = {
  type: 'request.type',
  urgency: 'request.urgency',
  notify: 'request.notify',
  email: 'request.email',
  equipment: 'request.equipment',
  category: 'request.category',
  title: 'request.subject',
  description: 'request.description',
  files: 'request.files',
} as const
