import type { ChosenAnswer, FormAnswer, FormAnswers } from '../../itil/form-answer.ts'
import type { FormPage, FormQuestion } from '../../itil/site-form.ts'
import { htmlToText } from '../../terminal/html.ts'
import { plain } from '../../terminal/sanitize.ts'
import { type Field, viewFields } from '../layout/fields.ts'
import type { Look } from '../look.ts'
import { fileLine, folded, notification, type RequestView, relatedField, ruled } from '../ticket/request.ts'
import { isDated } from './form-date.ts'

/** What a person is about to send by a form of the site. */
export interface FormToSend {
  answers: FormAnswers
  files: ReadonlyArray<{ name: string; size: number }>
  notify: boolean
  email: string | undefined
  onBehalfOf?: ChosenAnswer | undefined
}

/** The whole request, an answer a line, for a last look before it leaves. */
export function viewFormRequest(
  page: FormPage,
  request: FormToSend,
  look: Look,
  { brief = false, related }: RequestView = {},
): string {
  const { style, t } = look
  const answered = answeredSections(page, request.answers)
  const named = new Set(answered.flatMap(({ answers }) => answers.flatMap(([, answer]) => fileNames(answer))))
  const loose = request.files.filter(({ name }) => !named.has(name))
  const parts = answered.map(({ title, answers }) => ({
    title: answered.length > 1 ? plain(title) : '',
    fields: answers.map(([question, answer]): Field => {
      return [plain(question.label), answerText(question, answer, look, { brief })]
    }),
  }))
  const others: Field[] = [
    [t('request.notify'), notification(request, t)],
    ...(request.onBehalfOf ? [[t('request.on-behalf-of'), plain(request.onBehalfOf.label)] satisfies Field] : []),
    ...relatedField(related, look),
    ...(loose.length > 0
      ? [[t('request.files'), loose.map((file) => fileLine(file, t)).join('\n')] satisfies Field]
      : []),
  ]
  const all = [...parts.flatMap(({ fields }) => fields), ...others]
  const text = [...parts, { title: '', fields: others }]
    .map(({ title, fields }) => [...(title ? [style.bold(title)] : []), viewFields(fields, look, all)].join('\n'))
    .join(answered.length > 1 ? '\n\n' : '\n')
  const title = plain(page.title)
  if (!brief) return `\n${style.bold(title)}\n\n${text}\n`
  return ['', ruled(title, look), '', text, '', ruled('', look), ''].join('\n')
}

interface AnsweredSection {
  title: string
  answers: Array<[FormQuestion, FormAnswer]>
}

/** The sections in which something is answered, with it, in the order of the form. */
function answeredSections({ sections }: FormPage, answers: FormAnswers): AnsweredSection[] {
  return sections
    .map(({ title, blocks }) => ({
      title,
      answers: blocks.flatMap((block): Array<[FormQuestion, FormAnswer]> => {
        const answer = block.block === 'question' ? answers[block.id] : undefined
        return block.block === 'question' && answer ? [[block, answer]] : []
      }),
    }))
    .filter((section) => section.answers.length > 0)
}

function fileNames(answer: FormAnswer): string[] {
  return 'files' in answer ? answer.files.map(({ name }) => name) : []
}

/** One answer, of as many lines as it has; `brief`: a long text is folded. */
export function answerText(
  { kind }: Pick<FormQuestion, 'kind'>,
  answer: FormAnswer,
  look: Look,
  { brief = false } = {},
): string {
  if ('chosen' in answer) return answer.chosen.map(({ label }) => plain(label)).join(', ')
  if ('files' in answer) return answer.files.map(({ name }) => plain(name)).join(', ')
  const text = 'html' in answer ? htmlToText(answer.html, Number.POSITIVE_INFINITY) : answer.text
  if (isDated(kind)) return look.dates.written(plain(text))
  return brief ? folded(text, look) : plain(text, { multiline: true })
}
