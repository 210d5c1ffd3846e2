import type { Draft } from './draft.ts'

/** A request, or something said on a ticket. */
export const draftKinds = [
  'ticket',
  'comment',
  'refusal',
  'acceptance',
  'attachment',
] as const satisfies Draft['kind'][]

export const draftStages = ['typing', 'sending', 'created'] as const
/** How far it got: being typed; sent, without an answer yet; there, but for its files. */
export type DraftStage = (typeof draftStages)[number]

/** How far a draft got. */
export function stageOf(draft: Draft): DraftStage {
  if (draft.kind === 'ticket' ? draft.ticketId !== undefined : draft.arrived) return 'created'
  return draft.unanswered ? 'sending' : 'typing'
}

/** True for what waits for the platform, and for nobody else: not for what a person is still typing. */
export function isWaiting(draft: Draft): boolean {
  if (draft.kind !== 'ticket') return !draft.unfinished
  return !draft.byHand || draft.confirmed === true || stageOf(draft) !== 'typing'
}

/** The command that goes on where this draft stopped. */
export function resumeCommand(draft: Draft): string {
  if (draft.kind === 'ticket') return `ipeos ticket new --resume ${shortId(draft)}`
  if (!draft.unfinished) return `ipeos draft send ${shortId(draft)}`
  return `ipeos ticket ${draft.kind === 'refusal' ? 'refuse' : 'comment'} ${draft.ticketId}`
}

/** The part of the number that a person types: the first eight characters. */
export function shortId({ id }: Draft): string {
  return id.slice(0, 8)
}
