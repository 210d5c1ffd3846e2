import type { ChosenAnswer, FormAnswer, FormAnswers } from '../../itil/form-answer.ts'
import type { FormPage, FormQuestion } from '../../itil/site-form.ts'
import { htmlToText } from '../../terminal/html.ts'
import { plain } from '../../terminal/sanitize.ts'
import { type Field, viewFields } from '../layout/fields.ts'
import type { Look } from '../look.ts'
import { fileLine, folded, notification, ruled } from '../ticket/request.ts'

/** What a person is about to send by a form of the site. */
export interface FormToSend {
  answers: FormAnswers
  files: ReadonlyArray<{ name: string; size: number }>
  notify: boolean
  email: string | undefined
  onBehalfOf?: ChosenAnswer
}

/** The whole request, an answer a line, for a last look before it leaves; `brief`: long texts are folded. */
export function viewFormRequest(page: FormPage, request: FormToSend, look: Look, { brief = false } = {}): string {
  const { style, t } = look
  const named = new Set(answeredQuestions(page, request.answers).flatMap(([, answer]) => fileNames(answer)))
  const loose = request.files.filter(({ name }) => !named.has(name))
  const fields: Field[] = [
    ...answeredQuestions(page, request.answers).map(([{ label }, answer]): Field => {
      return [plain(label), answerText(answer, look, { brief })]
    }),
    [t('request.notify'), notification(request, t)],
    ...(request.onBehalfOf ? [[t('request.on-behalf-of'), plain(request.onBehalfOf.label)] satisfies Field] : []),
    ...(loose.length > 0
      ? [[t('request.files'), loose.map((file) => fileLine(file, t)).join('\n')] satisfies Field]
      : []),
  ]
  const title = plain(page.title)
  if (!brief) return `\n${style.bold(title)}\n\n${viewFields(fields, look)}\n`
  return ['', ruled(title, look), '', viewFields(fields, look), '', ruled('', look), ''].join('\n')
}

/** The questions that have an answer, with it, in the order of the form. */
function answeredQuestions({ sections }: FormPage, answers: FormAnswers): Array<[FormQuestion, FormAnswer]> {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block): Array<[FormQuestion, FormAnswer]> => {
      const answer = block.block === 'question' ? answers[block.id] : undefined
      return block.block === 'question' && answer ? [[block, answer]] : []
    }),
  )
}

function fileNames(answer: FormAnswer): string[] {
  return 'files' in answer ? answer.files.map(({ name }) => name) : []
}

/** One answer, of as many lines as it has; `brief`: a long text is folded. */
export function answerText(answer: FormAnswer, look: Look, { brief = false } = {}): string {
  if ('chosen' in answer) return answer.chosen.map(({ label }) => plain(label)).join(', ')
  if ('files' in answer) return answer.files.map(({ name }) => plain(name)).join(', ')
  const text = 'html' in answer ? htmlToText(answer.html, Number.POSITIVE_INFINITY) : answer.text
  return brief ? folded(text, look) : plain(text, { multiline: true })
}
