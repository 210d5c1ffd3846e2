import type { Dates } from '../dates/dates.ts'
import { resumeCommand, stageOf } from '../drafts/describe.ts'
import type { Draft } from '../drafts/draft.ts'
import type { draftShape } from './draft-shape.ts'
import type { DataRecord } from './records.ts'

/** A draft for scripts. */
export function draftRecord(draft: Draft, dates: Dates): DataRecord<keyof typeof draftShape.fields> {
  const { id, kind, owner, files } = draft
  return {
    id,
    kind,
    stage: stageOf(draft),
    ticketId: draft.ticketId ?? null,
    title: draft.kind === 'ticket' ? (draft.answers.title ?? null) : null,
    text: draft.kind === 'ticket' ? (draft.answers.description ?? null) : draft.text,
    answers: draft.kind === 'ticket' ? draft.answers : null,
    files: files.map(({ name, path, size, document }) => ({ name, path, size, sent: document !== undefined })),
    user: owner.user,
    platform: owner.platform,
    created: dates.iso(new Date(draft.created)),
    changed: dates.iso(new Date(draft.changed)),
    command: resumeCommand(draft),
  }
}
