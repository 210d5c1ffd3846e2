import type { Context } from '../../../app/context.ts'
import type { GivenImport } from '../../../drafts/import/import-plan.ts'
import type { OpenGiven } from '../../../drafts/import/imports.ts'
import { belongsTo, currentOwner, localOwner, notYours, ownersHere } from '../../../drafts/own-drafts.ts'
import { isForGood } from '../../../drafts/resume-hint.ts'
import { Failed, NotFound, WrongUsage } from '../../../errors/error.ts'
import { resumeImportCommand } from './find-import.ts'
import type { GivenText } from './given-file.ts'

/**
 * Does the work with what a script gave on disk, before anything is asked of the network. What is refused for good leaves
 * nothing behind; whatever else stops it, the file waits, and it is told how to go on.
 */
export async function keptAsGiven(
  given: GivenText,
  { again, dryRun }: { again?: boolean | undefined; dryRun?: boolean },
  context: Context,
  work: (kept: OpenGiven | undefined) => Promise<void>,
): Promise<void> {
  const isScript = !context.terminal.interactive && !dryRun
  const open = isScript ? await keep(given, again, context) : undefined
  await working(open, context, () => work(open))
}

/**
 * The same with what was kept by a command that found no platform. Rejects with `WrongUsage` where it is somebody else’s, or was
 * for another role.
 */
export async function goOnWithGiven(
  given: GivenImport,
  context: Context,
  work: (given: GivenText, kept: OpenGiven) => Promise<void>,
): Promise<void> {
  const { entity, profile } = context.settings
  const owners = await ownersHere(await currentOwner(await context.platform()), context.account)
  if (!owners.some((owner) => belongsTo(given, owner))) throw notYours({ id: given.id.slice(0, 8), owner: given.owner })
  if (given.entity !== entity || given.profile !== profile) {
    const role = [given.profile && `--profile ${given.profile}`, given.entity && `--entity ${given.entity}`]
    const command = [resumeImportCommand(given), ...role.filter(Boolean)].join(' ')
    throw new WrongUsage('import-other-role', { id: given.id.slice(0, 8), command })
  }
  const open = await (await context.imports()).takeUpGiven(given)
  await working(open, context, () => work(given, open))
}

async function working(open: OpenGiven | undefined, context: Context, work: () => Promise<void>): Promise<void> {
  if (!open) return work()
  const { ifInterrupted, terminal } = context
  const command = resumeImportCommand(open.given)
  ifInterrupted({ key: 'draft.kept', parameters: { command } })
  try {
    await work()
  } catch (error) {
    if (isForGood(error)) await open.remove()
    else if (await open.isKept()) terminal.remark('draft.kept', { command })
    throw error
  } finally {
    ifInterrupted(undefined)
    await open.release()
  }
}

/** The same that waits already is not kept twice: a job that comes each hour leaves one. */
async function keep(
  { source, text, key, formName }: GivenText,
  again: boolean | undefined,
  context: Context,
): Promise<OpenGiven | undefined> {
  const imports = await context.imports()
  const owner = await localOwner(context.account)
  const { entity, profile } = context.settings
  const content = {
    ...{ owner, source, text },
    ...(key !== undefined && { key }),
    ...(formName !== undefined && { formName }),
    ...(again && { again }),
    ...(entity !== undefined && { entity }),
    ...(profile !== undefined && { profile }),
  }
  const wanted = JSON.stringify([text, key, formName, again ?? false, entity, profile])
  const same = (await imports.list()).given.find(
    (one) =>
      belongsTo(one, owner) &&
      JSON.stringify([one.text, one.key, one.formName, one.again ?? false, one.entity, one.profile]) === wanted,
  )
  return (same && (await taken(same, context))) ?? imports.keepGiven(content)
}

async function taken(given: GivenImport, { imports }: Context): Promise<OpenGiven | undefined> {
  try {
    return await (await imports()).takeUpGiven(given)
  } catch (error) {
    if (error instanceof NotFound || (error instanceof Failed && error.code === 'import-in-use')) return undefined
    throw error
  }
}
