import { CommanderError } from 'commander'
import { type ExitCode, IpeosError, MissingInformation } from './errors.ts'
import type { Translate } from './i18n/translate.ts'
import type { World } from './main.ts'
import { usageError } from './program.ts'
import type { GlobalFlags } from './settings/resolve.ts'
import { createTerminal } from './terminal/create-terminal.ts'

/** Tells the person what went wrong, on stderr, and gives the exit code. The one place where errors become codes. */
export function tellError(
  error: unknown,
  { world, flags, t }: { world: World; flags: GlobalFlags; t: Translate },
): ExitCode {
  const told = error instanceof CommanderError ? usageError(error, commandOf(world.argv)) : error
  const terminal = createTerminal({
    input: world.stdin,
    output: world.stdout,
    error: world.stderr,
    env: world.env,
    settings: { color: flags.color === 'always' || flags.color === 'never' ? flags.color : 'auto', input: false },
    t,
  })
  if (flags.debug) terminal.show(stackOf(told))
  if (!(told instanceof IpeosError)) {
    terminal.error(
      { key: 'program.bug', parameters: { detail: told instanceof Error ? told.message : String(told) } },
      { hint: { key: 'program.bug-hint' } },
    )
    return 1
  }
  const lines = told instanceof MissingInformation ? told.lines : []
  terminal.error(told.text, { lines, ...(told.hint ? { hint: told.hint } : {}) })
  return told.exitCode
}

/** `ipeos ticket list` of `ipeos ticket list --urgncy high`. */
function commandOf(argv: string[]): string {
  const firstOption = argv.findIndex((word) => word.startsWith('-'))
  const words = (firstOption < 0 ? argv : argv.slice(0, firstOption)).filter((word) => /^[a-z-]+$/.test(word))
  return ['ipeos', ...words.slice(0, 2)].join(' ')
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause ? `\ncaused by ${stackOf(error.cause)}` : ''
  return `${error.stack ?? error.message}${cause}`
}
