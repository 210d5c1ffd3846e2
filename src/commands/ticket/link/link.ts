import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { linkOnce } from '../../../drafts/once/link-once.ts'
import { Failed, WrongUsage } from '../../../errors/error.ts'
import type { LinkRelation } from '../../../itil/ticket-link.ts'
import { linkShape } from '../../../records/ticket/link.ts'
import { described } from '../../command-facts.ts'
import { addJsonFlags, printedSchema } from '../../output.ts'
import { ticketArgument } from '../ticket-number.ts'
import { pickUnlinked } from './linked.ts'
import { type LinkFlags, ownPair, printLink } from './pair.ts'

interface Flags extends LinkFlags {
  duplicate?: boolean
  child?: boolean
  parent?: boolean
}

export function addLink(ticket: Command, context: Context, run = link): void {
  const { t } = context
  const command = described(ticket.command('link'), 'link', t)
    .addArgument(ticketArgument('[ticket]', t('link.ticket')))
    .addArgument(ticketArgument('[other]', t('link.other')))
    .option('--duplicate', t('link.option.duplicate'))
    .option('--child', t('link.option.child'))
    .option('--parent', t('link.option.parent'))
    .action((id: number | undefined, other: number | undefined, flags: Flags) => run({ id, other }, flags, context))
  addJsonFlags(command, t, linkShape, 'link.option.json')
  command.examples = ['ipeos ticket link 15 17', 'ipeos ticket link 17 15 --duplicate']
}

/** Ties two tickets of this customer's, once; what they are to each other already is told. */
async function link(
  named: { id: number | undefined; other: number | undefined },
  flags: Flags,
  context: Context,
): Promise<void> {
  if (printedSchema(flags, linkShape, context)) return
  const relation = relationOf(flags)
  const pair = await ownPair(named, 'link', context, (id) => pickUnlinked(id, context))
  if (!pair) return
  const { terminal, t } = context
  const platform = await context.platform()
  const linking = linkOnce({ ...pair, relation }, platform, context)
  const { link: made, wasThere } = await terminal.during(t('write.sending'), linking)
  if (made.relation !== relation) throw new Failed('linked-otherwise', pair)
  if (wasThere) terminal.note(`link.already.${relation}`, pair)
  else terminal.done(`link.done.${relation}`, pair)
  await printLink({ ...pair, relation }, true, flags, context)
}

type Wanted = Exclude<LinkRelation, 'duplicated-by'>

function relationOf({ duplicate, child, parent }: Flags): Wanted {
  if ([duplicate, child, parent].filter(Boolean).length > 1) throw new WrongUsage('link-two-ways')
  if (duplicate) return 'duplicate-of'
  if (child) return 'child-of'
  return parent ? 'parent-of' : 'related'
}
