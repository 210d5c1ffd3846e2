import type { Context } from '../../../../app/context.ts'
import type { TicketDraft } from '../../../../drafts/draft.ts'
import type { OpenDraft } from '../../../../drafts/drafts.ts'
import { isOfForm, withResumeHint } from '../../../../drafts/resume-hint.ts'
import type { Problem } from '../../../../errors/error.ts'
import type { OpenForm } from '../../../../glpi/forms/open-form.ts'
import type { Translate } from '../../../../i18n/translate.ts'
import { type FormPage, questionsOf, type SiteForm } from '../../../../itil/site-form.ts'
import type { ChosenFields } from '../../../../records/chosen-fields.ts'
import { toJson } from '../../../../records/format/json.ts'
import { requestRecord } from '../../../../records/ticket/request.ts'
import { viewRequest } from '../../../../views/ticket/request.ts'
import { lookOf } from '../../../output.ts'
import { warnOutsideContract } from '../../contract-category.ts'
import { tellWhereItGoes } from '../../dedupe.ts'
import { isNone } from '../../field/none-word.ts'
import { type FillOptions, fillRequest } from '../../fill-request.ts'
import type { RequestFlags } from '../../request.ts'
import type { RequestDraft } from '../../request-draft.ts'
import { withSpooled } from '../../spooled-request.ts'
import { chooseForm } from '../ask/choose-form.ts'
import type { GivenFlags, NewWords } from '../form-flags.ts'
import type { FormRequest } from '../form-request.ts'
import { rememberQuestions } from '../remember-questions.ts'
import { asBefore, withoutForm } from './as-before.ts'
import { fillFormByHand } from './fill-by-hand.ts'
import { fillForm } from './fill-form.ts'
import { saidBy, showForm } from './show-form.ts'
import { whichForm } from './which-form.ts'

interface Filling extends FillOptions {
  resume?: true | string
  json?: ChosenFields
}

/** A request that is to be sent, and the form by which it goes, open already. */
export interface Filled {
  draft: OpenDraft<TicketDraft>
  opened?: OpenForm
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
): Promise<Filled | undefined> {
  const words = withSpooled(given, kept.draft)
  const isAsked = context.terminal.interactive && !options.unattended
  let flags: RequestFlags
  try {
    const open = await formOf(words.flags, kept, { isAsked, isBrief: options.yes ?? false }, context)
    if (open) return await filledForm(open, withoutSilence(words, context.t), kept, options, context)
    flags = asBefore(words.flags, context.t)
  } catch (error) {
    if (!kept.isBestEffort || isAsked || !isOfForm(error)) throw error
    flags = withoutForm(words.flags, error, context)
  }
  return filledAsBefore({ flags, problems: words.problems }, kept, options, context)
}

/** A question of a form takes people, and nothing of their mails. */
function withoutSilence({ problems, ...words }: GivenFlags, t: Translate): GivenFlags {
  const silent = words.flags.silentObserver ?? []
  if (silent.every((word) => isNone(word, t))) return { ...words, problems }
  return { ...words, problems: [...problems, { field: 'observers', key: 'new.not-taken.silent-observer' }] }
}

/** The form that a request goes by, as its page is now; undefined where it goes as before. */
async function formOf(
  words: NewWords,
  { draft }: RequestDraft,
  { isAsked, isBrief }: { isAsked: boolean; isBrief: boolean },
  context: Context,
): Promise<OpenForm | undefined> {
  if (draft?.byApi) return undefined
  const platform = await context.platform()
  const { forms } = platform
  if (draft?.form && words.form === undefined) return forms.open(draft.form.id)
  // It was begun with the questions of a platform that has one form.
  if (draft && !draft.given && words.form === undefined) return undefined
  const place = { forms, session: await platform.session() }
  const ask = isAsked ? (forms: SiteForm[]) => chooseForm(forms, context) : undefined
  return whichForm(words, place, { ask, isBrief }, context)
}

async function filledForm(
  open: OpenForm,
  given: GivenFlags,
  kept: RequestDraft,
  options: Filling,
  context: Context,
): Promise<Filled | undefined> {
  const platform = await context.platform()
  const { forms } = platform
  const { fileLimit } = await platform.session()
  const form = { open, forms, fileLimit, url: await forms.link(open.page.id) }
  const call = { form, given, kept, attach: options.attach }
  await rememberQuestions(open.page, context)
  const isAsked = context.terminal.interactive && !options.unattended
  const request = await withResumeHint(
    context,
    // What a script spooled is told by whoever spooled it.
    () => (kept.draft?.given && options.resume === undefined ? undefined : kept.open),
    () => (isAsked ? fillFormByHand(call, options, context) : fillForm(call, context)),
  )
  if (!request) return answeredByArticle(kept, context)
  warnOfCategories(open.page, request, context)
  if (!options.dryRun)
    return { draft: await kept.saveForm(open.page, request, undefined, saidBy(open.page, request)), opened: open }
  showForm(open.page, request, { json: options.json, related: kept.relatedTicket }, context)
  await tellDryRun(kept, context)
  return undefined
}

async function filledAsBefore(
  given: { flags: RequestFlags; problems: Problem[] },
  kept: RequestDraft,
  options: Filling,
  context: Context,
): Promise<Filled | undefined> {
  const { terminal } = context
  const request = await fillRequest(given, kept, options, context)
  if (!request) return answeredByArticle(kept, context)
  if (!options.dryRun) return { draft: await kept.save(request, undefined, true) }
  if (options.json === undefined) terminal.print(viewRequest(request, lookOf(context), { related: kept.relatedTicket }))
  else terminal.print(toJson(requestRecord(request, kept.related), options.json))
  await tellDryRun(kept, context)
  return undefined
}

function warnOfCategories(page: FormPage, { answers }: FormRequest, context: Context): void {
  for (const { id, itemtype } of questionsOf(page)) {
    const answer = itemtype === 'ITILCategory' ? answers[id] : undefined
    for (const { value, label } of answer && 'chosen' in answer ? answer.chosen : [])
      warnOutsideContract({ category: { id: Number(value), fullName: label } }, context)
  }
}

/** The request is no longer needed. */
async function answeredByArticle(kept: RequestDraft, { terminal }: Context): Promise<undefined> {
  await kept.remove()
  terminal.note('suggest.done')
}

async function tellDryRun({ keyed, related }: RequestDraft, context: Context): Promise<void> {
  if (related !== undefined) context.terminal.note('new.would-link', { other: related })
  context.terminal.note('new.dry-run')
  if (keyed) await tellWhereItGoes(keyed, context)
}
