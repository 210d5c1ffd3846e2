import type { Context } from '../../context.ts'
import { IpeosError, PartlyDone, Unreachable } from '../../errors.ts'
import type { Platform } from '../../glpi/platform.ts'
import { dates } from '../../i18n/dates.ts'
import { toJson } from '../../views/records.ts'
import { ticketRecord } from '../../views/ticket-record.ts'
import type { NewOptions } from './new.ts'
import type { Request } from './request.ts'
import { commandToSendAgain, type Refusal, sendFiles } from './send-files.ts'

/** Sends the request, then its files, and tells what became of them. */
export async function createTicket(
  request: Request,
  platform: Platform,
  options: NewOptions,
  context: Context,
): Promise<void> {
  const { terminal } = context
  const id = await create(request, platform, context)
  const refused = await sendFiles(id, request.files, platform.documents, context)
  const link = await platform.tickets.link(id)
  terminal.note('new.saved', { id })
  terminal.show(link)
  terminal.note('new.follow', { id })
  const incomplete = refused.length > 0 ? filesMissing(id, refused, context) : undefined
  try {
    await printForScripts(id, link, platform, options, context)
  } catch (error) {
    throw incomplete ?? notRead(id, error)
  }
  if (incomplete) throw incomplete
}

async function create(request: Request, platform: Platform, { terminal, t, ifInterrupted }: Context): Promise<number> {
  ifInterrupted({ key: 'new.interrupted' })
  try {
    const { id } = await terminal.during(
      t('new.sending'),
      platform.tickets.create({
        type: request.type,
        urgency: request.urgency,
        title: request.title,
        description: request.description,
        notify: request.notify,
        ...(request.category ? { categoryId: request.category.id } : {}),
        ...(request.equipment ? { equipment: request.equipment.key } : {}),
        ...(request.notify && request.email ? { email: request.email } : {}),
      }),
    )
    return id
  } catch (error) {
    throw answerLost(error) ? perhapsSaved(error, t) : error
  } finally {
    ifInterrupted(undefined)
  }
}

/** What shows that the platform never had the request, or would not have it: all else may have come after the ticket. */
const neverThere =
  /\.(unknown-host|connection-refused|no-route|proxy-refused|certificate-.+|tls|too-many-requests|api-off|redirected)$/

function answerLost(error: unknown): error is IpeosError {
  if (!(error instanceof IpeosError)) return false
  if (error.text.key === 'platform.unexpected-answer') return true
  return error instanceof Unreachable && !neverThere.test(error.text.key)
}

/** Sent again, it could be there twice: so the person is told to look first. */
function perhapsSaved(error: IpeosError, t: Context['t']): Unreachable {
  const reason = t(error.text.key, error.text.parameters)
  return new Unreachable('new.perhaps-saved', { reason }, { hint: { key: 'new.perhaps-saved-hint' }, cause: error })
}

/** The number for scripts, or the ticket as JSON; a person was told already. */
async function printForScripts(
  id: number,
  link: string,
  platform: Platform,
  { json }: NewOptions,
  { terminal, t, clock }: Context,
): Promise<void> {
  if (json !== undefined) {
    const inWords = dates({ language: t.language, now: clock.now(), timeZone: terminal.timeZone })
    terminal.print(toJson(ticketRecord(await platform.tickets.get(id), link, inWords), json))
  } else if (!terminal.outputIsTerminal) terminal.print(String(id))
}

function filesMissing(id: number, refused: Refusal[], { terminal, t }: Context): PartlyDone {
  for (const { file, reason } of refused) {
    terminal.warn('new.file-refused', { name: file.name, reason: t(reason.key, reason.parameters) })
  }
  const command = commandToSendAgain(
    id,
    refused.map(({ file }) => file),
  )
  const hint = { key: 'new.send-again', parameters: { command } } as const
  return new PartlyDone('new.files-missing', { id, count: refused.length }, { hint })
}

function notRead(id: number, error: unknown): unknown {
  if (!(error instanceof IpeosError)) return error
  return new PartlyDone('new.not-read', { id }, { hint: { key: 'new.follow', parameters: { id } }, cause: error })
}
