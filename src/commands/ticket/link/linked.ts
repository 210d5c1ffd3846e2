import type { Context } from '../../../app/context.ts'
import type { LinkedTicket } from '../../../itil/ticket.ts'
import { statusWord } from '../../../views/word.ts'
import { pick } from '../../choice/pick.ts'
import { oneTicket } from '../several/tickets.ts'
import { ticketNumber } from '../ticket-number.ts'

/**
 * The ticket that the person points at, of those that one is linked to; undefined where it is to none, which is told. Where
 * the platform does not tell its links, any ticket may be meant. Rejects with `NotFound` for one that is not this customer's.
 */
export async function pickLinked(id: number, context: Context): Promise<number | undefined> {
  const { terminal, t } = context
  const links = await linksOf(id, context)
  if (!links) return oneTicket(undefined, 'unlink', context)
  if (links.length === 0) {
    terminal.note('unlink.alone', { id })
    return undefined
  }
  const candidates = links.map(({ id: other, title, status }) => {
    return { value: other, number: `#${other}`, state: statusWord(status, t), title, age: '' }
  })
  return pick(t('unlink.question', { id }), candidates, context)
}

/**
 * The ticket that the person points at, to be linked to one: neither itself nor those that it is linked to are offered;
 * undefined where there is no other, which is told. Rejects with `NotFound` for one that is not this customer's.
 */
export async function pickUnlinked(id: number, context: Context): Promise<number | undefined> {
  const links = (await linksOf(id, context)) ?? []
  const { pickTicket } = await import('../../choice/pick-ticket.ts')
  return pickTicket('link-other', ticketNumber, context, [id, ...links.map((linked) => linked.id)])
}

/** The tickets that one is linked to; undefined where the platform does not tell. */
async function linksOf(id: number, { terminal, t, platform }: Context): Promise<LinkedTicket[] | undefined> {
  const { tickets } = await platform()
  const reading = async () => (await tickets.around(await tickets.get(id))).links
  return terminal.during(t('terminal.waiting'), reading())
}
