import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { described, knowValues } from '../../command-facts.ts'

export interface DraftSendOptions {
  id: string
}

export function addDraftSend(draft: Command, context: Context, run = sendDraft): void {
  const { t } = context
  const command = described(draft.command('send'), 'draft.send', t)
    .argument('<draft>', t('draft.argument'))
    .action((id: string) => run({ id }, context))
  knowValues(command, { draft: 'draft' })
  command.examples = ['ipeos draft send 3f2a9c41']
}

/** Sends what is missing of a comment, an answer to a solution, or files; nothing that arrived is sent again. */
async function sendDraft({ id }: DraftSendOptions, context: Context): Promise<void> {
  const { sendKeptDraft } = await import('./send-kept-draft.ts')
  await sendKeptDraft(id, context)
}
