import type { Context } from '../../../../app/context.ts'
import type { TicketDraft } from '../../../../drafts/draft.ts'
import type { OpenDraft } from '../../../../drafts/drafts.ts'
import { isForGood, withResumeHint } from '../../../../drafts/resume-hint.ts'
import { IpeosError, type Problem } from '../../../../errors/error.ts'
import type { OpenForm } from '../../../../glpi/forms/open-form.ts'
import type { ChosenFields } from '../../../../records/chosen-fields.ts'
import { toJson } from '../../../../records/format/json.ts'
import { requestRecord } from '../../../../records/ticket/request.ts'
import { viewRequest } from '../../../../views/ticket/request.ts'
import { lookOf } from '../../../output.ts'
import { tellWhereItGoes } from '../../dedupe.ts'
import { type FillOptions, fillRequest } from '../../fill-request.ts'
import type { RequestFlags } from '../../request.ts'
import type { RequestDraft } from '../../request-draft.ts'
import { withSpooled } from '../../spooled-request.ts'
import { type GivenFlags, type NewWords, speaksOfForm } from '../form-flags.ts'
import { asBefore, withoutForm } from './as-before.ts'
import { fillForm } from './fill-form.ts'
import { showForm } from './show-form.ts'
import { whichForm } from './which-form.ts'

interface Filling extends FillOptions {
  resume?: true | string
  json?: ChosenFields
}

/**
 * The draft of a request that is to be sent, by a form of the site or as before; undefined where none is: it is only shown,
 * or an article answers it. Rejects with `MissingInformation` that names all that is wrong, or missing and cannot be asked.
 */
export async function filled(
  given: GivenFlags,
  kept: RequestDraft,
  options: Filling,
  context: Context,
): Promise<OpenDraft<TicketDraft> | undefined> {
  const words = withSpooled(given, kept.draft)
  const isAsked = context.terminal.interactive && !options.unattended
  try {
    const open = await formOf(words.flags, kept, { isAsked, dryRun: options.dryRun ?? false }, context)
    if (open) return await filledForm(open, words, kept, options, context)
  } catch (error) {
    if (!kept.isBestEffort || isAsked || !(error instanceof IpeosError) || !isForGood(error)) throw error
    const flags = withoutForm(words.flags, error, context)
    return filledAsBefore({ flags, problems: words.problems }, kept, options, context)
  }
  return filledAsBefore({ ...words, flags: asBefore(words.flags) }, kept, options, context)
}

/** The form that a request goes by, as its page is now; undefined where it goes as before. */
async function formOf(
  words: NewWords,
  { draft }: RequestDraft,
  { isAsked, dryRun }: { isAsked: boolean; dryRun: boolean },
  context: Context,
): Promise<OpenForm | undefined> {
  if (draft?.byApi) return undefined
  // Until all else can be sent by a form.
  if (isAsked || !(dryRun || speaksOfForm(words))) return undefined
  const platform = await context.platform()
  const { forms } = platform
  if (draft?.form && words.form === undefined) return forms.open(draft.form.id)
  // It was begun with the questions of a platform that has one form.
  if (draft && !draft.given && words.form === undefined) return undefined
  const place = { forms, session: await platform.session() }
  return whichForm(words, place, undefined, context)
}

async function filledForm(
  open: OpenForm,
  given: GivenFlags,
  kept: RequestDraft,
  options: Filling,
  context: Context,
): Promise<OpenDraft<TicketDraft> | undefined> {
  const { forms } = await context.platform()
  const form = { open, forms, url: await forms.link(open.page.id) }
  const request = await withResumeHint(
    context,
    // What a script spooled is told by whoever spooled it.
    () => (kept.draft?.given && options.resume === undefined ? undefined : kept.open),
    () => fillForm({ form, given, kept, attach: options.attach }, context),
  )
  if (!options.dryRun) return kept.saveForm(open.page, request, undefined, true)
  showForm(open.page, request, options.json, context)
  await tellDryRun(kept, context)
  return undefined
}

async function filledAsBefore(
  given: { flags: RequestFlags; problems: Problem[] },
  kept: RequestDraft,
  options: Filling,
  context: Context,
): Promise<OpenDraft<TicketDraft> | undefined> {
  const { terminal } = context
  const request = await fillRequest(given, kept, options, context)
  if (!request) {
    await kept.remove()
    terminal.note('suggest.done')
    return undefined
  }
  if (!options.dryRun) return kept.save(request, undefined, true)
  if (options.json === undefined) terminal.print(viewRequest(request, lookOf(context)))
  else terminal.print(toJson(requestRecord(request), options.json))
  await tellDryRun(kept, context)
  return undefined
}

async function tellDryRun({ keyed }: RequestDraft, context: Context): Promise<void> {
  context.terminal.note('new.dry-run')
  if (keyed) await tellWhereItGoes(keyed, context)
}
