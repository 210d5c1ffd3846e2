import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { observerRecord, observerShape } from '../../../records/ticket/observer.ts'
import { described } from '../../command-facts.ts'
import { addOutputFlags, type OutputFlags, outputOf, printRecords } from '../../output.ts'
import { ticketArgument } from '../ticket-number.ts'
import { isObserver } from './named-part.ts'
import { ticketOf } from './told.ts'

export function addObserverList(observer: Command, context: Context, run = list): void {
  const { t } = context
  const command = described(observer.command('list'), 'observer.list', t)
    .alias('ls')
    .addArgument(ticketArgument('[ticket]', t('show.ticket')))
    .action((id: number | undefined, flags: OutputFlags) => run(id, flags, context))
  addOutputFlags(command, t, observerShape).examples = [
    'ipeos ticket observer list 15',
    'ipeos ticket observer list 15 --json name,notified',
  ]
}

/** Those who observe a ticket, by full name. */
async function list(named: number | undefined, flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, observerShape, context)
  if (!output) return
  const id = await ticketOf(named, 'list', context)
  if (id === undefined) return
  const { around } = await context.platform()
  const observers = (await terminal.during(t('terminal.waiting'), around.people(id))).filter(isObserver)
  const { observerTable } = await import('../../../views/ticket/observer.ts')
  const records = observers.map((one) => observerRecord(id, one))
  await printRecords(records, output, async (look) => observerTable(observers, look), context)
  if (observers.length === 0) terminal.note('observer.none', { id })
}
