import { buildProgram, letSchemaStandAlone, refuseUnknownCommand, withBareJsonLast } from '../cli/program.ts'
import type { ExitCode } from '../errors/error.ts'
import type { Composed } from './compose.ts'
import type { Context } from './context.ts'
import { openFilter } from './open-filter.ts'
import { openTranslator } from './open-translator.ts'
import type { CallKind } from './settings-of-call.ts'
import type { World } from './world.ts'

/** From a command line to an exit code; what a person reads goes to the streams of this world. */
export async function run(given: World): Promise<ExitCode> {
  const { flags, t, saysNothing, ...typed } = await openTranslator(given.argv, given)
  // `ipeos` alone is the first page, for a person; in a pipe it is the help, as with other commands that have more to say.
  const isHome = saysNothing && given.stdout.isTTY === true
  const words = isHome ? ['home'] : typed.words
  const world: World = Object.create(given, { argv: { value: isHome ? ['home', ...given.argv] : given.argv } })

  // Filled when a command really runs: help needs none of it.
  const context = { t, clock: { now: world.now } } as Partial<Context> as Context
  let composed: Composed | undefined
  const columns = world.stdout.columns ?? 80
  let help = ''
  const output = {
    write: (text: string) => {
      help += text
    },
    columns,
  }
  // Of what help is asked for is known only when all of it is there.
  const program = await buildProgram(context, world.version, output, words[0] === 'help' ? undefined : words)
  letSchemaStandAlone(world.argv, words, program)
  program.hook('preAction', async (_program, command) => {
    if (command.bare) return
    const { compose } = await import('./compose.ts')
    await t.ready()
    const filter = await openFilter(command, world, t)
    const insists = command.insists?.(command.opts(), given.stdin.isTTY === true) === true
    composed = await compose(world, flags, t, { ...kindOf(words), insists, filter })
    Object.assign(context, composed.context)
    const { refuseOtherPlatform } = await import('./other-platform.ts')
    refuseOtherPlatform(command, context)
  })
  try {
    await program.parseAsync(withBareJsonLast(world.argv), { from: 'user' }).catch((error) => {
      if (isHelp(error) || error.code === 'commander.unknownCommand') refuseUnknownCommand(words, program)
      if (!isHelp(error)) throw error
    })
    if (help === '') return 0
    const { showHelp } = await import('../cli/help/show-help.ts')
    await showHelp(help, { world, flags, t })
    return 0
  } catch (error) {
    const { tellError } = await import('./tell-error.ts')
    await t.ready()
    return tellError(error, { world, flags, t })
  } finally {
    await composed?.finish()
  }
}

function kindOf([word]: string[]): CallKind {
  return { repairing: word === 'config', logsIn: word === 'login' }
}

/** commander throws once it has shown help or the version, so that nothing else runs. */
function isHelp(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^commander\.(help|version)/.test(String(error.code))
}
