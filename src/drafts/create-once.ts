import type { Platform } from '../glpi/platform.ts'
import type { NewTicket } from '../itil/ticket.ts'
import type { TicketDraft } from './draft.ts'
import type { OpenDraft } from './drafts.ts'
import { once, type Patience } from './once.ts'

/**
 * Creates the ticket of a draft, whose number is its mark, exactly once; gives its number, and whether an earlier send
 * had made it. Rejects with the platform's error; what is known of it is in the draft by then.
 */
export async function createOnce(
  open: OpenDraft<TicketDraft>,
  request: NewTicket,
  { tickets }: Pick<Platform, 'tickets'>,
  patience: Patience & { onDoubt?(): void },
): Promise<{ id: number; wasThere: boolean }> {
  const { id: mark, ticketId, unanswered, keyMark } = open.draft
  if (ticketId !== undefined) return { id: ticketId, wasThere: true }
  const { result, wasThere } = await once(
    {
      find: () => tickets.findByMark(mark),
      send: async () => (await tickets.create({ ...request, mark, ...(keyMark === undefined ? {} : { keyMark }) })).id,
      unanswered,
      keep: (unanswered) => open.change({ unanswered }),
      ...(patience.onDoubt && { onDoubt: patience.onDoubt }),
    },
    patience,
  )
  await open.change({ ticketId: result, unanswered: undefined })
  return { id: result, wasThere }
}
