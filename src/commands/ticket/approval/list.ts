import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { approvalRecord, approvalShape } from '../../../records/approval.ts'
import type { Look } from '../../../views/look.ts'
import { described } from '../../command-facts.ts'
import { addOutputFlags, type OutputFlags, outputOf, printRecords } from '../../output.ts'

export function addApprovalList(approval: Command, context: Context, run = list): void {
  const { t } = context
  const command = described(approval.command('list'), 'approval.list', t)
    .alias('ls')
    .action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, approvalShape).examples = ['ipeos approval list', 'ipeos approval list --json id,ticket']
}

/** What waits for this account's word, or that of a group of its; never what is asked of others. */
async function list(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, approvalShape, context)
  if (!output) return
  const { approvals } = await context.platform()
  const waiting = await terminal.during(t('approval.loading'), approvals.waiting())
  const records = await Promise.all(waiting.map((one) => approvalRecord(one, context.dates())))
  const view = async (look: Look) => (await import('../../../views/approval.ts')).approvalPage(waiting, look)
  await printRecords(records, output, view, context)
  if (waiting.length === 0) terminal.note('approval.none')
}
