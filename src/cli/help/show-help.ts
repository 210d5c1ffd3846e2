import type { Translate } from '../../i18n/translate.ts'
import type { FolderOrigin } from '../../settings/folders.ts'
import { peekPlain } from '../../settings/peek-language.ts'
import type { GlobalFlags } from '../../settings/resolve.ts'
import type { LendSignals } from '../../terminal/program/pager.ts'
import { isReadByPerson } from '../../terminal/stream.ts'

/** Where help is shown, and to whom. */
interface Place extends FolderOrigin {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  lendSignals?: LendSignals
}

/** Shows a help, which may be longer than the screen, before any setting is read in earnest. */
export async function showHelp(
  text: string,
  { world, flags, t }: { world: Place; flags: GlobalFlags; t: Translate },
): Promise<void> {
  const { stdout, env, lendSignals } = world
  const mayAsk = flags.input !== false && !env.IPEOS_NO_INPUT
  if (mayAsk && flags.pager !== false && !peekPlain(world, flags) && isReadByPerson(world, env)) {
    const { throughPager } = await import('../../terminal/program/pager.ts')
    if (await throughPager(text, { output: stdout, env, lendSignals, t })) return
  }
  stdout.write(text)
}
