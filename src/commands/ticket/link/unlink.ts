import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { Failed, NotFound } from '../../../errors/error.ts'
import { linkShape } from '../../../records/ticket/link.ts'
import { described } from '../../command-facts.ts'
import { addJsonFlags, printedSchema } from '../../output.ts'
import { ticketArgument } from '../ticket-number.ts'
import { pickLinked } from './linked.ts'
import { type LinkFlags, ownPair, printLink } from './pair.ts'

export function addUnlink(ticket: Command, context: Context, run = unlink): void {
  const { t } = context
  const command = described(ticket.command('unlink'), 'unlink', t)
    .addArgument(ticketArgument('[ticket]', t('link.ticket')))
    .addArgument(ticketArgument('[other]', t('link.other')))
    .action((id: number | undefined, other: number | undefined, flags: LinkFlags) => run({ id, other }, flags, context))
  addJsonFlags(command, t, linkShape, 'link.option.json')
  command.examples = ['ipeos ticket unlink 15 17']
}

/** Unties two tickets of this customer's, whoever tied them. */
async function unlink(
  named: { id: number | undefined; other: number | undefined },
  flags: LinkFlags,
  context: Context,
): Promise<void> {
  if (printedSchema(flags, linkShape, context)) return
  const pair = await ownPair(named, 'unlink', context, (id) => pickLinked(id, context))
  if (!pair) return
  const { terminal, t } = context
  const { around } = await context.platform()
  const { id, other } = pair
  const untie = async () => {
    const links = (await around.links(id)).filter((one) => one.other === other)
    for (const link of links) await around.unlink(link)
    if (links.length > 0 && (await around.links(id)).some((one) => one.other === other))
      throw new Failed('link-stays', pair)
    return links[0]
  }
  const link = await terminal.during(t('write.sending'), untie())
  if (!link) throw new NotFound('no-link', pair)
  terminal.done('unlink.done', pair)
  await printLink({ id, other, relation: link.relation }, false, flags, context)
}
