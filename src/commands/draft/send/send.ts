import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { WrongUsage } from '../../../errors/error.ts'
import { described, knowValues } from '../../command-facts.ts'

export interface DraftSendOptions {
  /** Undefined for all. */
  id: string | undefined
  all?: boolean
  /** Also what may be there already, and nobody can tell. */
  again?: boolean
}

export function addDraftSend(draft: Command, context: Context, run = sendDraft): void {
  const { t } = context
  const command = described(draft.command('send'), 'draft.send', t)
    .argument('[draft]', t('draft.argument'))
    .option('--all', t('draft.send.option.all'))
    .option('--again', t('draft.send.option.again'))
    .action((id: string | undefined, flags: Omit<DraftSendOptions, 'id'>) => run({ id, ...flags }, context))
  knowValues(command, { draft: 'draft' })
  command.examples = ['ipeos draft send 3f2a9c41', 'ipeos draft send --all', 'ipeos draft send 3f2a9c41 --again']
}

/** Sends what is missing of a comment, an answer to a solution, or files, or all that waits; nothing is sent twice. */
async function sendDraft({ id, all, again }: DraftSendOptions, context: Context): Promise<void> {
  if (id !== undefined && all) throw new WrongUsage('which-draft')
  if (again) {
    if (id === undefined) throw new WrongUsage('again-which')
    const { sendAgain } = await import('./send-again.ts')
    return sendAgain(id, context)
  }
  const meant = all ? 'all' : id === undefined ? await pointedAt(context) : { id }
  if (meant === undefined) return
  if (meant === 'all') {
    const { sendAll } = await import('./send-all.ts')
    return sendAll(context)
  }
  const { sendKeptDraft } = await import('./send-kept-draft.ts')
  await sendKeptDraft(meant.id, context)
}

async function pointedAt(context: Context): Promise<{ id: string } | 'all' | undefined> {
  if (!context.terminal.interactive) throw new WrongUsage('which-draft')
  const { pickToSend } = await import('../pick-draft.ts')
  return pickToSend(context)
}
