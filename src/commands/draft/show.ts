import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { resumeCommand, stageOf } from '../../drafts/describe.ts'
import { draftShape } from '../../records/draft.ts'
import { described, knowValues } from '../command-facts.ts'
import { addOutputFlags, lookOf, type OutputFlags, outputOf, printOne } from '../output.ts'
import { pickDraft } from './pick-draft.ts'

export interface DraftShowOptions extends OutputFlags {
  /** Undefined where the person is to point at it. */
  id: string | undefined
}

export function addDraftShow(draft: Command, context: Context, run = showDraft): void {
  const { t } = context
  const command = described(draft.command('show'), 'draft.show', t)
    .argument('[draft]', t('draft.argument'))
    .action((id: string | undefined, flags: OutputFlags) => run({ id, ...flags }, context))
  addOutputFlags(command, t, { ...draftShape, list: false }).examples = [
    'ipeos draft show 3f2a9c41',
    'ipeos draft show 3f2a9c41 --json text,files',
  ]
  knowValues(command, { draft: 'draft' })
}

/** Shows all that a draft holds, how far it got, and how to go on. */
async function showDraft({ id, ...flags }: DraftShowOptions, context: Context): Promise<void> {
  const { terminal, t } = context
  const { draftRecord } = await import('../../records/draft.ts')
  const { kindWord, viewDraft } = await import('../../views/draft.ts')
  const output = await outputOf(flags, { ...draftShape, list: false }, context, 'table')
  if (!output) return
  const draft = id === undefined ? await pickDraft('show', context) : await context.drafts.find(id)
  if (!draft) return
  if (output.as !== 'table') return printOne(draftRecord(draft, context.dates()), output, context)
  const look = lookOf(context)
  const { style } = look
  const head = `${style.bold(kindWord(draft, t))}${style.drawn(' ·', ',')} ${t(`draft.stage.${stageOf(draft)}`)}`
  await terminal.page(`${head}\n${viewDraft(draft, look)}`)
  terminal.note('draft.see-command', { command: resumeCommand(draft) })
}
