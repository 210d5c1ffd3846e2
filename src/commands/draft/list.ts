import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { resumeCommand, shortId } from '../../drafts/describe.ts'
import type { Draft } from '../../drafts/draft.ts'
import { draftRecord, draftShape } from '../../records/draft.ts'
import { accountName } from '../../settings/account/saved-account.ts'
import { embeddedHost } from '../../settings/platform-address.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, type OutputFlags, outputOf, printRecords } from '../output.ts'

export function addDraftList(draft: Command, context: Context, run = listDrafts): void {
  const { t } = context
  const command = described(draft.command('list'), 'draft.list', t)
    .alias('ls')
    .action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, draftShape).examples = ['ipeos draft list', 'ipeos draft list --json id,command']
}

/** Shows the drafts of every account of this person; asks the platform nothing. */
async function listDrafts(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, drafts: kept } = context
  const output = await outputOf(flags, draftShape, context)
  if (!output) return
  const { drafts, broken, leftAside } = await kept.list()
  const { draftTable } = await import('../../views/draft.ts')
  const dates = context.dates()
  const records = drafts.map((draft) => draftRecord(draft, dates))
  const showsAccount = drafts.some((draft) => !isOf(context.account.name, draft))
  await printRecords(records, output, async (look) => draftTable(drafts, look, showsAccount), context)
  const [last, other] = drafts.filter((draft) => isOf(context.account.name, draft))
  if (output.as === 'table' && last && terminal.interactive) {
    const command = resumeCommand(last)
    if (other) terminal.note('draft.see-commands', { command, other: shortId(other) })
    else terminal.note('draft.see-command', { command })
  }
  const { names, leftAside: importsAside } = await unfinishedImports(context)
  const aside = leftAside + importsAside
  if (names.length > 0) terminal.note('draft.imports', { count: names.length, names: names.join(', ') })
  else if (drafts.length === 0 && aside === 0) terminal.note('draft.none')
  if (aside > 0) terminal.warn('draft.left-aside', { count: aside })
  for (const path of broken) terminal.warn('draft.broken', { path })
}

/** True when this is a draft of the account of that name. */
function isOf(account: string | undefined, { owner: { user, platform } }: Draft): boolean {
  return accountName(user, platform.endsWith(`//${embeddedHost}`) ? 'sandbox' : platform) === account
}

/** Imports that are not done, as people name them. */
async function unfinishedImports({ imports, t }: Context): Promise<{ names: string[]; leftAside: number }> {
  const { importName } = await import('../../drafts/import/import-folder.ts')
  const { plain } = await import('../../terminal/sanitize.ts')
  const { imports: left, given, leftAside } = await (await imports()).list()
  const names = [...left.map(({ plan }) => plan), ...given].map((one) => plain(importName(one, t)))
  return { names, leftAside }
}
