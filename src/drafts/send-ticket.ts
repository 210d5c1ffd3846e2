import { Failed, type IpeosError, Unreachable } from '../errors/error.ts'
import type { Platform } from '../glpi/platform.ts'
import type { NewTicket } from '../itil/ticket.ts'
import type { TicketDraft } from './draft.ts'
import type { OpenDraft } from './drafts.ts'
import { exactlyOnce, type Patience } from './exactly-once.ts'
import { noted } from './noted.ts'
import { resumeHint, withResumeHint } from './resume-hint.ts'
import { type Missing, sendFiles } from './send-files.ts'
import type { Sender } from './sender.ts'
import { lookForTwins } from './twin-look.ts'

/** A ticket that the platform has. */
export interface SentTicket {
  id: number
  /** Tickets of the same request that came after it: something on the way sent it twice. */
  younger: number[]
  /** The files that it does not have. */
  missing: Missing[]
}

/**
 * Opens the ticket that a draft asks for, then sends its files, each exactly once; how far it got is in the draft after
 * each step. Rejects with the platform's error when the ticket did not arrive, telling how to go on from the draft.
 */
export function sendTicket(open: OpenDraft<TicketDraft>, context: Sender): Promise<SentTicket> {
  return withResumeHint(
    context,
    () => open,
    async () => {
      context.ifInterrupted(resumeHint(open))
      const platform = await context.platform()
      const { id, younger } = await createAsTaken(open, platform, context)
      return { id, younger, missing: await sendFiles({ open, ticketId: id, before: [], platform, context }) }
    },
  )
}

type CreatedTicket = Pick<SentTicket, 'id' | 'younger'>

/** With `--best-effort`, what the platform may have refused is left out, told in the text, and the rest sent. */
async function createAsTaken(
  open: OpenDraft<TicketDraft>,
  platform: Platform,
  context: Sender,
): Promise<CreatedTicket> {
  try {
    return await create(open, platform, context)
  } catch (error) {
    const { bestEffort, answers } = open.draft
    const { category, equipment, description = '' } = answers
    if (!bestEffort || !(error instanceof Failed) || error.fate !== 'not-done' || !(category || equipment)) throw error
    const parameters = {
      category: category?.fullName ?? context.t('request.none'),
      equipment: equipment?.name ?? context.t('request.none'),
      reason: context.t(error.text),
    }
    const text = noted(description, [{ key: 'new.noted-refused', parameters }], context)
    await open.change({ answers: { ...answers, category: null, equipment: null, description: text } })
    return create(open, platform, context)
  }
}

async function create(
  open: OpenDraft<TicketDraft>,
  platform: Platform,
  { terminal, t, patience }: Sender,
): Promise<CreatedTicket> {
  const before = open.draft.ticketId
  const onDoubt = (seconds: number): void => terminal.note('draft.doubt', { seconds })
  try {
    const creating = createTicket(open, platform, { ...patience, onDoubt })
    const { id, wasThere, younger } = await terminal.during(t('new.sending'), creating)
    if (wasThere && before === undefined) terminal.note('new.was-there', { id })
    return { id, younger }
  } catch (error) {
    throw open.draft.unanswered && error instanceof Unreachable ? perhapsSaved(error, t) : error
  }
}

function perhapsSaved(error: IpeosError, t: Sender['t']): Unreachable {
  return new Unreachable('perhaps-saved', { reason: t(error.text) }, { cause: error })
}

/**
 * Creates the ticket of a draft, whose number is its mark, exactly once; gives its number, whether an earlier send had made
 * it, and those that something on the way made of it besides: of several the oldest is ours, before it has files. Rejects with the platform's error; what is known of it is in the draft by then.
 */
export async function createTicket(
  open: OpenDraft<TicketDraft>,
  { tickets }: Pick<Platform, 'tickets'>,
  patience: Patience & { onDoubt?(seconds: number): void },
): Promise<{ id: number; wasThere: boolean; younger: number[] }> {
  const { id: mark, ticketId, unanswered, keyMark, answers } = open.draft
  if (ticketId !== undefined) {
    const all = await allOf(mark, ticketId, tickets)
    return { id: ticketId, wasThere: true, younger: all.filter((id) => id > ticketId) }
  }
  const marks = { mark, ...(keyMark !== undefined && { keyMark }) }
  const { result, wasThere } = await exactlyOnce(
    {
      find: () => tickets.findByMark(mark),
      send: async () => (await tickets.create({ ...newTicket(answers), ...marks })).id,
      unanswered,
      keep: (unanswered) => open.change({ unanswered }),
      ...(patience.onDoubt && { onDoubt: patience.onDoubt }),
    },
    patience,
  )
  await open.change({ ticketId: result, unanswered: undefined })
  const [oldest = result, ...younger] = await allOf(mark, result, tickets)
  if (oldest === result) return { id: result, wasThere, younger }
  await open.change({ ticketId: oldest })
  return { id: oldest, wasThere, younger }
}

async function allOf(mark: string, made: number, { allWithMark }: Platform['tickets']): Promise<number[]> {
  return (await lookForTwins(() => allWithMark(mark, made))) ?? []
}

/** Answers as the platform takes them. */
export function newTicket({ category, equipment, email, ...answers }: TicketDraft['answers']): NewTicket {
  const { type = 'incident', urgency = 'medium', notify = true, title = '', description = '' } = answers
  return {
    ...{ type, urgency, title, description, notify },
    ...(category && { categoryId: category.id }),
    ...(equipment && { equipment: equipment.key }),
    ...(notify && email && { email }),
  }
}
