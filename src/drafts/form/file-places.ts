import type { Submission } from '../../glpi/forms/open-form.ts'
import type { TicketDraft } from '../draft.ts'
import { type ShownFile, shownFiles } from '../file/shown-files.ts'
import type { DraftForm } from './form-draft.ts'

/** A draft that goes by a form of the site. */
export type FormOfDraft = TicketDraft & { form: DraftForm }

/** Where a file of a draft goes. */
interface Place {
  question?: number | undefined
  inline?: ShownFile
}

/**
 * The question that each file goes with: its own; of an image that a long text names, that one; else the long text that bears
 * the marks, for long texts take files too (GLPI-11-FORMS.md, 8).
 */
export function placesOf(draft: FormOfDraft): Place[] {
  const shown = imagesIn(draft)
  return draft.files.map(({ question, aside = false }, index): Place => {
    if (question !== undefined || aside) return { question }
    const place = shown.find(({ inline }) => inline.index === index)
    return place ?? { question: draft.form.markIn }
  })
}

/** Images that the long texts name, each in the first one that does. */
function imagesIn(draft: FormOfDraft): Array<{ question: number; inline: ShownFile }> {
  const answers = withAddition(draft)
  return draft.form.questions.flatMap(({ id, kind }) => {
    const answer = kind === 'long-text' ? answers[id] : undefined
    const shown = answer && 'text' in answer ? shownFiles(answer.text, draft) : []
    return shown.map((inline) => ({ question: id, inline }))
  })
}

/** What is said of its key, and has no answer of its own, comes at the end of the long text. */
export function withAddition({ form, answers }: FormOfDraft): Submission['answers'] {
  const { markIn, textIn } = form
  const addition = textIn === undefined ? answers.description : undefined
  const answer = markIn === undefined ? undefined : form.answers[markIn]
  if (markIn === undefined || !addition) return form.answers
  const text = answer && 'text' in answer ? `${answer.text}\n\n${addition}` : addition
  return { ...form.answers, [markIn]: { text } }
}
