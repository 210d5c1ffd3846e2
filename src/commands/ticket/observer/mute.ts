import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { Failed, WrongUsage } from '../../../errors/error.ts'
import { isGroup } from '../../../itil/ticket-form.ts'
import type { TicketPart } from '../../../itil/ticket-part.ts'
import { observerShape } from '../../../records/ticket/observer.ts'
import { described } from '../../command-facts.ts'
import { addJsonFlags, printedSchema } from '../../output.ts'
import { ticketArgument } from '../ticket-number.ts'
import { isSamePart, observerNamed } from './named-part.ts'
import { namesOf, type ObserverFlags, printObservers, ticketOf } from './told.ts'

interface Meant {
  id: number | undefined
  word: string | undefined
  /** Whether mails are wanted. */
  wants: boolean
}

export function addObserverMute(observer: Command, context: Context, run = setMails): void {
  const { t } = context
  const command = described(observer.command('mute'), 'observer.mute', t)
    .addArgument(ticketArgument('[ticket]', t('show.ticket')))
    .argument('[person]', t('observer.mute.person'))
    .action((id: number | undefined, word: string | undefined, flags: ObserverFlags) =>
      run({ id, word, wants: false }, flags, context),
    )
  addJsonFlags(command, t, observerShape, 'observer.option.json')
  command.examples = ['ipeos ticket observer mute 15', 'ipeos ticket observer mute 15 henri']
}

export function addObserverUnmute(observer: Command, context: Context, run = setMails): void {
  const { t } = context
  const command = described(observer.command('unmute'), 'observer.unmute', t)
    .addArgument(ticketArgument('[ticket]', t('show.ticket')))
    .argument('[person]', t('observer.mute.person'))
    .action((id: number | undefined, word: string | undefined, flags: ObserverFlags) =>
      run({ id, word, wants: true }, flags, context),
    )
  addJsonFlags(command, t, observerShape, 'observer.option.json')
  command.examples = ['ipeos ticket observer unmute 15']
}

/** Whether an observer gets the mails of a ticket, or, where nobody is named, this person; read back. */
async function setMails({ id: named, word, wants }: Meant, flags: ObserverFlags, context: Context): Promise<void> {
  if (printedSchema(flags, observerShape, context)) return
  const { terminal, t } = context
  const id = await ticketOf(named, wants ? 'unmute' : 'mute', context)
  if (id === undefined) return
  const { around } = await context.platform()
  const before = await terminal.during(t('terminal.waiting'), around.people(id))
  const meant = word === undefined ? mine(id, before) : [observerNamed(word, before, id)]
  const group = meant.find(isGroup)
  if (group) throw new WrongUsage('group-mails', { id, name: group.name })
  const other = meant.filter(({ notified }) => notified !== wants)
  const setting = async () => {
    for (const part of other) await around.notify(part, wants)
    return other.length > 0 ? around.people(id) : before
  }
  const after = await terminal.during(t('write.sending'), setting())
  const isSet = meant.every((part) => after.find((one) => isSamePart(one, part))?.notified === wants)
  if (!isSet) throw new Failed('mails-unchanged', { id, names: namesOf(meant) })
  const says = `observer.${wants ? 'unmuted' : 'muted'}` as const
  if (word === undefined) terminal.done(`${says}-me`, { id })
  else terminal.done(says, { id, name: namesOf(meant) })
  await printObservers(id, after, flags, context)
}

/** A requester gets mails, too: her own part is kept, for without it she would lose the ticket. */
function mine(id: number, parts: readonly TicketPart[]): TicketPart[] {
  const own = parts.filter((part) => part.mine)
  if (own.length === 0) throw new Failed('no-part', { id })
  return own
}
