import type { Context } from '../../../app/context.ts'
import { resumeCommand } from '../../../drafts/describe.ts'
import type { TicketDraft } from '../../../drafts/draft.ts'
import type { OpenDraft } from '../../../drafts/drafts.ts'
import { closeDraft, type Missing } from '../../../drafts/send-files.ts'
import type { Sent } from '../../../drafts/send-message.ts'
import { failOnMissingFiles } from '../../../drafts/send-message.ts'
import type { SentTicket } from '../../../drafts/send-ticket.ts'
import { IpeosError, PartlyDone } from '../../../errors/error.ts'
import type { Message } from '../../../i18n/translate.ts'
import { type ChosenFields, toJson } from '../../../records/records.ts'
import { ticketRecord } from '../../../records/ticket-record.ts'
import { seenTicket } from '../seen-ticket.ts'

/**
 * Tells the number of a new ticket, and where it is, then forgets its draft. Throws `PartlyDone` (7) when some of its
 * files are missing, or it cannot be read.
 */
export async function tellCreated(
  { id, missing }: SentTicket,
  open: OpenDraft<TicketDraft>,
  json: ChosenFields | undefined,
  context: Context,
): Promise<void> {
  const link = await tellWhere('new.saved', id, context)
  await context.seen.remember('ticket', [
    seenTicket({ id, title: open.draft.answers.title ?? '', status: 'new' }, context.t),
  ])
  const incomplete = missing.length > 0 ? filesMissing(id, missing, open, context) : undefined
  try {
    await printForScripts(id, link, json, context)
  } catch (error) {
    throw incomplete ?? notRead(id, error)
  } finally {
    // Only now: a command killed before its last word says it again.
    await closeDraft(open, missing)
  }
  if (incomplete) throw incomplete
}

/** The same of a ticket that was open, and to which the request went as a comment. */
export async function tellAdded(
  id: number,
  sent: Sent,
  json: ChosenFields | undefined,
  context: Context,
): Promise<void> {
  const link = await tellWhere('new.added', id, context)
  await printForScripts(id, link, json, context)
  failOnMissingFiles(sent, id, context)
}

/** Gives the address of the ticket on the web. */
async function tellWhere(key: 'new.saved' | 'new.added', id: number, { platform, terminal }: Context): Promise<string> {
  terminal.note(key, { id })
  const link = await (await platform()).tickets.link(id)
  terminal.show(link)
  terminal.note('new.follow', { id })
  return link
}

/** The number for scripts, or the ticket as JSON; a person was told already. */
async function printForScripts(
  id: number,
  link: string,
  json: ChosenFields | undefined,
  context: Context,
): Promise<void> {
  const { terminal, platform } = context
  if (json !== undefined) {
    const ticket = await (await platform()).tickets.get(id)
    terminal.print(toJson(ticketRecord(ticket, link, context.dates()), json))
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
