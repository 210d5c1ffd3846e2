import type { Context } from '../../../../app/context.ts'
import { delegateUser } from '../../../../drafts/form/form-draft.ts'
import { stockType } from '../../../../glpi/forms/stock-form.ts'
import type { FormAnswer, FormAnswers } from '../../../../itil/form-answer.ts'
import { knownFields } from '../../../../itil/known-fields.ts'
import type { FormPage } from '../../../../itil/site-form.ts'
import type { Related } from '../../../../itil/ticket-link.ts'
import { ticketType, urgency } from '../../../../itil/ticket-words.ts'
import type { ChosenFields } from '../../../../records/chosen-fields.ts'
import { toJson } from '../../../../records/format/json.ts'
import { type FormToSend, formRequestRecord } from '../../../../records/ticket/request.ts'
import { htmlToText } from '../../../../terminal/html.ts'
import { viewFormRequest } from '../../../../views/form/form-request.ts'
import { lookOf } from '../../../output.ts'
import type { FormSaid } from '../../request-draft.ts'
import type { FormRequest } from '../form-request.ts'
import { offersTypes } from '../named-choice.ts'
import { observerChosen } from '../offered.ts'
import { placedQuestions } from '../question-name.ts'
import { questionFor, type UsualFlag } from '../usual-flags.ts'

/** What would be sent by a form, for `--dry-run`. */
export function showForm(
  page: FormPage,
  request: FormRequest,
  { json, related }: { json: ChosenFields | undefined; related: Related | undefined },
  context: Context,
): void {
  const { terminal } = context
  if (json === undefined) terminal.print(viewFormRequest(page, request, lookOf(context), { related }))
  else terminal.print(toJson(formRequestRecord(toSend(page, request), related?.id), json))
}

function toSend(page: FormPage, { answers, files, notify, email, onBehalfOf }: FormRequest): FormToSend {
  const said = (flag: UsualFlag): FormAnswer | undefined => {
    const placed = questionFor(flag, page)
    return placed && answers[placed.question.id]
  }
  const typeQuestion = placedQuestions(page).find(({ question }) => offersTypes(question))?.question
  const type = stockType(page) ?? ticketType(Number(typeQuestion && chosenIn(answers[typeQuestion.id])?.value))
  const [category, location] = [chosenIn(said('category')), chosenIn(said('location'))]
  return {
    form: { id: page.id, title: page.title },
    answers: answersIn(page, answers),
    onBehalfOf: onBehalfOf ? { name: onBehalfOf.label, user: delegateUser(onBehalfOf) } : null,
    usual: {
      ...{ notify, email, files, type, urgency: urgency(Number(chosenIn(said('urgency'))?.value)) },
      title: valuesOf(said('title')).join(''),
      description: valuesOf(said('description')).join(''),
      category: category ? { id: Number(category.value), fullName: category.label } : null,
      location: location ? { id: Number(location.value), fullName: location.label } : null,
      equipment: allIn(said('about')).map(({ value, label }) => ({ key: value.replace('_', ':'), name: label })),
      observers: allIn(said('observer')).flatMap(observerChosen),
    },
  }
}

function answersIn(page: FormPage, answers: FormAnswers): FormToSend['answers'] {
  return placedQuestions(page).flatMap(({ question: { id, label, kind } }) => {
    const answer = answers[id]
    return answer ? [{ question: id, label, kind, values: valuesOf(answer) }] : []
  })
}

function chosenIn(answer: FormAnswer | undefined) {
  return allIn(answer)[0]
}

function allIn(answer: FormAnswer | undefined) {
  return answer && 'chosen' in answer ? answer.chosen : []
}

function valuesOf(answer: FormAnswer | undefined): string[] {
  if (!answer) return []
  if ('chosen' in answer) return answer.chosen.map(({ label }) => label)
  if ('files' in answer) return answer.files.map(({ path }) => path)
  return ['html' in answer ? htmlToText(answer.html, Number.POSITIVE_INFINITY) : answer.text]
}

/** The same in the words of the form as before, as far as there are some: a form of a new server asks nothing else. */
export function saidBy(page: FormPage, request: FormRequest): FormSaid {
  const { type, urgency, equipment, category, title, description } = toSend(page, request).usual
  const plain = { ...knownFields({ type, urgency }), ...(equipment && { equipment }), ...(category && { category }) }
  const text = stockType(page) && questionFor('description', page)
  if (!text) return { answers: { title: page.title, ...plain } }
  const titled = questionFor('title', page)
  return {
    answers: { title: title || page.title, description, ...plain },
    textIn: text.question.id,
    ...(titled && { titleIn: titled.question.id }),
  }
}
