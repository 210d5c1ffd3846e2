import type { Context } from '../../../../app/context.ts'
import { asDraftFiles } from '../../../../drafts/file/draft-files.ts'
import type { Problem } from '../../../../errors/error.ts'
import type { Forms } from '../../../../glpi/forms/forms.ts'
import type { OpenForm } from '../../../../glpi/forms/open-form.ts'
import type { FormAnswers } from '../../../../itil/form-answer.ts'
import type { FormPage } from '../../../../itil/site-form.ts'
import { type RequestFlags, wrongNotification } from '../../request.ts'
import { fieldOf } from '../../site-form/beside-question.ts'
import { answerProblems, answersToSend, withAttached, withDefaults } from '../../site-form/complete-answers.ts'
import { filesByQuestion, keptForm } from '../../site-form/draft/kept-form.ts'
import { type FindOffered, offeredBy } from '../../site-form/offered.ts'
import { type PlacedQuestion, placedQuestions } from '../../site-form/question-name.ts'
import { type UnderstoodAnswers, understandAnswers } from '../../site-form/understand-answers.ts'
import { besideEach, informed } from '../../site-form/way/fill-form.ts'
import { understandingOf } from '../../site-form/way/form-words.ts'
import type { FileLine, LineReader, Understood } from '../line-reader.ts'
import { inWordsOfFiles } from '../platform-reader.ts'
import { askedBy } from './asked-column.ts'

/** Each line is an exchange of its own, or three. */
const mostRows = 2_000

/**
 * Reads lines that go by a form of the site: each is held against what it asks with these answers, and shown to the site,
 * before any is sent.
 */
export function formReader(open: OpenForm, forms: Forms, context: Context): LineReader {
  const { page } = open
  const find = offeredBy(open)
  const fileLimit = placedQuestions(page).find(({ question }) => question.kind === 'file')?.question.fileLimit
  return {
    form: page.id,
    find: askedBy(page),
    mostRows,
    ...(fileLimit !== undefined && { fileLimit }),
    async understand(lines) {
      const understood: Understood[] = []
      for (const line of lines) understood.push(await understandLine(line, { open, forms, find }, context))
      return understood
    },
  }
}

interface ByForm {
  open: OpenForm
  forms: Forms
  find: FindOffered
}

async function understandLine(line: FileLine, by: ByForm, context: Context): Promise<Understood> {
  const { t } = context
  const { page } = by.open
  const { flags } = line
  const understood = await answersOf(line, by, context)
  const answers = withDefaults(page, understood.answers)
  const visible = await by.open.visible(answers)
  const whole = withAttached(
    page,
    visible,
    answers,
    line.files.map(({ name, path }) => ({ name, fullPath: path })),
  )
  const wrong = [...line.problems, ...understood.problems, ...wrongNotification(flags).map(inWordsOfFiles)]
  const named = new Set(wrong.flatMap(({ field }) => field ?? []))
  const found = answerProblems(page, visible, { said: understood.answers, answers: whole }, t, missingCell)
  const left = found.filter(({ field }) => field === undefined || !named.has(field))
  const problems: Problem[] = [...wrong, ...left]
  if (problems.length === 0 && !visible.button) problems.push({ key: 'import.form-not-offered' })
  if (problems.length > 0) return { problems }
  const sent = answersToSend(page, visible, whole)
  const refused = await by.open.check(sent)
  if (refused.length > 0) return { problems: besideEach(refused, page) }
  const request = {
    answers: sent,
    files: understood.files,
    ...informed(wishesIn(flags), { recalled: { known: {}, typed: {}, gone: [] } }, context),
  }
  const form = keptForm(page, request, undefined, undefined)
  const files = filesByQuestion([...(await asDraftFiles(understood.files)), ...line.files], form)
  return { request: shownAs(titleOf(line, sent, page), request), form, files }
}

/** In a file there are columns where a command has options. */
function missingCell(placed: PlacedQuestion, page: FormPage): Problem {
  return { field: fieldOf(placed, page), key: 'import.missing-answer', parameters: { label: placed.question.label } }
}

function answersOf(
  { answers = {}, flags }: FileLine,
  { open, forms, find }: ByForm,
  context: Context,
): Promise<UnderstoodAnswers> {
  const takeFiles = placedQuestions(open.page).flatMap(({ question: { id, kind } }) => (kind === 'file' ? [id] : []))
  // A column of a question for files holds paths, as the column of files does.
  const saidOf = (id: number) => (text: string) =>
    takeFiles.includes(id) ? { fileAt: text.replace(/^@/, '') } : { text }
  const said = Object.entries(answers).map(([id, texts]) => [`#${id}`, texts.map(saidOf(Number(id)))] as const)
  const { title, description, urgency, category, about, type, location } = flags
  return understandAnswers(
    {
      file: new Map(said),
      flags: { title, description, urgency, category, type, location, ...(about !== undefined && { about: [about] }) },
    },
    open,
    { ...understandingOf({}, { forms }, context), find },
  )
}

function wishesIn({ notify, email }: Pick<RequestFlags, 'notify' | 'email'>): Pick<RequestFlags, 'notify' | 'email'> {
  return { ...(notify !== undefined && { notify }), ...(email !== undefined && { email }) }
}

/** What a list calls the line: its title, or the first text that it answers. */
function titleOf({ flags, line }: FileLine, answers: FormAnswers, page: FormPage): string {
  const texts = placedQuestions(page).flatMap(({ question: { id } }) => {
    const answer = answers[id]
    return answer && 'text' in answer ? [answer.text] : []
  })
  return (flags.title ?? texts[0] ?? `#${line}`).replace(/\s+/g, ' ').trim()
}

/** A line by a form as those of an import that goes as before are kept: only its title is looked at. */
function shownAs(title: string, { notify }: { notify: boolean }) {
  return { type: 'incident', urgency: 'medium', title, description: '', notify } as const
}
