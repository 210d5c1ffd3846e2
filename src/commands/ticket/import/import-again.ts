import type { Context } from '../../../app/context.ts'
import type { Owner } from '../../../drafts/draft.ts'
import { shortImportId } from '../../../drafts/import-folder.ts'
import type { KeptImport, NewPlan, OpenImport } from '../../../drafts/imports.ts'
import { belongsTo } from '../../../drafts/own-drafts.ts'
import { Cancelled, WrongUsage } from '../../../errors/error.ts'
import type { MessageParameters } from '../../../i18n/translate.ts'
import { quoted } from '../../../terminal/quoted.ts'

/** What a person says of sending before it is asked. */
export interface RepeatFlags {
  yes?: boolean
  /** Also what was imported before. */
  again?: boolean
}

/** Those of this account, the newest first; what could not be read is named. */
export async function ownImports(owner: Owner, { imports, terminal }: Context): Promise<KeptImport[]> {
  const { imports: all, broken } = await (await imports()).list()
  for (const path of broken) terminal.warn('import.broken', { path })
  return all.filter(({ plan }) => belongsTo(plan, owner))
}

/** The same file again, while its first import is not done, would create twice what is there already. */
export async function refuseBegun({ digest, rows, owner }: NewPlan, context: Context): Promise<void> {
  const same = (await ownImports(owner, context)).find(({ plan }) => plan.digest === digest)
  if (!same) return
  const done = Object.keys(same.state.tickets).length
  const command = resumeImportCommand(same)
  const parameters = { done, count: rows.length, discard: `ipeos ticket import --discard ${shortImportId(same.plan)}` }
  throw new WrongUsage('import-begun', { ...parameters, command })
}

export function resumeImportCommand({ plan }: Pick<KeptImport, 'plan'>): string {
  return `ipeos ticket import --resume ${shortImportId(plan)}`
}

/** Nothing leaves before the person said so; what was imported already asks for more than a habit. */
export async function confirm(plan: NewPlan, options: RepeatFlags, context: Context): Promise<void> {
  const { terminal, prompts, t } = context
  if (!isAsked(options, context)) return
  const former = options.again ? undefined : await doneBefore(plan, context)
  if (former) terminal.warn('import.done-before', former)
  const isToGo = await prompts.select({
    message: t('import.question', { count: plan.rows.length, title: plan.rows[0]?.request.title ?? '' }),
    choices: [
      { name: t('new.send'), value: true },
      { name: t('new.stop'), value: false },
    ],
    default: former === undefined,
  })
  if (!isToGo) throw new Cancelled('ticket-stopped')
}

function isAsked({ yes }: RepeatFlags, { terminal }: Context): boolean {
  return terminal.interactive && !yes
}

/**
 * Begins an import, unless this account began, or did, the same before and nobody said to do it once more. One command
 * of this computer after the other, so that of two that come at once the second finds the first.
 */
export function beginImport(plan: NewPlan, options: RepeatFlags, context: Context): Promise<OpenImport> {
  return context.drafts.alone(`import-${plan.digest.slice(0, 32)}`, async () => {
    await refuseBegun(plan, context)
    if (!options.again && !isAsked(options, context)) await refuseDone(plan, context)
    return (await context.imports()).begin(plan)
  })
}

async function refuseDone(plan: NewPlan, context: Context): Promise<void> {
  const former = await doneBefore(plan, context)
  if (!former) return
  const command = `ipeos ticket import ${quoted(plan.source)} --again`
  throw new WrongUsage('import-done-before', { ...former, command })
}

/** What is to be said when this account imported the same before, from here. */
async function doneBefore({ digest, owner }: NewPlan, context: Context): Promise<MessageParameters | undefined> {
  const { found, movedTo } = await (await context.imports()).finished.find({ digest, owner })
  if (movedTo !== undefined) context.terminal.warn('import.broken', { path: movedTo })
  if (!found) return undefined
  const when = context.dates().absolute(new Date(found.finished))
  return { when, count: found.count, first: found.first }
}
