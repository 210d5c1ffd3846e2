import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '../../../app/context.ts'
import { sandboxMail } from '../../../settings/folders.ts'

/** The mails that the embedded platform wrote down in place of sending them, by their names. */
export async function mailsOf({ settings }: Context): Promise<string[]> {
  // Before the first one there is no folder.
  return (await readdir(sandboxMail(settings.folders)).catch(() => [])).sort()
}

/** Says where the mail lies that was not there `before`; no address but those of its accounts gets one. */
export async function tellNewMail(before: string[], context: Context): Promise<void> {
  const { terminal, settings } = context
  const name = (await mailsOf(context)).findLast((one) => !before.includes(one))
  if (name === undefined) return terminal.note('password-reset.embedded-none')
  terminal.note('password-reset.embedded-mail')
  // By itself on its line, which nobody breaks: it is to be copied.
  if (!settings.quiet) terminal.show(join(sandboxMail(settings.folders), name))
}
