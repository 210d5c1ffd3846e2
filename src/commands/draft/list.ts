import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { ChosenFields } from '../../views/records.ts'

export interface DraftListOptions {
  json?: ChosenFields
}

export function addDraftList(draft: Command, context: Context, run = listDrafts): void {
  const { t } = context
  draft
    .command('list')
    .alias('ls')
    .summary(t('draft.list.summary'))
    .description(t('draft.list.description'))
    .option('--json [fields]', t('view.json-option'))
    .action((flags: DraftListOptions) => run(flags, context))
}

/** Shows the drafts of every account of this person; asks the platform nothing. */
async function listDrafts({ json }: DraftListOptions, context: Context): Promise<void> {
  const { terminal, t, clock, drafts: kept } = context
  const { dates: datesOf } = await import('../../i18n/dates.ts')
  const { fieldsOf, toJson, toTsv } = await import('../../views/records.ts')
  const { draftFields, draftRecord, draftTsvFields } = await import('../../views/draft-record.ts')
  if (json !== undefined) fieldsOf(json, draftFields)
  const { drafts, broken } = await kept.list()
  const dates = datesOf({ language: t.language, now: clock.now(), timeZone: terminal.timeZone })
  const records = () => drafts.map((draft) => draftRecord(draft, dates))
  if (json !== undefined) terminal.print(toJson(records(), json, draftFields))
  else if (drafts.length > 0 && !terminal.outputIsTerminal) terminal.print(toTsv(records(), draftTsvFields))
  else if (drafts.length > 0) {
    const { draftTable } = await import('../../views/draft.ts')
    terminal.print(draftTable(drafts, { style: terminal.style, t, width: terminal.width, dates }))
  }
  if (drafts.length === 0) terminal.note('draft.none')
  for (const path of broken) terminal.warn('draft.broken', { path })
}
