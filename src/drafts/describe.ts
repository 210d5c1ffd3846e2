import type { Draft, TicketDraft, TypedAnswers } from './draft.ts'

/** A request, or something said on a ticket. */
export const draftKinds = [
  'ticket',
  'comment',
  'refusal',
  'acceptance',
  'attachment',
] as const satisfies Draft['kind'][]

/** How far it got: being typed; sent, without an answer yet; there, but for its files. */
export type DraftStage = 'typing' | 'sending' | 'created'

export const listedStages = ['typing', 'waiting', 'sending', 'created'] as const
export type ListedStage = (typeof listedStages)[number]

/** How far a draft got. */
export function stageOf(draft: Draft): DraftStage {
  if (draft.kind === 'ticket' ? isMade(draft) : draft.arrived) return 'created'
  return draft.unanswered ? 'sending' : 'typing'
}

function isMade({ ticketId, form }: TicketDraft): boolean {
  return ticketId !== undefined || form?.unseen !== undefined
}

/** True for what waits for the platform, and for nobody else: not for what a person is still typing. */
export function isWaiting(draft: Draft): boolean {
  if (draft.kind !== 'ticket') return !draft.unfinished
  return !draft.byHand || draft.confirmed === true || stageOf(draft) !== 'typing'
}

/** How far a draft got, for whoever lists it: what waits for the platform alone is not being typed. */
export function listedStage(draft: Draft): ListedStage {
  const { files } = draft
  if (draft.kind === 'attachment' && files.every(({ document }) => document === undefined))
    return files.some(({ unanswered }) => unanswered) ? 'sending' : 'waiting'
  const stage = stageOf(draft)
  return stage === 'typing' && isWaiting(draft) ? 'waiting' : stage
}

/** What a job said of a key, and nobody was at. */
function isOfJob(draft: TicketDraft): boolean {
  const isSaid = !draft.byHand && (draft.given !== undefined || draft.confirmed === true)
  return isSaid && draft.keyMark !== undefined && stageOf(draft) === 'typing'
}

/** The command that goes on where this draft stopped; what a job keeps of a key may be joined to what it says next. */
export function resumeCommand(draft: Draft): string {
  if (draft.kind === 'ticket' && isOfJob(draft)) return 'ipeos draft send --all'
  if (draft.kind === 'ticket') return `ipeos ticket new --resume ${shortId(draft)}`
  if (!draft.unfinished) return `ipeos draft send ${shortId(draft)}`
  return `ipeos ticket ${draft.kind === 'refusal' ? 'refuse' : 'comment'} ${draft.ticketId}`
}

/** What was typed of answers and is none yet. */
export function typedIn({ typing, descriptionDone, answers }: TicketDraft): TypedAnswers {
  if (typing || descriptionDone !== false || answers.description === undefined) return typing ?? {}
  return { description: answers.description }
}

/** The answers as far as they go: what was typed of one stands for it. */
export function shownAnswers(draft: TicketDraft): TicketDraft['answers'] {
  const { equipment: _equipment, category: _category, ...texts } = typedIn(draft)
  return { ...draft.answers, ...texts }
}

/**
 * What it is about, in a few words: a title, or, of answers to a form, its title and the first line typed there; where that
 * was left empty, its title alone, or with the word for `untitled`.
 */
export function titleOf(draft: TicketDraft, untitled = ''): string | undefined {
  const { form } = draft
  if (!form) return shownAnswers(draft).title?.trim() || undefined
  const [first] = form.questions.flatMap(({ id, kind }) => {
    const answer = form.answers[id]
    return (kind === 'text' || kind === 'long-text') && answer && 'text' in answer ? [answer.text] : []
  })
  if (first === undefined) return form.title
  const line = first.trim().split('\n')[0] || untitled
  return line === '' ? form.title : `${form.title} – ${line}`
}

/** The equipment of an answer: an older ipeos kept one alone. */
export function keptItems(equipment: TicketDraft['answers']['equipment']): Array<{ key: string; name: string }> {
  return equipment ? [equipment].flat() : []
}

/** The part of the number that a person types: the first eight characters. */
export function shortId({ id }: Pick<Draft, 'id'>): string {
  return id.slice(0, 8)
}
