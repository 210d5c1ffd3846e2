import { CommanderError } from 'commander'
import { entries } from '../cli/command-tree.ts'
import { usageError } from '../cli/program.ts'
import { type ErrorCode, type ExitCode, IpeosError, MissingInformation } from '../errors/error.ts'
import { understood } from '../errors/replaced.ts'
import type { Message, Translate } from '../i18n/translate.ts'
import { refusedVariables } from '../settings/account/environment-credential.ts'
import { peekPlain } from '../settings/peek-language.ts'
import type { GlobalFlags } from '../settings/resolve.ts'
import { switchKind } from '../settings/setting-value.ts'
import { plain } from '../terminal/sanitize.ts'
import { StreamTerminal } from '../terminal/stream-terminal.ts'
import { isForProgram } from './for-program.ts'
import type { World } from './world.ts'

/** Tells the person what went wrong, on stderr, and gives the exit code. The one place where errors become codes. */
export function tellError(
  error: unknown,
  { world, flags, t }: { world: World; flags: GlobalFlags; t: Translate },
): ExitCode {
  const known =
    error instanceof CommanderError ? usageError(error, commandOf(world.argv, error.code)) : understood(error)
  const saysJson = isForProgram(world.argv)
  const terminal = new StreamTerminal({
    input: world.stdin,
    output: world.stdout,
    error: world.stderr,
    env: world.env,
    settings: {
      // A wrong value of it may be just what is told here.
      color: colorOf(flags.color || world.env.IPEOS_COLOR),
      input: false,
      plain: peekPlain(world, flags),
    },
    t,
    saysJson,
  })
  if (flags.debug) terminal.show(plain(stackOf(known), { multiline: true }))
  if (!(known instanceof IpeosError)) {
    terminal.error(
      { key: 'program.bug', parameters: { detail: known instanceof Error ? known.message : String(known) } },
      { hint: { key: 'program.bug-hint' }, code: 'bug', exitCode: 1 },
    )
    return 1
  }
  const { text, lines, goOn, code, exitCode } = known
  terminal.error(text, { lines, hint: hintOf(known, world, flags), goOn, code, exitCode })
  const by = wouldAsk(known) && !saysJson ? askingOffBy(world, flags) : undefined
  if (by) terminal.note('program.asking-off', { by })
  return exitCode
}

/** What is wrong only because nothing may be asked. */
const asked = new Set<ErrorCode>([
  ...(['which-account', 'which-account-removed', 'which-profile', 'which-entity', 'which-preference'] as const),
  ...(['several-contracts', 'what-to-edit', 'answer-missing', 'reason-missing', 'ambiguous-document'] as const),
  ...(['cancel-unconfirmed', 'reservation-unconfirmed', 'organisation-unconfirmed'] as const),
])

function wouldAsk(error: IpeosError): boolean {
  const isArgument = error.code === 'missing-argument' && error.parameters.wanted !== undefined
  return error instanceof MissingInformation || isArgument || asked.has(error.code)
}

/** Who keeps us from asking somebody who is there; undefined when nobody does. */
function askingOffBy({ stdin, stderr, env }: World, flags: GlobalFlags): string | undefined {
  if (!stdin.isTTY || !stderr.isTTY) return undefined
  if (flags.input === false) return '--no-input'
  return switchKind.read(env.IPEOS_NO_INPUT ?? '') ? 'IPEOS_NO_INPUT' : undefined
}

/** `ipeos ticket list` of `ipeos ticket list --urgncy high`. */
function commandOf(argv: string[], code: string): string {
  const firstOption = argv.findIndex((word) => word.startsWith('-'))
  const words = (firstOption < 0 ? argv : argv.slice(0, firstOption)).filter((word) => /^[a-z-]+$/.test(word))
  // `api x`, `show 15`: what is behind a command that has none under it is its argument.
  const deep = entries.find(({ name }) => name === words[0])?.isGroup ? 2 : 1
  const known = words.slice(0, code === 'commander.unknownCommand' ? deep - 1 : deep)
  return ['ipeos', ...known].join(' ')
}

/**
 * A credential of the environment that is refused is put right there, not by logging in; what the platform has done already
 * is not asked for again.
 */
function hintOf(error: IpeosError, { env, argv, hasWritten }: World, { account }: GlobalFlags): Message | undefined {
  if (error.code === 'replaced' && hasWritten?.()) return error.goOn ? undefined : { key: 'program.output-lost-done' }
  if (error.code === 'password-expired') return expiredHint(error, env, account)
  const variables = refusedVariables(error)
  const isGiven = variables?.split(', ').every((name) => env[name] || env[`${name}_FILE`])
  if (!variables || !isGiven || account || argv.includes('login')) return error.hint
  const used = variables.split(', ').map((name) => {
    const path = env[`${name}_FILE`]
    return path ? `${name}_FILE (${plain(path)})` : name
  })
  return { key: 'program.environment-refused', parameters: { variables: used.join(', ') } }
}

function expiredHint(error: IpeosError, env: World['env'], account: string | undefined): Message | undefined {
  const { IPEOS_USER: user } = env
  const variable = ['IPEOS_PASSWORD', 'IPEOS_PASSWORD_FILE'].find((name) => env[name])
  if (!user || !variable || account || error.parameters.user !== user) return error.hint
  return { key: 'program.environment-expired', parameters: { user, variable } }
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause ? `\ncaused by ${stackOf(error.cause)}` : ''
  return `${error.stack ?? error.message}${cause}`
}

function colorOf(given: string | undefined): 'auto' | 'always' | 'never' {
  return given === 'always' || given === 'never' ? given : 'auto'
}
