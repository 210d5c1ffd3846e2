import type { Context } from '../../app/context.ts'
import type { TicketDraft } from '../../drafts/draft.ts'
import type { OpenDraft } from '../../drafts/drafts.ts'
import { IpeosError } from '../../errors/error.ts'
import type { AlertAction, AlertRecord } from '../../records/alert.ts'
import { madeDo } from '../request/best-effort.ts'
import type { Arrival } from '../request/dedupe.ts'
import { joinWaiting } from '../request/join-waiting.ts'
import { deliver } from '../request/open-ticket.ts'
import type { RequestFlags } from '../request/request.ts'
import type { DraftOptions } from '../request/request-draft.ts'
import { spooled } from '../request/spooled-request.ts'
import { tellArrival } from '../request/tell-ticket.ts'
import { isForAll, type Outcome } from './alert-failure.ts'
import { type Alert, textOf, titleOf } from './alert-form.ts'

export interface SendOptions
  extends Pick<RequestFlags, 'category' | 'about' | 'urgency' | 'notify' | 'email' | 'type'> {
  dedupeEvery?: number
  acceptRecovery?: boolean
}

/** What is about to be sent, on disk. */
interface Waiting {
  alert: Alert
  open: OpenDraft<TicketDraft>
}

/**
 * Brings each alert to the ticket of its problem. All of them are on disk before the first one leaves; `onTicket` is told
 * the number of each that has one. What stops one keeps no other back, unless it would stop them all.
 */
export async function sendAlerts(
  alerts: Alert[],
  options: SendOptions,
  onTicket: (id: number) => void,
  context: Context,
): Promise<Outcome[]> {
  const waiting: Waiting[] = []
  for (const alert of alerts) waiting.push({ alert, open: await keptAlert(alert, options, context) })
  const outcomes: Outcome[] = []
  let stop: IpeosError | undefined
  for (const one of waiting) {
    const outcome: Outcome = stop ? await left(one, stop, context) : await sendAlert(one, options, onTicket, context)
    if (outcome.error && isForAll(outcome.error)) stop = outcome.error
    outcomes.push(outcome)
  }
  return outcomes
}

/** What marks the ticket of a problem; the same number of two kinds of monitoring is two problems. */
export function keyOf({ source, fingerprint }: Alert): string {
  return `alert ${source} ${fingerprint}`
}

/** What a draft says of an alert beside its words. */
export function natureOf({ state }: Alert, { acceptRecovery = false }: SendOptions) {
  if (state === 'firing') return { keep: true, byApi: true }
  const accept = acceptRecovery && state === 'recovered'
  return { keep: true, byApi: true, says: state, onlyIfOpen: true, ...(accept && { accept }) } as const
}

async function keptAlert(alert: Alert, options: SendOptions, context: Context): Promise<OpenDraft<TicketDraft>> {
  const { category, about, urgency = alert.urgency, notify, email, type } = options
  const equipment = about === undefined ? undefined : [about]
  const words = Object.entries({ category, about: equipment, urgency, notify, email, type }).filter(
    ([, word]) => word !== undefined,
  )
  const flags = {
    ...Object.fromEntries(words),
    title: titleOf(alert, context.t),
    description: textOf(alert, context.t),
  }
  const { given } = await madeDo({ flags, problems: [] }, {}, context)
  const open = await spooled(given, keyed(alert, options), context, natureOf(alert, options))
  if (!open) throw new Error('an alert without a text')
  return open
}

/** What could not be read is always another one. What is wrong with its words keeps no alert from arriving. */
function keyed(alert: Alert, { dedupeEvery }: SendOptions): DraftOptions {
  const isBounded = dedupeEvery !== undefined && alert.source !== 'text'
  return { dedupe: keyOf(alert), bestEffort: true, ...(isBounded && { dedupeEvery }) }
}

async function sendAlert(
  { alert, open }: Waiting,
  options: SendOptions,
  onTicket: (id: number) => void,
  context: Context,
): Promise<Outcome> {
  const record = recordOf(alert, open.draft.unkept ? 'failed' : 'kept', context)
  const print = async (id: number): Promise<void> => onTicket(id)
  const tell = async (arrival: Arrival, sent: OpenDraft<TicketDraft>): Promise<void> => {
    Object.assign(record, { action: actionOf(arrival, alert), ticket: ticketOf(arrival) })
    await tellArrival(arrival, sent, print, context)
  }
  try {
    const asWritten = { ...keyed(alert, options), yes: true, unattended: true, suggest: false }
    await deliver(open, { flags: {}, problems: [] }, asWritten, context, tell)
    return { record }
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    return stopped(record, error, open, context)
  }
}

/** What would be stopped as the one before it was: it stays on disk. */
async function left({ alert, open }: Waiting, error: IpeosError, context: Context): Promise<Outcome> {
  await joinWaiting(open, context).finally(() => open.release())
  const record = recordOf(alert, open.draft.unkept ? 'failed' : 'kept', context)
  return stopped(record, error, open, context)
}

function stopped(record: AlertRecord, error: IpeosError, { draft }: OpenDraft<TicketDraft>, { t }: Context): Outcome {
  const lost = record.action === 'failed' ? { lost: draft.answers.description } : {}
  return { record: { ...record, error: t(error.text) }, error, ...lost }
}

export function recordOf(alert: Alert, action: AlertAction, { t }: Context): AlertRecord {
  const { fingerprint, source, state } = alert
  return { fingerprint, source, state, title: titleOf(alert, t), action, ticket: null, error: null }
}

function actionOf(arrival: Arrival, { state }: Alert): AlertAction {
  if ('nowhere' in arrival) return 'nothing'
  if ('accepted' in arrival) return 'accepted'
  if ('leftOutOf' in arrival) return 'left-out'
  if ('addedTo' in arrival) return state === 'recovered' ? 'recovered' : 'added'
  return 'opened'
}

function ticketOf(arrival: Arrival): number | null {
  if ('nowhere' in arrival) return arrival.former ?? null
  if ('accepted' in arrival) return arrival.accepted
  if ('leftOutOf' in arrival) return arrival.leftOutOf
  if ('unseen' in arrival) return null
  return 'addedTo' in arrival ? arrival.addedTo : arrival.id
}
