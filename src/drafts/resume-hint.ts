import { Cancelled, NotAllowed, Unreachable } from '../errors/error.ts'
import type { Message } from '../i18n/translate.ts'
import { resumeCommand, shortId } from './describe.ts'
import type { Draft } from './draft.ts'

/** What a person must know when work on this draft stops half-way. */
export function resumeHint(draft: Draft): Message {
  return { key: 'draft.kept', parameters: { command: resumeCommand(draft) } }
}

/** Runs work on a draft; whatever stops it, the person is told that nothing is lost, and how to go on. */
export async function withResumeHint<Result>(
  context: {
    ifInterrupted(message: Message | undefined): void
    terminal: { note(key: 'draft.kept' | 'draft.kept-refused', parameters: { command: string }): void }
  },
  draftNow: () => Draft | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const draft = draftNow()
    if (!draft) throw error
    // The network, or the person's own will, stopped it: going on is what helps.
    if (error instanceof Unreachable || error instanceof Cancelled) throw error.withHint(resumeHint(draft))
    // Sent again as it is, it would be refused again.
    if (error instanceof NotAllowed)
      context.terminal.note('draft.kept-refused', { command: `ipeos draft show ${shortId(draft)}` })
    else context.terminal.note('draft.kept', { command: resumeCommand(draft) })
    throw error
  } finally {
    context.ifInterrupted(undefined)
  }
}
