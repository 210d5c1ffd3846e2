import type { Context } from '../../../../app/context.ts'
import { Failed, MissingInformation, type Problem } from '../../../../errors/error.ts'
import type { Forms } from '../../../../glpi/forms/forms.ts'
import type { OpenForm } from '../../../../glpi/forms/open-form.ts'
import { stockType } from '../../../../glpi/forms/stock-form.ts'
import type { Translate } from '../../../../i18n/translate.ts'
import type { AnswerProblem, FormAnswers, VisibleParts } from '../../../../itil/form-answer.ts'
import type { FormPage } from '../../../../itil/site-form.ts'
import { ticketTypes } from '../../../../itil/ticket-words.ts'
import { typeWord } from '../../../../views/word.ts'
import type { GivenFile } from '../../file-option.ts'
import { wrongNotification } from '../../request.ts'
import type { RequestDraft } from '../../request-draft.ts'
import { beside, fieldOf } from '../beside-question.ts'
import {
  answerProblems,
  answersToSend,
  missingAnswers,
  visibleQuestions,
  withAttached,
  withDefaults,
} from '../complete-answers.ts'
import { type RecalledForm, recallForm } from '../draft/recall-form.ts'
import { forWhom, recalledFor } from '../for-whom.ts'
import type { GivenFlags, NewWords } from '../form-flags.ts'
import type { FormRequest } from '../form-request.ts'
import { isEmptyAnswer } from '../preset-answers.ts'
import { type PlacedQuestion, placedQuestions } from '../question-name.ts'
import { type UnderstoodAnswers, understandAnswers } from '../understand-answers.ts'
import { questionFor } from '../usual-flags.ts'
import { answersIn, understandingOf } from './form-words.ts'
import { typeIn } from './which-form.ts'

/** A form of the site, open, and where it stands on the web. */
export interface FormAtHand {
  open: OpenForm
  url: string
  forms: Forms
  /** Bytes. */
  fileLimit: number
}

/** What a call asks of a form. */
export interface FormCall {
  form: FormAtHand
  given: GivenFlags
  kept: RequestDraft
  /** Paths of files. */
  attach: readonly string[] | undefined
}

/** What is known of the answers before anybody is asked: what the options say, above what a draft recalls. */
export interface KnownAnswers {
  recalled: RecalledForm
  understood: UnderstoodAnswers
  said: FormAnswers
}

export async function knownAnswers({ form, given, kept, attach }: FormCall, context: Context): Promise<KnownAnswers> {
  const { open } = form
  const { said: whom, problems } = forWhom(given.flags.onBehalfOf, open.page, context.t)
  const recalled = recalledFor(whom, await recallForm(kept.draft, open.page, context))
  const lost = recalled.gone.filter(({ field }) => field === 'files')
  // What must arrive all the same is told there.
  if (kept.isBestEffort && lost.length > 0 && !attach)
    throw new MissingInformation('nothing-sent', undefined, { lines: lost })
  for (const { key, parameters } of recalled.gone) context.terminal.warn(key, parameters)
  const understanding = understandingOf(given.flags, form, context)
  const understood = await understandAnswers(answersIn(given.flags, open.page, attach, context.t), open, understanding)
  return {
    recalled,
    understood: { ...understood, problems: [...understood.problems, ...problems] },
    said: { ...recalled.known.answers, ...understood.answers },
  }
}

/**
 * The whole request by a form, where nobody is asked: what a draft recalls, what the options say, and what the page
 * proposes. Rejects with `MissingInformation` that names all that is wrong or missing, and with `Failed` where the site
 * does not take what is there.
 */
export async function fillForm(call: FormCall, context: Context): Promise<FormRequest> {
  const { open, url } = call.form
  const { page } = open
  const { terminal, t } = context
  const known = await knownAnswers(call, context)
  // What was confirmed without an answer that the page proposes is to go without it.
  const answers = call.kept.draft?.form && call.kept.draft.confirmed ? known.said : withDefaults(page, known.said)
  const visible = await terminal.during(t('terminal.waiting'), open.visible(answers))
  const loose = looseFiles(known, call.attach !== undefined)
  const whole = withAttached(page, visible, answers, loose)
  const missing = missingAnswers(page, visible, whole)
  const problems = [
    ...answerProblems(page, visible, { said: known.understood.answers, answers: whole }, t),
    ...withoutTitle(page, whole),
  ].map((problem) => inUsualWords(problem, page, missing))
  const isOnWebAlone = missing.some(({ question }) => question.kind === 'unknown')
  const hint: Problem = isOnWebAlone
    ? { key: 'new.on-web-hint', parameters: { url } }
    : { key: 'new.form-hint', parameters: { id: page.id } }
  refuseWrong([...known.understood.problems, ...wrongWords(call.given, page, t)], problems, hint)
  if (!visible.button) throw new Failed('form-not-offered', { title: page.title, url })
  tellLeftOut(page, visible, url, context)
  const sent = answersToSend(page, visible, whole)
  const refused = await terminal.during(t('terminal.waiting'), open.check(sent))
  if (refused.length > 0)
    throw new Failed('form-answers-refused', { id: page.id }, { lines: besideEach(refused, page) })
  return {
    answers: sent,
    files: filesOf(sent, known, loose),
    ...informed(call.given.flags, known, context),
  }
}

