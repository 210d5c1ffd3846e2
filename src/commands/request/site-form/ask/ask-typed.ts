import type { Context } from '../../../../app/context.ts'
import type { FormAnswer } from '../../../../itil/form-answer.ts'
import type { FormQuestion } from '../../../../itil/site-form.ts'
import { htmlToText } from '../../../../terminal/html.ts'
import { imagesOrWhy } from '../../attachment/images-in-text.ts'
import { checkAnswer } from '../check-answer.ts'
import { type TypedKind, typedAnswer } from '../typed-answer.ts'
import { limitHere } from './ask-files-of.ts'
import type { AskedQuestion } from './asked-question.ts'
import { wordsOf } from './question-words.ts'

/** Asks for what is typed: on one line, or as a text of several. */
export async function askTyped(
  kind: TypedKind,
  { question, now, typed, files, back, whileTyping }: AskedQuestion,
  context: Context,
): Promise<FormAnswer> {
  const { prompts, t } = context
  const proposed = textOf(now, kind)
  const words = wordsOf(question, t)
  const asked = {
    ...words,
    help: [words.help, hintOf(kind)].filter(Boolean).join('\n'),
    ...(typed || proposed ? { default: typed || proposed } : {}),
    mayBeEmpty: !question.mandatory,
    whileTyping,
    back,
    validate: (text: string) => verdictOn(kind, question, text, t),
  }
  if (kind !== 'long-text') {
    const read = typedAnswer(kind, await prompts.input(asked))
    return 'answer' in read ? read.answer : { text: '' }
  }
  const why = imagesOrWhy({ attached: files.map(({ name }) => name), limit: await limitHere(context) }, context)
  const text = await prompts.text({
    ...asked,
    validate: async (typed) => {
      const verdict = asked.validate(typed)
      return verdict === true ? why(typed) : verdict
    },
  })
  // What the form proposes goes as it is: a terminal shows its words alone.
  if (now && 'html' in now && text.trim() === proposed) return now
  return { text }

  function hintOf(one: TypedKind): string {
    return one === 'date' || one === 'time' || one === 'date-time' || one === 'number' ? t(`ask-form.hint.${one}`) : ''
  }
}

function verdictOn(kind: TypedKind, question: FormQuestion, typed: string, t: Context['t']): true | string {
  const read = typedAnswer(kind, typed)
  const problem = 'problem' in read ? read.problem : checkAnswer(question, read.answer)
  return problem ? t(problem) : true
}

/** What stands there, as one types it. */
function textOf(answer: FormAnswer | undefined, kind: TypedKind): string {
  if (answer && 'html' in answer) return htmlToText(answer.html, Number.POSITIVE_INFINITY).trim()
  if (!answer || !('text' in answer)) return ''
  return kind === 'date-time' ? answer.text.replace('T', ' ') : answer.text
}
