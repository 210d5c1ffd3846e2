import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { shortId } from '../../drafts/describe.ts'
import { described, knowValues } from '../command-facts.ts'

export interface DraftDeleteOptions {
  ids: string[]
}

export function addDraftDelete(draft: Command, context: Context, run = deleteDrafts): void {
  const { t } = context
  const command = described(draft.command('delete'), 'draft.delete', t)
    .argument('<drafts...>', t('draft.argument'))
    .action((ids: string[]) => run({ ids }, context))
  knowValues(command, { drafts: 'draft' })
  command.examples = ['ipeos draft delete 3f2a9c41']
}

/** Forgets drafts; all are found before the first goes. */
async function deleteDrafts({ ids }: DraftDeleteOptions, { drafts, terminal }: Context): Promise<void> {
  const found = await Promise.all(ids.map((id) => drafts.find(id)))
  for (const draft of found) {
    await drafts.delete(draft)
    terminal.note('draft.deleted', { id: shortId(draft) })
  }
}
