import type { Context } from '../../../../app/context.ts'
import type { TicketDraft } from '../../../../drafts/draft.ts'
import { changedSum } from '../../../../drafts/file/draft-files.ts'
import type { DraftForm } from '../../../../drafts/form/form-draft.ts'
import type { Problem } from '../../../../errors/error.ts'
import type { FormAnswer } from '../../../../itil/form-answer.ts'
import { type FormPage, type FormQuestion, questionsOf } from '../../../../itil/site-form.ts'
import { asGiven, type GivenFile } from '../../file-option.ts'
import type { FormRequest } from '../form-request.ts'

/** What a draft knows of a request by a form. */
export interface RecalledForm {
  known: Partial<FormRequest>
  /** What was typed of answers that are none yet, or no longer fit, by the number of the question. */
  typed: Readonly<Record<number, string>>
  /** The question whose answer of several parts was not over. */
  unfinished?: number | undefined
  /** What of it is no more, or another thing now; the field is the number of its question, or `files`. */
  gone: Problem[]
}

type KnownQuestion = DraftForm['questions'][number]

interface Listener {
  files: Pick<Context['files'], 'check'>
  terminal: Pick<Context['terminal'], 'warn'>
  t: Context['t']
}

/** What was answered to a form, but for what is gone: the form may have changed since, and so may the files. */
export async function recallForm(
  draft: TicketDraft | undefined,
  page: FormPage,
  context: Listener,
): Promise<RecalledForm> {
  const { form } = draft ?? {}
  if (!draft || !form) return filesAlone(draft, context)
  if (form.id !== page.id) return ofOtherForm(form)
  const gone: Problem[] = []
  const typed: Record<number, string> = { ...form.typing }
  const answers: Record<number, FormAnswer> = {}
  const asked = new Map(questionsOf(page).map((question) => [question.id, question]))
  const files = await filesThere(draft, asked, gone, context)
  for (const before of form.questions) {
    const { id } = before
    const question = asked.get(id)
    const answer = form.answers[id]
    const problem = changeOf(before, question)
    if (problem) gone.push({ field: String(id), ...problem })
    if (problem) setTyped(typed, before, question, answer)
    else if (question && answer && !(id in typed)) {
      const kept = 'files' in answer ? filesOf(id, draft, files) : stillOffered(answer, question, gone)
      if (kept) answers[id] = kept
    }
  }
  return {
    known: { answers, files: [...files.values()], ...aboutPeople(form, page, gone) },
    typed,
    unfinished: form.unfinished,
    gone,
  }
}

/** Of a question that is gone or another one now: its text is offered again where one is typed there too. */
function setTyped(
  typed: Record<number, string>,
  { id, kind }: KnownQuestion,
  question: FormQuestion | undefined,
  answer: FormAnswer | undefined,
): void {
  if (question?.kind !== kind) delete typed[id]
  else if (answer && 'text' in answer) typed[id] ??= answer.text
}

function aboutPeople({ notify, email, onBehalfOf }: DraftForm, page: FormPage, gone: Problem[]): Partial<FormRequest> {
  const isOffered = page.delegates.some(({ value }) => value === onBehalfOf?.value)
  if (onBehalfOf && !isOffered) gone.push({ key: 'draft.delegate-gone', parameters: { name: onBehalfOf.label } })
  return {
    ...(notify !== undefined && { notify }),
    ...(email !== undefined && { email: email ?? undefined }),
    ...(onBehalfOf && isOffered && { onBehalfOf }),
  }
}

/** What a script said before a form was read names files, and no answers yet. */
async function filesAlone(draft: TicketDraft | undefined, context: Listener): Promise<RecalledForm> {
  const gone: Problem[] = []
  const files = draft ? [...(await filesThere(draft, new Map(), gone, context)).values()] : []
  return { known: files.length > 0 ? { files } : {}, typed: {}, gone }
}

/** Of another form nothing can be taken over: the numbers of its questions mean others. */
function ofOtherForm({ title }: DraftForm): RecalledForm {
  return { known: {}, typed: {}, gone: [{ key: 'draft.other-form', parameters: { title } }] }
}

function changeOf(before: KnownQuestion, now: FormQuestion | undefined): Problem | undefined {
  const { label } = before
  if (!now) return { key: 'draft.question-gone', parameters: { label } }
  // Another language shows other words of the same question.
  const isSame = before.storedLabel === now.storedLabel && before.kind === now.kind
  return isSame ? undefined : { key: 'draft.question-changed', parameters: { label, now: now.label } }
}

/** What was chosen of a list that the page holds, without what it holds no more. */
function stillOffered(
  answer: FormAnswer,
  { choices, label, id }: FormQuestion,
  gone: Problem[],
): FormAnswer | undefined {
  if (!('chosen' in answer) || choices.length === 0) return answer
  const chosen = answer.chosen.filter((one) => {
    const isOffered = choices.some(({ value }) => value === one.value)
    if (!isOffered) gone.push({ field: String(id), key: 'draft.option-gone', parameters: { label, option: one.label } })
    return isOffered
  })
  return chosen.length === 0 && answer.chosen.length > 0 ? undefined : { chosen }
}

/** The files that are still there, by their places in the draft. */
async function filesThere(
  draft: TicketDraft,
  asked: ReadonlyMap<number, FormQuestion>,
  gone: Problem[],
  { files, terminal, t }: Listener,
): Promise<Map<number, GivenFile>> {
  const found = new Map<number, GivenFile>()
  for (const [place, file] of draft.files.entries()) {
    const question = file.question === undefined ? undefined : asked.get(file.question)
    if (file.question !== undefined && question?.kind !== 'file') continue
    const check = await files.check(file.path, question?.fileLimit)
    if ('file' in check) {
      found.set(place, asGiven(check))
      if ((await changedSum(file, check)) !== undefined) terminal.warn('draft.file-changed', { name: file.name })
    } else
      gone.push({
        field: question ? String(question.id) : 'files',
        key: 'draft.file-gone',
        parameters: { reason: t(check.problem.text) },
      })
  }
  return found
}

function filesOf(question: number, draft: TicketDraft, there: ReadonlyMap<number, GivenFile>): FormAnswer | undefined {
  const own = draft.files.flatMap((file, place) => (file.question === question ? (there.get(place) ?? []) : []))
  return own.length > 0 ? { files: own.map(({ name, fullPath }) => ({ name, path: fullPath })) } : undefined
}
