import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import { resumeCommand, stageOf } from '../../drafts/describe.ts'
import type { ChosenFields } from '../../views/records.ts'

export interface DraftShowOptions {
  id: string
  json?: ChosenFields | undefined
}

export function addDraftShow(draft: Command, context: Context, run = showDraft): void {
  const { t } = context
  draft
    .command('show')
    .summary(t('draft.show.summary'))
    .argument('<draft>', t('draft.argument'))
    .option('--json [fields]', t('view.json-option'))
    .action((id: string, flags: { json?: ChosenFields }) => run({ id, json: flags.json }, context))
}

/** Shows all that a draft holds, how far it got, and how to go on. */
async function showDraft({ id, json }: DraftShowOptions, context: Context): Promise<void> {
  const { terminal, t, clock } = context
  const { dates: datesOf } = await import('../../i18n/dates.ts')
  const { fieldsOf, toJson } = await import('../../views/records.ts')
  const { draftFields, draftRecord } = await import('../../views/draft-record.ts')
  const { kindWord, viewDraft } = await import('../../views/draft.ts')
  if (json !== undefined) fieldsOf(json, draftFields)
  const draft = await context.drafts.find(id)
  const dates = datesOf({ language: t.language, now: clock.now(), timeZone: terminal.timeZone })
  if (json !== undefined) return terminal.print(toJson(draftRecord(draft, dates), json))
  const { style, width } = terminal
  terminal.print(`${style.bold(kindWord(draft, t))} · ${t(`draft.stage.${stageOf(draft)}`)}`)
  terminal.print(viewDraft(draft, { style, t, width }))
  terminal.note('draft.see-command', { command: resumeCommand(draft) })
}
