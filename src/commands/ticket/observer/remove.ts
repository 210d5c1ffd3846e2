import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { Failed, WrongUsage } from '../../../errors/error.ts'
import type { ObserverPart } from '../../../glpi/around/around.ts'
import type { TicketPart } from '../../../itil/ticket-part.ts'
import { observerShape } from '../../../records/ticket/observer.ts'
import { plain } from '../../../terminal/sanitize.ts'
import { missing } from '../../choice/pick.ts'
import { described } from '../../command-facts.ts'
import { addJsonFlags, printedSchema } from '../../output.ts'
import { ticketArgument } from '../ticket-number.ts'
import { writableTicketOf } from '../ticket-state.ts'
import { isObserver, isSamePart, observerNamed } from './named-part.ts'
import { nameOfPart, namesOf, type ObserverFlags, printObservers, ticketOf } from './told.ts'

export function addObserverRemove(observer: Command, context: Context, run = remove): void {
  const { t } = context
  const command = described(observer.command('remove'), 'observer.remove', t)
    .alias('rm')
    .addArgument(ticketArgument('[ticket]', t('show.ticket')))
    .argument('[persons...]', t('observer.remove.persons'))
    .action((id: number | undefined, words: string[], flags: ObserverFlags) => run(id, words, flags, context))
  addJsonFlags(command, t, observerShape, 'observer.option.json')
  command.examples = ['ipeos ticket observer remove 15 henri']
}

/** Ends that others follow a ticket; nobody else's part is ever touched. */
async function remove(
  named: number | undefined,
  words: string[],
  flags: ObserverFlags,
  context: Context,
): Promise<void> {
  if (printedSchema(flags, observerShape, context)) return
  const { terminal, t } = context
  if (words.length === 0 && !terminal.interactive)
    throw missing('observer', `ipeos ticket observer remove ${named ?? 15} NAME`)
  const id = await ticketOf(named, 'remove', context)
  if (id === undefined) return
  const platform = await context.platform()
  const { around } = platform
  const reading = Promise.all([around.people(id), writableTicketOf(id, platform)])
  const [parts] = await terminal.during(t('terminal.waiting'), reading)
  const meant = await whoIsMeant(id, words, parts, context)
  if (meant.length === 0) return
  const removing = async () => {
    for (const part of meant) await around.removeObserver(part)
    return around.people(id)
  }
  const after = await terminal.during(t('write.sending'), removing())
  const left = meant.filter((part) => after.some((one) => isSamePart(one, part)))
  if (left.length > 0) throw new Failed('observer-stays', { id, names: namesOf(left) })
  terminal.done('observer.removed', { id, count: meant.length, names: namesOf(meant) })
  await printObservers(id, after, flags, context)
}

async function whoIsMeant(
  id: number,
  words: readonly string[],
  parts: readonly TicketPart[],
  context: Context,
): Promise<ObserverPart[]> {
  const meant = words.length > 0 ? words.map((text) => observerNamed(text, parts, id)) : await ask(id, parts, context)
  if (meant.some(({ mine }) => mine)) throw new WrongUsage('observer-is-me', { id })
  return meant.filter((one, place) => meant.indexOf(one) === place)
}

async function ask(
  id: number,
  parts: readonly TicketPart[],
  { terminal, prompts, t }: Context,
): Promise<ObserverPart[]> {
  const observers = parts.filter(isObserver)
  const others = observers.filter(({ mine }) => !mine)
  if (others.length === 0 && observers.length > 0) throw new WrongUsage('observer-is-me', { id })
  if (others.length === 0) {
    terminal.note('observer.none-called', { id })
    return []
  }
  const choices = others.map((one) => ({ name: plain(nameOfPart(one, t)), value: one }))
  const message = t('observer.remove.question', { id })
  return prompts.checklist<ObserverPart>({ message, choices, ticked: [], none: t('observer.remove.none') })
}
