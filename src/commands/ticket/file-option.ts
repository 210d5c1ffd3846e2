import type { Context } from '../../context.ts'
import type { Message } from '../../errors.ts'
import type { OutgoingFile } from '../../glpi/platform.ts'

export interface CheckedFiles {
  files: GivenFile[]
  problems: Message[]
}

/** A file that may be sent, and the path by which the person named it. */
export interface GivenFile extends OutgoingFile {
  path: string
}

/** Looks at every file before anything is sent; `limit` in bytes. */
export async function checkFiles(paths: string[], context: Context, limit?: number): Promise<CheckedFiles> {
  const checks = await Promise.all(paths.map((path) => context.files.check(path, limit)))
  return {
    files: checks.flatMap((check) => ('file' in check ? [{ ...check.file, path: check.path }] : [])),
    problems: checks.flatMap((check) => ('problem' in check ? [check.problem] : [])),
  }
}

/** For commander: gathers the values of an option that may be given several times. */
export function gather(value: string, before: string[] = []): string[] {
  return [...before, value]
}
