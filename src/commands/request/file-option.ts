import type { Context } from '../../app/context.ts'
import { MissingInformation, type Problem } from '../../errors/error.ts'
import type { GoodFile } from '../../files/given-file.ts'
import type { OutgoingFile } from '../../glpi/document/documents.ts'

export interface CheckedFiles {
  files: GivenFile[]
  problems: Problem[]
}

/** A file that may be sent, and where it is. */
export interface GivenFile extends OutgoingFile, Omit<GoodFile, 'file'> {}

export function asGiven({ file, ...where }: GoodFile): GivenFile {
  return { ...file, ...where }
}

/** Looks at every file before anything is sent; `limit` in bytes. */
export async function checkFiles(paths: string[], context: Context, limit?: number): Promise<CheckedFiles> {
  const checks = await Promise.all(paths.map((path) => context.files.check(path, limit)))
  return {
    files: checks.flatMap((check) => ('file' in check ? [asGiven(check)] : [])),
    problems: checks.flatMap((check) => ('problem' in check ? [{ field: 'files', ...check.problem.text }] : [])),
  }
}

/**
 * Looks at every file before anything is asked of the network. Where something is wrong with some, the platform's limit is
 * asked for if it is not known, so that all that is wrong is told at once; whether it can be asked does not matter then.
 */
export async function checkGiven(paths: string[], context: Context): Promise<CheckedFiles> {
  const session = await context.account.session().catch(() => undefined)
  const checked = await checkFiles(paths, context, session?.fileLimit)
  if (session || checked.problems.length === 0 || checked.files.length === 0) return checked
  const reading = context.platform().then((platform) => platform.session())
  const limit = await context.terminal.during(context.t('terminal.waiting'), reading).catch(() => undefined)
  return limit ? checkFiles(paths, context, limit.fileLimit) : checked
}

/** Throws `MissingInformation` when something is wrong with what is to be sent: nothing is then. */
export function refuseToSend(problems: Problem[], hint?: Problem): void {
  if (problems.length > 0)
    throw new MissingInformation('nothing-attached', undefined, { lines: problems, ...(hint && { hint }) })
}

/** For commander: gathers the values of an option that may be given several times. */
export function gather(value: string, before: string[] = []): string[] {
  return [...before, value]
}
