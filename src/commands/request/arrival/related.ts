import type { Context } from '../../../app/context.ts'
import type { TicketDraft } from '../../../drafts/draft.ts'
import type { OpenDraft } from '../../../drafts/drafts.ts'
import { isForGood } from '../../../drafts/resume-hint.ts'
import { type IpeosError, NotAllowed, NotFound, PartlyDone } from '../../../errors/error.ts'

/** Of a request that belongs to another ticket. */
interface RelatedOptions {
  related?: number
  bestEffort?: boolean
  unattended?: boolean
}

/**
 * Looks whether the ticket that a new one is to be linked to is this customer's, before anybody is asked. What must arrive
 * whatever is wrong with it goes without. Gives its title. Rejects with `NotFound`, or `NotAllowed` for one that is only
 * observed.
 */
export async function ownRelated(
  options: RelatedOptions,
  begun: OpenDraft<TicketDraft> | undefined,
  context: Context,
): Promise<string | undefined> {
  const { related, bestEffort, unattended } = options
  if (related === undefined) return undefined
  const { terminal, t } = context
  const isAsked = terminal.interactive && !unattended
  const { tickets } = await context.platform()
  try {
    const { readOnly, title } = await terminal.during(t('terminal.waiting'), tickets.get(related))
    if (readOnly) throw new NotAllowed('observer', { id: related })
    if (isAsked) terminal.note('new.related', { id: related, title })
    return title
  } catch (error) {
    if (!isRefusal(error) || !isForGood(error) || !bestEffort || isAsked) throw error
    terminal.warn('new.related-left-out', { other: related, reason: t(error.text) })
    delete options.related
    await begun?.change({ related: undefined })
    return undefined
  }
}

function isRefusal(error: unknown): error is IpeosError {
  return error instanceof NotFound || error instanceof NotAllowed
}

/** Tells whether a new ticket is linked to the one that it is related to; gives the error with which to end where it is not. */
export function tellRelated(
  id: number,
  { related, unlinked }: { related: number | undefined; unlinked: IpeosError | undefined },
  { terminal, t }: Pick<Context, 'terminal' | 't'>,
): PartlyDone | undefined {
  if (related === undefined) return undefined
  if (!unlinked) {
    terminal.note('link.done.related', { id, other: related })
    return undefined
  }
  terminal.warn('new.not-linked', { id, other: related, reason: t(unlinked.text) })
  return new PartlyDone('ticket-not-linked', { id, other: related })
}
