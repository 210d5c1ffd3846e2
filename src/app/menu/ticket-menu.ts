import { surveyOf } from '../../commands/ticket/show/shown-ticket.ts'
import { IpeosError } from '../../errors/error.ts'
import { mayChange } from '../../itil/survey.ts'
import type { Ticket } from '../../itil/ticket.ts'
import { type AroundAction, actionsOn, aroundOn, type TicketAction } from '../../itil/ticket-action.ts'
import { plain } from '../../terminal/sanitize.ts'
import { statusWord } from '../../views/word.ts'
import type { Context } from '../context.ts'
import { aroundMenu } from './around-menu.ts'
import { type Item, type MenuPlace, offer } from './offer.ts'

/** Shows a ticket, then offers what can be done with it, as it stands each time, until the person has enough of it. */
export async function ticketMenu(id: number, place: MenuPlace): Promise<undefined> {
  const { t } = place.context
  if ((await place.run(['ticket', 'show', String(id)])) !== 0) return
  for (;;) {
    const found = await now(id, place)
    if (!found) return
    const { ticket } = found
    const parameters = { id, title: plain(ticket.title), status: statusWord(ticket.status, t) }
    const chosen = await offer(t('menu.ticket', parameters), itemsOf(id, found, place), place)
    if (chosen === undefined || (await chosen()) === 'leave') return
  }
}

interface Now {
  ticket: Ticket
  actions: TicketAction[]
  around: ReadonlySet<AroundAction>
  /** It is closed, and its survey waits for a mark, or may have another one still. */
  mayRate: boolean
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

async function read(id: number, { platform: connect, clock }: Context): Promise<Now> {
  const { tickets, surveys } = await connect()
  const ticket = await tickets.get(id)
  const asking = ticket.readOnly ? undefined : surveyOf(ticket, { surveys })
  const [timeline, survey] = [await tickets.timeline(ticket), await asking]
  return {
    ticket,
    actions: actionsOn(ticket, timeline),
    around: aroundOn(ticket, timeline),
    mayRate: survey !== undefined && mayChange(survey, clock.now()),
  }
}

function itemsOf(
  id: number,
  { ticket: { documents, status, readOnly }, actions, around, mayRate }: Now,
  place: MenuPlace,
): Item[] {
  const { context, run } = place
  const { t } = context
  const line = (...words: string[]): Item['act'] => {
    return async () => {
      await run(['ticket', ...words])
      return undefined
    }
  }
  // A ticket that was cancelled may be gone.
  const cancel: Item['act'] = async () => ((await run(['ticket', 'cancel', String(id)])) === 0 ? 'leave' : undefined)
  const follows = status === 'closed' && !readOnly
  return [
    ...(mayRate ? [{ says: t('menu.ticket.rate'), act: line('rate', String(id)) }] : []),
    ...actions.map((action): Item => {
      const says = t(`menu.ticket.${action}`, { count: documents.length })
      return { says, act: action === 'cancel' ? cancel : line(action, String(id)) }
    }),
    ...(follows ? [{ says: t('menu.ticket.related'), act: line('new', '--related', String(id)) }] : []),
    { says: t('menu.ticket.around'), act: () => aroundMenu(id, around, place) },
    { says: t('menu.ticket.again'), act: line('show', String(id)) },
    { says: t('menu.ticket.web'), act: line('show', String(id), '--web') },
    { says: t('menu.ticket.back'), act: async () => 'leave' },
  ]
}
