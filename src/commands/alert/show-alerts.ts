import type { Context } from '../../app/context.ts'
import { keyMarkOf } from '../../drafts/key-mark.ts'
import { ownerHere } from '../../drafts/own-drafts.ts'
import type { AlertAction } from '../../records/alert.ts'
import { type Place, placeOf } from '../request/dedupe.ts'
import type { Outcome } from './alert-failure.ts'
import { type Alert, textOf, titleOf } from './alert-form.ts'
import { keyOf, natureOf, recordOf, type SendOptions } from './send-alerts.ts'

/** For `--dry-run`: what each alert says, and what would become of it; nothing is sent, and nothing kept. */
export async function showAlerts(
  alerts: Alert[],
  options: SendOptions,
  isForPeople: boolean,
  context: Context,
): Promise<Outcome[]> {
  const { terminal, t } = context
  const owner = await ownerHere(context)
  const outcomes: Outcome[] = []
  for (const alert of alerts) {
    const { dedupeEvery } = options
    const key = { keyMark: keyMarkOf(keyOf(alert), owner), owner, ...(dedupeEvery !== undefined && { dedupeEvery }) }
    const { would, ticket = null } = await placeOf({ ...key, ...natureOf(alert, options) }, context)
    if (isForPeople) terminal.print(`${titleOf(alert, t)}\n\n${textOf(alert, t)}\n`)
    terminal.note(`alert.would.${would}`, { id: ticket ?? 0 })
    outcomes.push({ record: { ...recordOf(alert, actions[would], context), ticket } })
  }
  terminal.note('new.dry-run')
  return outcomes
}

const actions: Record<Place['would'], AlertAction> = {
  open: 'opened',
  add: 'added',
  'leave-out': 'left-out',
  accept: 'accepted',
  nothing: 'nothing',
}
