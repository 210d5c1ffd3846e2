import { Cancelled, NotAllowed, Unreachable } from '../errors.ts'
import type { Message } from '../i18n/translate.ts'
import { resumeCommand, shortId } from './describe.ts'
import type { Draft } from './draft.ts'

/** What a person must know when work on this draft stops half-way. */
export function keptMessage(draft: Draft): Message {
  return { key: 'draft.kept', parameters: { command: resumeCommand(draft) } }
}

/**
 * The same error, with going on as the next thing to do, where that is what helps: the network, or the person's own
 * will, stopped it. Undefined for any other error.
 */
export function withResume(error: unknown, draft: Draft): Unreachable | Cancelled | undefined {
  const details = { hint: keptMessage(draft), cause: error }
  if (error instanceof Unreachable) return new Unreachable(error.text.key, error.text.parameters, details)
  if (error instanceof Cancelled) return new Cancelled(error.text.key, error.text.parameters, details)
  return undefined
}

/** Runs work on a draft; whatever stops it, the person is told that nothing is lost, and how to go on. */
export async function whileKept<Result>(
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
    const told = withResume(error, draft)
    // Sent again as it is, it would be refused again.
    if (error instanceof NotAllowed)
      context.terminal.note('draft.kept-refused', { command: `ipeos draft show ${shortId(draft)}` })
    else if (!told) context.terminal.note('draft.kept', { command: resumeCommand(draft) })
    throw told ?? error
  } finally {
    context.ifInterrupted(undefined)
  }
}
