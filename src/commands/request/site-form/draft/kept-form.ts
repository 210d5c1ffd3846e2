import type { DraftFile, TicketDraft } from '../../../../drafts/draft.ts'
import type { DraftForm } from '../../../../drafts/form/form-draft.ts'
import { type FormPage, type FormQuestion, questionsOf } from '../../../../itil/site-form.ts'
import type { FormRequest } from '../form-request.ts'

/** The answer to this question is not over; so far, this is `typed` of it. */
export interface UnfinishedAnswer {
  question: number
  typed?: string | undefined
}

/** What of a form is put on disk: what `request` names, and of the rest what was there. */
export function keptForm(
  page: FormPage,
  request: Partial<FormRequest>,
  before: DraftForm | undefined,
  unfinished: UnfinishedAnswer | undefined,
): DraftForm {
  const known = before?.id === page.id ? before : undefined
  const { id, title, storedTitle } = page
  const answers = { ...(request.answers ?? known?.answers) }
  const typing = typingOf(answers, known?.typing, unfinished)
  const isBegun = (question: number): boolean => question in answers || question in typing
  const questions = questionsOf(page)
    .filter((question) => isBegun(question.id))
    .map(knownQuestion)
  const onBehalfOf = 'onBehalfOf' in request ? request.onBehalfOf : known?.onBehalfOf
  const notify = request.notify ?? known?.notify
  const email = 'email' in request ? (request.email ?? null) : known?.email
  return {
    ...{ id, title, storedTitle, questions, answers },
    ...(Object.keys(typing).length > 0 && { typing }),
    ...(unfinished && unfinished.typed === undefined && { unfinished: unfinished.question }),
    ...(onBehalfOf && { onBehalfOf }),
    ...(notify !== undefined && { notify }),
    ...(email !== undefined && { email }),
  }
}

function knownQuestion({
  id,
  label,
  storedLabel,
  kind,
  itemtype,
  actor,
}: FormQuestion): DraftForm['questions'][number] {
  return { id, label, storedLabel, kind, ...(itemtype !== undefined && { itemtype }), ...(actor && { actor }) }
}

function typingOf(
  answers: DraftForm['answers'],
  before: DraftForm['typing'] = {},
  unfinished: UnfinishedAnswer | undefined,
): Record<string, string> {
  const kept = Object.entries(before).filter(([question]) => !(question in answers))
  const typed = unfinished?.typed
  const now = unfinished && typed !== undefined ? [[String(unfinished.question), typed] as const] : []
  return Object.fromEntries([...kept, ...now])
}

/** The files, each with the question whose answer names it: those that none names go to the ticket as such. */
export function filesByQuestion(files: DraftFile[], { answers, questions }: DraftForm): TicketDraft['files'] {
  const left = files.map(({ question: _before, ...file }): DraftFile => file)
  const answering = questions.flatMap(({ id }) => {
    const answer = answers[id]
    if (!answer || !('files' in answer)) return []
    return answer.files.flatMap(({ path }): DraftFile[] => {
      const index = left.findIndex((file) => file.path === path)
      const [file] = index < 0 ? files.filter((one) => one.path === path) : left.splice(index, 1)
      return file ? [{ ...file, question: id }] : []
    })
  })
  return [...answering, ...left]
}
