import { extname } from 'node:path'
import type { Problem } from '../../../errors/error.ts'
import type { Files } from '../../../files/given-file.ts'
import type { FormAnswer } from '../../../itil/form-answer.ts'
import type { FormQuestion, QuestionKind } from '../../../itil/site-form.ts'
import { asGiven, type GivenFile } from '../file-option.ts'
import { textTooLong } from '../given-text.ts'
import { isEmptyAnswer, withoutTags } from './preset-answers.ts'
import { isTyped, type TypedKind, typedAnswer } from './typed-answer.ts'

/**
 * What is wrong with an answer, as far as it can be told before the site is asked: that it is missing, that the site takes
 * it for none (GLPI-11-FORMS.md, 7), that no date, number or address is like this. Of what was chosen only the page’s own
 * choices are known here, of a file its type alone: `checkFile` looks at the rest. A sentence that stands beside its question.
 */
export function checkAnswer(question: FormQuestion, answer: FormAnswer | undefined): Problem | undefined {
  if (!answer || isEmptyAnswer(answer)) return question.mandatory ? { key: 'answer.needed' } : undefined
  if ('text' in answer && isTyped(question.kind)) return checkText(question.kind, question.mandatory, answer.text)
  if ('html' in answer && question.kind === 'long-text') return undefined
  if ('chosen' in answer && isChosen(question.kind)) return checkChosen(question, answer.chosen)
  if ('files' in answer && question.kind === 'file')
    return answer.files.map(({ name }) => checkType(question, name)).find(Boolean)
  return { key: 'answer.other-kind' }
}

function isChosen(kind: QuestionKind): boolean {
  return ['radio', 'checkbox', 'choice', 'object', 'person'].includes(kind)
}

function checkText(kind: TypedKind, mandatory: boolean, text: string): Problem | undefined {
  const tooLong = textTooLong(text)
  if (tooLong) return tooLong.text
  const read = typedAnswer(kind, text)
  if ('problem' in read) return read.problem
  if (!mandatory || kind === 'long-text') return undefined
  if (read.answer.text === '0') return { key: 'answer.zero' }
  return withoutTags(read.answer.text) === '' ? { key: 'answer.only-tags', parameters: { text } } : undefined
}

function checkChosen(question: FormQuestion, chosen: readonly { value: string; label: string }[]): Problem | undefined {
  if (!question.several && chosen.length > 1) return { key: 'answer.one-only' }
  const foreign = chosen.find(({ value }) => !mayBeOffered(question, value))
  return foreign && { key: 'answer.not-offered', parameters: { text: foreign.label } }
}

/** What the site is asked for stands in no page: there it only has to be a number, or a person. */
function mayBeOffered({ kind, itemtype, choices }: FormQuestion, value: string): boolean {
  if (kind === 'person') return /^[a-z_]+-[1-9]\d*$/.test(value)
  if (kind !== 'object') return choices.some((one) => one.value === value)
  return /^[1-9]\d*$/.test(value) || (value === '0' && itemtype === 'Entity')
}

type FileLimits = Pick<FormQuestion, 'fileLimit' | 'extensions'>

/** What is wrong with the type of a file: its extension tells it to the site. */
function checkType({ extensions }: FileLimits, name: string): Problem | undefined {
  if (!extensions || extensions.includes(extname(name).toLowerCase())) return undefined
  return { key: 'answer.file-type', parameters: { name, types: extensions.join(' ') } }
}

/** The file at a path, fit to answer this question, or what is wrong with it: it is missing, empty, too big, of a refused type. */
export async function checkFile(
  question: FileLimits,
  path: string,
  files: Pick<Files, 'check'>,
): Promise<{ file: GivenFile } | { problem: Problem }> {
  const check = await files.check(path, question.fileLimit)
  if ('problem' in check) return { problem: check.problem.text }
  const problem = checkType(question, check.file.name)
  return problem ? { problem } : { file: asGiven(check) }
}
