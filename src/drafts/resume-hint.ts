import { Cancelled, IpeosError, NotAllowed, NotLoggedIn, Unreachable } from '../errors/error.ts'
import type { Message } from '../i18n/translate.ts'
import { resumeCommand, shortId } from './describe.ts'
import type { Draft } from './draft.ts'
import type { OpenDraft } from './drafts.ts'

/** What a person must know when work on this draft stops half-way; undefined where it is not kept. */
export function resumeHint(draft: Draft): Message | undefined {
  return draft.unkept ? undefined : goOn(draft)
}

function goOn(draft: Draft): Message {
  return { key: 'draft.kept', parameters: { command: resumeCommand(draft) } }
}

/**
 * Runs what is asked of the platform before a draft is sent. What is refused for good leaves no draft; whatever else stops
 * it, the draft waits, and the person is told how to go on.
 */
export async function beforeSending<Result>(
  open: OpenDraft | undefined,
  {
    ifInterrupted,
    terminal,
  }: {
    ifInterrupted(message: Message | undefined): void
    terminal: { remark(key: 'draft.kept', parameters: { command: string }): void }
  },
  work: () => Promise<Result>,
): Promise<Result> {
  if (!open) return work()
  ifInterrupted(resumeHint(open.draft))
  try {
    return await work()
  } catch (error) {
    const { draft } = open
    const isKept = draft.kind === 'ticket' && draft.keep
    if (isForGood(error) && !isKept) await open.remove()
    else if (!open.draft.unkept && !isKept) terminal.remark('draft.kept', { command: resumeCommand(open.draft) })
    await open.release()
    throw error
  } finally {
    ifInterrupted(undefined)
  }
}

/** A network, or a login, may be better next time, and what nobody classified says nothing. */
export function isForGood(error: unknown): boolean {
  const mayPass = error instanceof Unreachable || error instanceof NotLoggedIn || error instanceof Cancelled
  return error instanceof IpeosError && error.fate === 'not-done' && !mayPass && error.code !== 'no-turn'
}

/** Runs work on a draft; whatever stops it, the person is told that nothing is lost, and how to go on. */
export async function withResumeHint<Result>(
  context: {
    ifInterrupted(message: Message | undefined): void
    terminal: { remark(key: 'draft.kept' | 'draft.kept-refused', parameters: { command: string }): void }
  },
  draftNow: () => Draft | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const draft = draftNow()
    // Of what a program said, one word for all that waits comes at the end.
    if (!draft || draft.unkept || (draft.kind === 'ticket' && draft.keep)) throw error
    // The network, or the person's own will, stopped it: going on is what helps.
    if (error instanceof Unreachable || error instanceof Cancelled) throw error.withHint(goOn(draft))
    // Sent again as it is, it would be refused again.
    if (error instanceof NotAllowed)
      context.terminal.remark('draft.kept-refused', { command: `ipeos draft show ${shortId(draft)}` })
    else context.terminal.remark('draft.kept', { command: resumeCommand(draft) })
    throw error
  } finally {
    context.ifInterrupted(undefined)
  }
}
