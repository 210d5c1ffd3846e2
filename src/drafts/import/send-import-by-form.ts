import { Failed, IpeosError, Unreachable, WrongUsage } from '../../errors/error.ts'
import type { Platform } from '../../glpi/platform.ts'
import type { Message } from '../../i18n/translate.ts'
import type { TicketDraft } from '../draft.ts'
import { type FormHolder, type FormSending, sendForm } from '../form/send-form.ts'
import type { Sender } from '../sender.ts'
import { type ImportState, isSent } from './import-plan.ts'
import type { OpenImport } from './imports.ts'

export interface WatchingForms {
  /** Of the row of this place it is known what became of it. */
  onRow(place: number): void
  onDoubt(seconds: number): void
}

type SendingForms = Pick<Sender, 'patience' | 'files' | 'terminal'> & { t(message: Message): string }

/** One row may be too much for a site; where so many come to nothing in a row, it is the site that fails of its forms. */
const mostDown = 3

/**
 * Sends the answers of those rows that the site does not have, one after the other, each exactly once. What the site
 * refuses is noted, and so is a row of which nobody can tell whether it arrived: it is looked for again by a later command,
 * and never sent again by itself. Rejects with what stopped all the others, or with what the site failed of last.
 */
export async function sendImportByForm(
  open: OpenImport,
  platform: Platform,
  context: SendingForms,
  { onRow, onDoubt }: WatchingForms,
): Promise<void> {
  const sending: FormSending = { onDoubt }
  // Whatever a former command left open comes first: only then is it known what the rest is.
  const isOpen = (place: number): number => Number(open.state.byForm?.[place]?.unanswered !== undefined)
  const order = [...open.plan.rows.keys()].sort((one, other) => isOpen(other) - isOpen(one))
  let down = 0
  let last: Unreachable | undefined
  for (const place of order) {
    const failure = isSent(open.state, place) ? undefined : await sendRow(place, open, platform, context, sending)
    if (!failure) onRow(place)
    last = failure ?? last
    down = failure ? down + 1 : 0
    if (down >= mostDown) break
  }
  if (last) throw last
}

/** Gives what the site failed of, where the next row may fare better. */
async function sendRow(
  place: number,
  open: OpenImport,
  platform: Platform,
  context: SendingForms,
  sending: FormSending,
): Promise<Unreachable | undefined> {
  const noteRefused = (reason: string | undefined): Promise<void> => {
    const { [place]: _former, ...others } = open.state.refused
    return open.change({ refused: reason === undefined ? others : { ...others, [place]: reason } })
  }
  try {
    const { younger } = await sendForm(holderOf(open, place), platform, context, sending)
    if (place in open.state.refused) await noteRefused(undefined)
    if (younger.length > 0) await open.change({ younger: { ...open.state.younger, [place]: younger } })
    return undefined
  } catch (error) {
    if (error instanceof Unreachable && error.code === 'forms-down') return error
    if (!isOfRow(error)) throw error
    await noteRefused(context.t(error.text))
    return undefined
  }
}

/** Whether the next row may fare better: the answers were refused, a file of this computer is not what it was, or nobody can tell. */
function isOfRow(error: unknown): error is IpeosError {
  if (error instanceof WrongUsage) return true
  if (error instanceof Failed) return error.code !== 'form-changed' && error.fate === 'not-done'
  return error instanceof IpeosError && error.code === 'perhaps-submitted'
}

/** A row as a draft by a form, which is what is sent exactly once: how far it got is in the state of its import. */
function holderOf(open: OpenImport, place: number): FormHolder {
  const { plan } = open
  const row = plan.rows[place]
  if (!row?.byForm) throw new RangeError('the row is for no form')
  const form = row.byForm
  return {
    get draft(): TicketDraft {
      const { state } = open
      const { unanswered, ...known } = state.byForm?.[place] ?? {}
      return {
        ...{ version: 2, kind: 'ticket', id: `${plan.id}-${place}-form`, owner: plan.owner },
        ...{ created: plan.created, changed: plan.created, answers: {}, filesDone: true },
        form: { ...form, ...known },
        files: state.files?.[place] ?? row.files ?? [],
        unanswered,
        ticketId: state.tickets[place],
      }
    },
    change: (fields) => open.change(changed(open.state, place, fields)),
  }
}

/** Of the answers themselves nothing changes. */
function changed(state: ImportState, place: number, fields: Partial<TicketDraft>): Partial<ImportState> {
  const { ticketId, files, form } = fields
  const before = state.byForm?.[place] ?? {}
  const { markIn, newestBefore, others, unseen } = form ?? before
  const unanswered = 'unanswered' in fields ? fields.unanswered : before.unanswered
  return {
    byForm: { ...state.byForm, [place]: { markIn, newestBefore, others, unseen, unanswered } },
    ...(ticketId !== undefined && { tickets: { ...state.tickets, [place]: ticketId } }),
    ...(files && { files: { ...state.files, [place]: files } }),
  }
}
