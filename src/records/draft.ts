import type { Dates } from '../dates/dates.ts'
import { draftKinds, listedStage, listedStages, resumeCommand, shownAnswers, titleOf } from '../drafts/describe.ts'
import type { Draft } from '../drafts/draft.ts'
import type { DraftForm } from '../drafts/form/form-draft.ts'
import { readAnswers } from '../drafts/form/form-text.ts'
import {
  anyObject,
  bool,
  bytes,
  integer,
  listOf,
  maybe,
  moment,
  object,
  oneOf,
  type RecordOf,
  shape,
  text,
} from './shape.ts'

/** What the platform does not have yet. */
export const draftShape = shape({
  name: 'draft',
  fields: {
    id: text,
    kind: oneOf(draftKinds),
    stage: oneOf(listedStages),
    ticketId: maybe(integer),
    title: maybe(text),
    text: maybe(text),
    answers: maybe(anyObject),
    files: listOf(object({ name: text, path: text, size: bytes, sent: bool })),
    user: text,
    platform: text,
    created: moment,
    changed: moment,
    command: text,
    form: maybe(
      object({ id: integer, title: text, answers: listOf(object({ question: integer, label: text, answer: text })) }),
    ),
  },
  columns: ['id', 'kind', 'stage', 'ticketId', 'title', 'user', 'platform', 'changed'],
  list: true,
})

export function draftRecord(draft: Draft, dates: Dates): RecordOf<typeof draftShape> {
  const { id, kind, owner, files } = draft
  const answers = draft.kind === 'ticket' ? shownAnswers(draft) : null
  const form = draft.kind === 'ticket' ? draft.form : undefined
  return {
    id,
    kind,
    stage: listedStage(draft),
    ticketId: draft.ticketId ?? null,
    title: (draft.kind === 'ticket' ? titleOf(draft) : undefined) ?? null,
    text: draft.kind === 'ticket' ? (answers?.description ?? null) : draft.text,
    answers,
    files: files.map(({ name, path, size, document, submitted }) => ({
      name,
      path,
      size,
      sent: document !== undefined || submitted === true,
    })),
    user: owner.user,
    platform: owner.platform,
    created: dates.iso(new Date(draft.created)),
    changed: dates.iso(new Date(draft.changed)),
    command: resumeCommand(draft),
    form: form ? { id: form.id, title: form.title, answers: answersIn(form) } : null,
  }
}

function answersIn(form: DraftForm): Array<{ question: number; label: string; answer: string }> {
  return readAnswers(form).map(({ question, label, text }) => ({ question, label, answer: text }))
}
