import type { Context } from '../../../app/context.ts'
import { keptItems, typedIn } from '../../../drafts/describe.ts'
import type { TicketDraft, TypedAnswers } from '../../../drafts/draft.ts'
import { changedSum } from '../../../drafts/file/draft-files.ts'
import type { Problem } from '../../../errors/error.ts'
import { knownFields } from '../../../itil/known-fields.ts'
import type { TicketForm } from '../../../itil/ticket-form.ts'
import { asGiven, type GivenFile } from '../file-option.ts'
import type { Request } from '../request.ts'

/** What a draft knows of a request. */
export interface Recalled {
  known: Partial<Request>
  started: Started
  /** What the platform offers no longer, and files that are gone. */
  gone: Problem[]
}

/** Answers that were not over: files before the last of them, texts as far as they were typed. */
export interface Started {
  files: GivenFile[]
  typed: TypedAnswers
  /** Fields that were answered then: they are not asked, but one may go back to them. */
  answered?: ReadonlySet<string>
}

/** What was answered, but for what is gone. */
export async function recall(draft: TicketDraft | undefined, form: TicketForm, context: Context): Promise<Recalled> {
  if (!draft) return { known: {}, started: { files: [], typed: {} }, gone: [] }
  const { email, category: _c, equipment: _e, location: _l, ...plain } = draft.answers
  const typed = typedIn(draft)
  const { files, gone: lost } = await filesIn(draft, form, context)
  const { chosen, gone } = chosenIn(draft, form)
  const complete = draft.filesDone && files.length === draft.files.length
  const known: Partial<Request> = {
    ...knownFields(plain),
    ...(email !== undefined && { email: email ?? undefined }),
    ...chosen,
    ...(complete && { files }),
  }
  for (const field of Object.keys(typed) as Array<keyof TypedAnswers>) delete known[field]
  return { known, started: { files: complete ? [] : files, typed }, gone: [...lost, ...gone] }
}

/** Its files, as they are now. */
async function filesIn(
  draft: TicketDraft,
  form: TicketForm,
  { files: given, t, terminal }: Context,
): Promise<{ files: GivenFile[]; gone: Problem[] }> {
  const found = { files: [] as GivenFile[], gone: [] as Problem[] }
  for (const file of draft.files) {
    const check = await given.check(file.path, form.fileLimit)
    if ('file' in check) {
      found.files.push(asGiven(check))
      if ((await changedSum(file, check)) !== undefined) terminal.warn('draft.file-changed', { name: file.name })
    } else found.gone.push({ field: 'files', key: 'draft.file-gone', parameters: { reason: t(check.problem.text) } })
  }
  return found
}

/** What it chose of lists, but for what they hold no longer. */
function chosenIn(
  { answers }: TicketDraft,
  form: TicketForm,
): { chosen: Pick<Partial<Request>, 'category' | 'equipment' | 'location'>; gone: Problem[] } {
  const { category, location } = answers
  const equipment = answers.equipment === undefined ? undefined : keptItems(answers.equipment)
  const gone: Problem[] = []
  const isThere = (field: 'category' | 'equipment' | 'location', name: string, isOffered: boolean): boolean => {
    if (isOffered || form.source === 'none') return true
    gone.push({ field, key: `draft.${field}-gone`, parameters: { name } })
    return false
  }
  const isOfTree = (field: 'category' | 'location', one: Request['category'], offered: TicketForm['categories']) =>
    one === null ||
    isThere(
      field,
      one.fullName,
      offered.some(({ id }) => id === one.id),
    )
  const isItem = ({ key, name }: Request['equipment'][number]) =>
    isThere(
      'equipment',
      name,
      form.equipment.some((one) => one.key === key),
    )
  return {
    chosen: {
      ...(category !== undefined && isOfTree('category', category, form.categories) && { category }),
      ...(equipment?.map(isItem).every(Boolean) && { equipment }),
      ...(location !== undefined && isOfTree('location', location, form.locations) && { location }),
    },
    gone,
  }
}
