import { IpeosError } from '../../errors/error.ts'
import type { Ticket } from '../../itil/ticket.ts'
import { actionsOn, type TicketAction } from '../../itil/ticket-action.ts'
import { plain } from '../../terminal/sanitize.ts'
import { statusWord } from '../../views/word.ts'
import type { Context } from '../context.ts'
import { type Item, type MenuPlace, offer } from './offer.ts'

/** Shows a ticket, then offers what can be done with it, as it stands each time, until the person has enough of it. */
export async function ticketMenu(id: number, place: MenuPlace): Promise<undefined> {
  const { t } = place.context
  if ((await place.run(['ticket', 'show', String(id)])) !== 0) return
  for (;;) {
    const found = await now(id, place)
    if (!found) return
    const { ticket, actions } = found
    const parameters = { id, title: plain(ticket.title), status: statusWord(ticket.status, t) }
    const chosen = await offer(t('menu.ticket', parameters), itemsOf(id, actions, ticket, place), place)
    if (chosen === undefined || (await chosen()) === 'leave') return
  }
}

interface Now {
  ticket: Ticket
  actions: TicketAction[]
}

/** Undefined where it can be read no more, which is told. */
async function now(id: number, place: MenuPlace): Promise<Now | undefined> {
  const { terminal, t } = place.context
  try {
    return await terminal.during(t('show.loading', { id }), read(id, place.context))
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    await place.tell(error)
    return undefined
  }
}

async function read(id: number, { platform: connect }: Context): Promise<Now> {
  const { tickets } = await connect()
  const ticket = await tickets.get(id)
  return { ticket, actions: actionsOn(ticket, await tickets.timeline(ticket)) }
}

function itemsOf(
  id: number,
  actions: TicketAction[],
  { documents }: Ticket,
  { context: { t }, run }: MenuPlace,
): Item[] {
  const line = (...words: string[]): Item['act'] => {
    return async () => {
      await run(['ticket', ...words])
      return undefined
    }
  }
  // A ticket that was cancelled may be gone.
  const cancel: Item['act'] = async () => ((await run(['ticket', 'cancel', String(id)])) === 0 ? 'leave' : undefined)
  return [
    ...actions.map((action): Item => {
      const says = t(`menu.ticket.${action}`, { count: documents.length })
      return { says, act: action === 'cancel' ? cancel : line(action, String(id)) }
    }),
    { says: t('menu.ticket.again'), act: line('show', String(id)) },
    { says: t('menu.ticket.web'), act: line('show', String(id), '--web') },
    { says: t('menu.ticket.back'), act: async () => 'leave' },
  ]
}
