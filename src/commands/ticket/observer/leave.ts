import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { Cancelled, Failed, fateOf, NotFound, WrongUsage } from '../../../errors/error.ts'
import type { Around } from '../../../glpi/around/around.ts'
import type { TicketPart } from '../../../itil/ticket-part.ts'
import { described } from '../../command-facts.ts'
import { oneTicket } from '../several/tickets.ts'
import { ticketArgument } from '../ticket-number.ts'
import { isObserver } from './named-part.ts'

interface LeaveFlags {
  yes?: boolean
}

export function addLeave(ticket: Command, context: Context, run = leave): void {
  const { t } = context
  const command = described(ticket.command('leave'), 'leave', t)
    .addArgument(ticketArgument('[ticket]', t('leave.ticket')))
    .option('-y, --yes', t('cancel.option.yes'))
    .action((id: number | undefined, flags: LeaveFlags) => run(id, flags, context))
  command.examples = ['ipeos ticket list --observed', 'ipeos ticket leave 18 --yes']
}

/** Ends that this person observes a ticket, once they said so: they see it no more. */
async function leave(named: number | undefined, { yes = false }: LeaveFlags, context: Context): Promise<void> {
  const { terminal, prompts, t } = context
  if (named !== undefined && !yes && !terminal.interactive) throw new WrongUsage('leave-unconfirmed', { id: named })
  const id = await oneTicket(named, 'leave', context)
  if (id === undefined) return
  const { around, tickets } = await context.platform()
  const reading = Promise.all([around.people(id), tickets.get(id)])
  const [parts, { title }] = await terminal.during(t('terminal.waiting'), reading)
  const own = parts.filter(isObserver).filter(({ mine }) => mine)
  if (own.length === 0) throw new Failed(parts.some(({ mine }) => mine) ? 'own-not-left' : 'not-observing', { id })
  if (!yes && !(await prompts.confirm({ message: t('leave.question', { id, title }), default: false })))
    throw new Cancelled('ticket-kept', { id })
  const leaving = async () => {
    for (const part of own) await around.removeObserver(part).catch(unlessDone)
    return partsNow(id, around)
  }
  const now = await terminal.during(t('write.sending'), leaving())
  if (now?.some((part) => isObserver(part) && part.mine)) throw new Failed('still-observing', { id })
  terminal.done(now ? 'leave.still-seen' : 'leave.done', { id })
}

/** Of what nobody knows whether it was done, it is seen afterwards. */
function unlessDone(error: unknown): void {
  if (fateOf(error) !== 'unknown') throw error
}

/** Undefined where this person sees it no more. */
async function partsNow(id: number, around: Around): Promise<TicketPart[] | undefined> {
  try {
    return await around.people(id)
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}
