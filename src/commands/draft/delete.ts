import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { shortId, stageOf } from '../../drafts/describe.ts'
import type { Draft } from '../../drafts/draft.ts'
import { Cancelled } from '../../errors/error.ts'
import { described, knowValues } from '../command-facts.ts'
import { lookOf } from '../output.ts'
import { pickDraft } from './pick-draft.ts'

export interface DraftDeleteOptions {
  ids: string[]
  yes?: boolean
}

export function addDraftDelete(draft: Command, context: Context, run = deleteDrafts): void {
  const { t } = context
  const command = described(draft.command('delete'), 'draft.delete', t)
    .argument('[drafts...]', t('draft.argument'))
    .option('-y, --yes', t('cancel.option.yes'))
    .action((ids: string[], flags: Pick<DraftDeleteOptions, 'yes'>) => run({ ids, ...flags }, context))
  knowValues(command, { drafts: 'draft' })
  command.examples = ['ipeos draft delete 3f2a9c41', 'ipeos draft delete 3f2a9c41 --yes']
}

/** Forgets drafts, on a terminal once the person has seen each and said so; all are found before the first goes. */
async function deleteDrafts({ ids, yes = false }: DraftDeleteOptions, context: Context): Promise<void> {
  const { drafts, terminal } = context
  for (const draft of await meant(ids, context)) {
    if (!yes && terminal.interactive) await confirm(draft, context)
    await drafts.delete(draft)
    terminal.note('draft.deleted', { id: shortId(draft) })
  }
}

async function meant(ids: string[], context: Context): Promise<Draft[]> {
  if (ids.length > 0) return Promise.all(ids.map((id) => context.drafts.find(id)))
  const draft = await pickDraft('delete', context)
  return draft ? [draft] : []
}

async function confirm(draft: Draft, context: Context): Promise<void> {
  const { terminal, prompts, t } = context
  const { kindWord, viewDraft } = await import('../../views/draft.ts')
  const look = lookOf(context, terminal.noteStyle)
  const { style } = look
  const head = `${style.bold(kindWord(draft, t))}${style.drawn(' ·', ',')} ${t(`draft.stage.${stageOf(draft)}`)}`
  terminal.show(`${head}\n${viewDraft(draft, look)}`)
  if (await prompts.confirm({ message: t('draft.delete.question'), default: false })) return
  throw new Cancelled('draft-left', { id: shortId(draft) })
}
