import type { Context } from '../../../app/context.ts'
import { createOnce } from '../../../drafts/create-once.ts'
import { resumeCommand } from '../../../drafts/describe.ts'
import type { TicketDraft } from '../../../drafts/draft.ts'
import type { OpenDraft } from '../../../drafts/drafts.ts'
import { keptMessage, whileKept } from '../../../drafts/explain.ts'
import { leave } from '../../../drafts/leave.ts'
import { type Missing, sendFiles } from '../../../drafts/send-files.ts'
import { IpeosError, PartlyDone, Unreachable } from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import type { Message } from '../../../i18n/translate.ts'
import type { NewTicket } from '../../../itil/ticket.ts'
import { type ChosenFields, toJson } from '../../../records/records.ts'
import { ticketRecord } from '../../../records/ticket-record.ts'
import { seenTicket } from '../seen-ticket.ts'
import type { Request } from './request.ts'

/** Sends the request of a draft, then its files, each exactly once, and tells what became of them. */
export async function createTicket(
  request: Omit<Request, 'files'>,
  open: OpenDraft<TicketDraft>,
  platform: Platform,
  json: ChosenFields | undefined,
  context: Context,
): Promise<void> {
  const { terminal, patience } = context
  const { id, missing } = await whileKept(
    context,
    () => open.draft,
    async () => {
      context.ifInterrupted(keptMessage(open.draft))
      const ticketId = await create(request, open, platform, context)
      return { id: ticketId, missing: await sendFiles({ open, ticketId, before: [], platform, patience, context }) }
    },
  )
  const link = await platform.tickets.link(id)
  terminal.note('new.saved', { id })
  await context.seen.remember('ticket', [seenTicket({ id, title: request.title, status: 'new' }, context.t)])
  terminal.show(link)
  terminal.note('new.follow', { id })
  const incomplete = missing.length > 0 ? filesMissing(id, missing, open, context) : undefined
  try {
    await printForScripts(id, link, platform, json, context)
  } catch (error) {
    throw incomplete ?? notRead(id, error)
  } finally {
    // Only now: a command killed before its last word says it again.
    await leave(open, missing)
  }
  if (incomplete) throw incomplete
}

async function create(
  request: Omit<Request, 'files'>,
  open: OpenDraft<TicketDraft>,
  platform: Platform,
  { terminal, t, patience }: Context,
): Promise<number> {
  const before = open.draft.ticketId
  const onDoubt = (): void => terminal.note('draft.doubt')
  try {
    const sending = createOnce(open, newTicket(request), platform, { ...patience, onDoubt })
    const { id, wasThere } = await terminal.during(t('new.sending'), sending)
    if (wasThere && before === undefined) terminal.note('new.was-there', { id })
    return id
  } catch (error) {
    throw open.draft.unanswered && error instanceof Unreachable ? perhapsSaved(error, t) : error
  }
}

/** A request as the platform takes it. */
export function newTicket(request: Omit<Request, 'files'>): NewTicket {
  return {
    type: request.type,
    urgency: request.urgency,
    title: request.title,
    description: request.description,
    notify: request.notify,
    ...(request.category ? { categoryId: request.category.id } : {}),
    ...(request.equipment ? { equipment: request.equipment.key } : {}),
    ...(request.notify && request.email ? { email: request.email } : {}),
  }
}

function perhapsSaved(error: IpeosError, t: Context['t']): Unreachable {
  return new Unreachable('perhaps-saved', { reason: t(error.text) }, { cause: error })
}

/** The number for scripts, or the ticket as JSON; a person was told already. */
export async function printForScripts(
  id: number,
  link: string,
  platform: Platform,
  json: ChosenFields | undefined,
  { terminal, dates }: Context,
): Promise<void> {
  if (json !== undefined) {
    terminal.print(toJson(ticketRecord(await platform.tickets.get(id), link, dates()), json))
  } else if (!terminal.outputIsTerminal) terminal.print(String(id))
}

/** Names each; what may still be sent goes on from the draft, what was refused has to be made another file. */
function filesMissing(
  id: number,
  missing: Missing[],
  open: OpenDraft<TicketDraft>,
  { terminal, t }: Context,
): PartlyDone {
  for (const { file, error } of missing) {
    terminal.warn('new.file-refused', { name: file.name, reason: t(error.text) })
  }
  const later = missing.some(({ refused }) => !refused)
  const hint: Message = later
    ? { key: 'attach.again', parameters: { command: resumeCommand(open.draft) } }
    : { key: 'attach.other-format', parameters: { id } }
  return new PartlyDone('ticket-files-missing', { id, count: missing.length }, { hint })
}

function notRead(id: number, error: unknown): unknown {
  if (!(error instanceof IpeosError)) return error
  return new PartlyDone('ticket-not-read', { id }, { cause: error })
}