/** A ticket without a title helps nobody, though the form of a new server would make one of the text. */
function withoutTitle(page: FormPage, answers: FormAnswers): Problem[] {
  const title = stockType(page) && questionFor('title', page)?.question
  if (!title || title.mandatory || !isEmptyAnswer(answers[title.id])) return []
  return [{ field: 'title', key: 'new.missing.title' }]
}

const missedInWords = ['title', 'description', 'category', 'equipment', 'observers', 'location'] as const

/** What the form of a new server misses is told as of the form as before: by its option. */
function inUsualWords(problem: Problem, page: FormPage, missing: PlacedQuestion[]): Problem {
  const isMissing = missing.some((placed) => problem.field === fieldOf(placed, page))
  const field = missedInWords.find((one) => isMissing && one === problem.field)
  return field ? { field, key: `new.missing.${field}` } : problem
}

/** What is wrong with the words themselves; a text that cannot be had is one for the description. */
export function wrongWords({ flags, problems }: GivenFlags, page: FormPage, t: Translate): Problem[] {
  const description = questionFor('description', page)
  const ofText = problems.map((problem) => ({
    ...problem,
    ...(description && { field: fieldOf(description, page) }),
  }))
  return [...ofText, ...wrongType(flags, page, t), ...wrongNotification(flags)]
}

/** Elsewhere a type is an answer as any other. */
function wrongType({ type }: NewWords, page: FormPage, t: Translate): Problem[] {
  if (type === undefined || !stockType(page) || typeIn(type, t)) return []
  const names = ticketTypes.map((one) => typeWord(one, t)).join(', ')
  return [{ field: 'type', key: 'new.unknown.type', parameters: { text: type, names } }]
}

/** What is given, and wrong, is not told as missing too. */
function refuseWrong(wrong: Problem[], found: Problem[], hint: Problem): void {
  const named = new Set(wrong.flatMap(({ field }) => field ?? []))
  const lines = [...wrong, ...found.filter(({ field }) => field === undefined || !named.has(field))]
  if (lines.length > 0) throw new MissingInformation('nothing-sent', undefined, { lines, hint })
}

/** What is seen, and ipeos cannot ask: an optional question of a plug-in. */
function tellLeftOut(page: FormPage, visible: VisibleParts, url: string, { terminal }: Context): void {
  for (const { question } of visibleQuestions(page, visible))
    if (question.kind === 'unknown') terminal.warn('new.question-left-out', { label: question.label, url })
}

/** What the site says of answers, each beside its question. */
export function besideEach(problems: AnswerProblem[], page: FormPage): Problem[] {
  const placed = placedQuestions(page)
  return problems.map(({ question, message }): Problem => {
    const one = placed.find((each) => each.question.id === question)
    return one
      ? beside(one, page, message)
      : { key: 'answer.beside', parameters: { label: `#${question}`, problem: message } }
  })
}

/** Files that no question was named for; what this call attaches is in the place of what a draft names. */
function looseFiles({ recalled: { known }, understood }: KnownAnswers, attaches: boolean): GivenFile[] {
  const answering = pathsIn(known.answers ?? {})
  return attaches ? understood.attached : (known.files ?? []).filter(({ fullPath }) => !answering.has(fullPath))
}

/** Those that the answers name, and the others. */
function filesOf(sent: FormAnswers, { recalled, understood }: KnownAnswers, loose: GivenFile[]): GivenFile[] {
  const answering = pathsIn(sent)
  const named = [...understood.files, ...loose, ...(recalled.known.files ?? [])].filter(({ fullPath }) =>
    answering.has(fullPath),
  )
  return [...new Map([...named, ...loose].map((file) => [file.fullPath, file])).values()]
}

function pathsIn(answers: FormAnswers): ReadonlySet<string> {
  return new Set(
    Object.values(answers).flatMap((answer) => ('files' in answer ? answer.files.map(({ path }) => path) : [])),
  )
}

/** Whether, and where, to be informed: as it is said, as it was, as the person wants it as a rule. */
export function informed(
  { notify, email }: NewWords,
  { recalled: { known } }: Pick<KnownAnswers, 'recalled'>,
  { settings }: Pick<Context, 'settings'>,
): Pick<FormRequest, 'notify' | 'email' | 'onBehalfOf'> {
  const isWanted = notify ?? (email !== undefined || (known.notify ?? settings.notify))
  const { onBehalfOf } = known
  // The address of one person is not that of another.
  const usual = onBehalfOf ? undefined : settings.email
  const address = email?.trim() ?? ('email' in known ? known.email : usual)
  return {
    notify: isWanted,
    email: isWanted ? address : undefined,
    onBehalfOf,
  }
}
