import type { Problem } from '../../../errors/error.ts'
import type { Translate } from '../../../i18n/translate.ts'
import type { FormAnswers, VisibleParts } from '../../../itil/form-answer.ts'
import type { FormPage, FormQuestion } from '../../../itil/site-form.ts'
import { inQuotes } from '../../../terminal/quoted.ts'
import type { GivenFile } from '../file-option.ts'
import { beside, fieldOf, sentenceBeside } from './beside-question.ts'
import { checkAnswer } from './check-answer.ts'
import { isEmptyAnswer, presetAnswers } from './preset-answers.ts'
import { nameOf, type PlacedQuestion, placedQuestions } from './question-name.ts'
import { asAnswer } from './said-answer.ts'

/** The answers, and what the page proposes where nothing was said. */
export function withDefaults(page: FormPage, answers: FormAnswers): FormAnswers {
  return { ...presetAnswers(page), ...answers }
}

/** The questions that are seen: themselves and their section. */
export function visibleQuestions(page: FormPage, visible: VisibleParts): PlacedQuestion[] {
  return placedQuestions(page).filter(
    ({ question, section }) => visible.questions.has(question.id) && visible.sections.has(section.id),
  )
}

/** What is sent: the answers to what is seen, none of them empty. */
export function answersToSend(page: FormPage, visible: VisibleParts, answers: FormAnswers): FormAnswers {
  const sent = visibleQuestions(page, visible).flatMap(({ question: { id } }) => {
    const answer = answers[id]
    return answer && !isEmptyAnswer(answer) ? [[id, answer] as const] : []
  })
  return Object.fromEntries(sent)
}

/** What is seen, must be answered, and is not. */
export function missingAnswers(page: FormPage, visible: VisibleParts, answers: FormAnswers): PlacedQuestion[] {
  return visibleQuestions(page, visible).filter(
    ({ question }) => question.mandatory && isEmptyAnswer(answers[question.id]),
  )
}

/** What was answered, not with nothing, and is not seen with these answers. */
export function hiddenAnswers(page: FormPage, visible: VisibleParts, said: FormAnswers): PlacedQuestion[] {
  const seen = new Set(visibleQuestions(page, visible).map(({ question }) => question.id))
  return placedQuestions(page).filter(
    ({ question: { id } }) => !seen.has(id) && said[id] !== undefined && !isEmptyAnswer(said[id]),
  )
}

/**
 * All that keeps a form from being sent, a line each: what is missing, wrong, or answers a question that stays hidden, of
 * what was `said`; `answers` are those with the defaults. `missingLine` says how an answer is given.
 */
export function answerProblems(
  page: FormPage,
  visible: VisibleParts,
  { said, answers }: { said: FormAnswers; answers: FormAnswers },
  t: Translate,
  missingLine = missingOption,
): Problem[] {
  const missing = missingAnswers(page, visible, answers).map((placed) => missingLine(placed, page))
  const hidden = hiddenAnswers(page, visible, said).map((placed) => beside(placed, page, t('answer.hidden')))
  const wrong = visibleQuestions(page, visible).flatMap((placed) => {
    const answer = answers[placed.question.id]
    const problem = isEmptyAnswer(answer) ? undefined : checkAnswer(placed.question, answer)
    return problem ? [sentenceBeside(placed, page, problem, t)] : []
  })
  return [...missing, ...wrong, ...hidden]
}

function missingOption(placed: PlacedQuestion, page: FormPage): Problem {
  const { label, kind } = placed.question
  const field = fieldOf(placed, page)
  const name = nameOf(placed, page)
  if (kind === 'unknown') return { field, key: 'answer.cannot-ask-named', parameters: { label } }
  const example = inQuotes(`${name}=${kind === 'file' ? '@…' : '…'}`)
  return { field, key: 'answer.missing', parameters: { label: name, example } }
}

/**
 * The question that files go to which none was named for: the first file question that is seen, else the first long text,
 * beside which GLPI takes them. Undefined where there is neither: they go to the ticket afterwards.
 */
export function placeForFiles(page: FormPage, visible: VisibleParts): FormQuestion | undefined {
  const seen = visibleQuestions(page, visible).map(({ question }) => question)
  return seen.find(({ kind }) => kind === 'file') ?? seen.find(({ kind }) => kind === 'long-text')
}

/** The answers with these files among those of the first file question that is seen; unchanged where there is none. */
export function withAttached(
  page: FormPage,
  visible: VisibleParts,
  answers: FormAnswers,
  attached: ReadonlyArray<Pick<GivenFile, 'name' | 'fullPath'>>,
): FormAnswers {
  const place = placeForFiles(page, visible)
  if (place?.kind !== 'file' || attached.length === 0) return answers
  const before = answers[place.id]
  const named = before && 'files' in before ? before.files : []
  const all = [...named, ...asAnswer(attached).files]
  return { ...answers, [place.id]: { files: [...new Map(all.map((file) => [file.path, file])).values()] } }
}
