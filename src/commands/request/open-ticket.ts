import type { Context } from '../../app/context.ts'
import { resumeCommand, shortId } from '../../drafts/describe.ts'
import type { TicketDraft } from '../../drafts/draft.ts'
import type { OpenDraft } from '../../drafts/drafts.ts'
import { beforeSending, isForGood, lost } from '../../drafts/resume-hint.ts'
import { type IpeosError, NotAllowed, type Problem, WrongUsage } from '../../errors/error.ts'
import type { Platform } from '../../glpi/platform.ts'
import { type ChosenFields, fieldsOf } from '../../records/chosen-fields.ts'
import { requestShape } from '../../records/ticket/request.ts'
import { ticketShape } from '../../records/ticket/ticket.ts'
import { ownRelated } from './arrival/related.ts'
import { imagesOf, namesOf } from './attachment/given-images.ts'
import { type Arrival, sendRequest } from './dedupe.ts'
import type { FillOptions } from './fill-request.ts'
import { readableFiles, refuseTwice } from './given-stream.ts'
import { readLongText } from './given-text.ts'
import { joinWaiting } from './join-waiting.ts'
import { everyOr } from './left-out.ts'
import { offerUnfinished } from './offer-unfinished.ts'
import { type DraftOptions, type RequestDraft, requestDraft } from './request-draft.ts'
import type { GivenFlags, NewWords } from './site-form/form-flags.ts'
import { type Filled, filled } from './site-form/way/fill-way.ts'
import { pipedWords, readFormWords } from './site-form/way/form-words.ts'
import { leaveOutEmpty, spooled } from './spooled-request.ts'
import { failOnLostFiles, printForScripts, tellArrival } from './tell-ticket.ts'

export interface NewOptions extends NewWords, FillOptions, DraftOptions {
  descriptionFile?: string
  json?: ChosenFields
  jsonSchema?: boolean
  /** The form in the browser is wanted instead. */
  web?: boolean
}

/** Opens a ticket: understands the flags, asks for the rest, shows it all, sends it, then its files. */
export async function openTicket(options: NewOptions, context: Context): Promise<void> {
  const isUnasked = !context.terminal.interactive && options.resume === undefined
  const insists = isUnasked && options.bestEffort === true
  const dedupeEvery = everyOr(options, insists, context)
  if (dedupeEvery === undefined) delete options.dedupeEvery
  if (insists) leaveOutEmptyKey(options, context)
  refuseMeaningless(options)
  const given = await whatIsGiven(options, isUnasked, context)
  const begun =
    isUnasked && !options.dryRun
      ? await spooled(given, options, context, context.unready ? { keep: true } : {})
      : undefined
  const print = (id: number, link: string) => printForScripts(id, link, options.json, context)
  const asks = !options.yes && !options.unattended
  const tell = (arrival: Arrival, open: OpenDraft<TicketDraft>) => tellArrival(arrival, open, print, context, { asks })
  await deliver(begun, given, options, context, tell).catch((error: unknown) => {
    if (error !== context.unready || !context.unready || !begun) throw error
    throw stoppedUnready(context.unready, begun, context)
  })
}

/** Settings that cannot be read keep all that is given here, until they are put right. */
function stoppedUnready(error: IpeosError, begun: OpenDraft<TicketDraft>, context: Context): IpeosError {
  if (begun.draft.unkept) return lost(error, begun, context)
  return error.whereKept({ key: 'draft.kept', parameters: { command: 'ipeos draft send --all' } })
}

/** Brings a request to where it belongs, and tells that; what stands on disk already is kept until then. */
export async function deliver(
  begun: OpenDraft<TicketDraft> | undefined,
  given: GivenFlags,
  options: NewOptions,
  context: Context,
  tell: (arrival: Arrival, open: OpenDraft<TicketDraft>) => Promise<void>,
): Promise<void> {
  let kept: RequestDraft | undefined
  try {
    const sending = await beforeSending(begun, context, async (): Promise<Filled | undefined> => {
      try {
        await refuseUnlessAllowed(await context.platform())
        const title = await ownRelated(options, begun, context)
        const chosen = begun ? options : await offerUnfinished(options, context)
        kept = await requestDraft(chosen, begun, context)
        kept.nameRelated(title)
        if (!begun) kept.lose(given.lostFiles ?? 0)
        if (kept.sent) return { draft: unchanged(kept.sent, chosen) }
        const over = await kept.ofWhatIsOver(context)
        return over ? { draft: over } : await filled(given, kept, chosen, context)
      } catch (error) {
        if (begun && (begun.draft.keep || !isForGood(error))) await joinWaiting(begun, context)
        throw error
      }
    })
    if (!sending) return
    const { draft: open, opened } = sending
    const arrival = await sendRequest(open, context, opened)
    await tell(arrival, open)
    failOnLostFiles(arrival, open.draft)
  } finally {
    await kept?.release()
  }
}

/** The flags with the text of the file that they name; of what is wrong, all that a script wants done without is a note. */
async function whatIsGiven(options: NewOptions, isUnasked: boolean, context: Context): Promise<GivenFlags> {
  const piped = [options.descriptionFile, ...(options.attach ?? [])].filter((word) => word === '-').length
  refuseTwice(piped + pipedWords(options))
  const said = await givenFlags(options, isUnasked, context)
  const read = { ...said, flags: { ...said.flags, ...(await readFormWords(options, context)) } }
  const isMadeDo = isUnasked && options.bestEffort
  const lost: Problem[] = []
  const onLost = ({ text }: Pick<IpeosError, 'text'>): void => {
    lost.push({ key: 'new.noted-file', parameters: { reason: context.t(text) } })
  }
  if (options.attach || options.attachName)
    options.attach = await readableFiles(options, context, isMadeDo ? onLost : undefined)
  if (!isUnasked) return withImages(read, options, context)
  if (!options.bestEffort) {
    if (!options.dryRun) await leaveOutEmpty(options, context)
    return withImages(read, options, context)
  }
  const { madeDo } = await import('./best-effort.ts')
  const problems = [...read.problems, ...lost]
  const { given, attach } = await madeDo({ ...read, problems }, options, context)
  if (attach) options.attach = attach
  return { ...given, lostFiles: (given.lostFiles ?? 0) + lost.length }
}

/** Takes the images along that the description names, as files: the text names each by the name of its file. */
async function withImages(read: GivenFlags, options: NewOptions, context: Context): Promise<GivenFlags> {
  const { description } = read.flags
  const drawn = await imagesOf(description, options.descriptionFile, namesOf(options.attach ?? []), context)
  if (drawn.images.length > 0)
    options.attach = [...(options.attach ?? []), ...drawn.images.map(({ fullPath }) => fullPath)]
  const problems = drawn.problems.map((problem): Problem => ({ ...problem, field: 'description' }))
  return {
    ...read,
    flags: { ...read.flags, ...(description !== undefined && { description: drawn.text }) },
    problems: [...read.problems, ...problems],
  }
}

/** An empty variable of a script: without a key the alert arrives all the same. */
function leaveOutEmptyKey(options: NewOptions, { terminal }: Context): void {
  const isEmpty = options.dedupe?.trim() === ''
  const isAlone = options.dedupe === undefined && options.dedupeEvery !== undefined
  if (!isEmpty && !isAlone) return
  terminal.warn(isEmpty ? 'new.empty-key' : 'new.every-without-key')
  delete options.dedupe
  delete options.dedupeEvery
}

/** Throws `WrongUsage` for what nobody can mean, before anything is read or asked. */
function refuseMeaningless({ json, dryRun, dedupe, dedupeEvery, resume }: NewOptions): void {
  if (json !== undefined) fieldsOf(json, Object.keys((dryRun ? requestShape : ticketShape).fields))
  if (dedupe?.trim() === '') throw new WrongUsage('empty-key')
  if (dedupeEvery !== undefined && dedupe === undefined && resume === undefined)
    throw new WrongUsage('every-without-key')
}

/** The flags, with the text of the file that they name. */
async function givenFlags(
  { descriptionFile, ...flags }: NewOptions,
  isUnasked: boolean,
  context: Context,
): Promise<GivenFlags> {
  if (descriptionFile === undefined) return { flags, problems: [] }
  if (flags.description !== undefined) throw new WrongUsage('two-descriptions')
  try {
    const mend = isUnasked && flags.bestEffort === true
    const text = await readLongText(descriptionFile, context, { mend })
    const isEmptyLog = descriptionFile === '-' && text.trim() === '' && !context.terminal.interactive
    if (isEmptyLog) context.terminal.warn('new.empty-input')
    const description = isEmptyLog ? context.t('new.nothing-came') : text
    return { flags: { ...flags, description }, problems: [] }
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error
    return { flags, problems: [{ field: 'description', ...error.text }] }
  }
}

async function refuseUnlessAllowed(platform: Platform): Promise<void> {
  const { person } = await platform.session()
  if (person.opensNone) throw new NotAllowed('opens-none', { profile: person.profile.name })
}

/** A request that was sent stays as it is; what is missing of it is sent now. */
function unchanged(
  open: OpenDraft<TicketDraft>,
  { resume: _resume, yes: _yes, json: _json, suggest: _suggest, unattended: _unattended, ...rest }: NewOptions,
): OpenDraft<TicketDraft> {
  const { bestEffort: _bestEffort, ...others } = rest
  if (Object.values(others).every((value) => value === undefined)) return open
  throw new WrongUsage('draft-already-sent', { id: shortId(open.draft), command: resumeCommand(open.draft) })
}
