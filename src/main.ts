import { writeSync } from 'node:fs'
import { version } from '../package.json'
import type { Composed } from './app/compose.ts'
import type { Context } from './app/context.ts'
import type { Sleep } from './app/sleep.ts'
import type { ExitCode } from './errors/error.ts'
import type { Holder } from './files/lock.ts'
import type { Http } from './glpi/http/http.ts'
import type { SecretStore } from './settings/secrets/store.ts'
import type { LendSignals } from './terminal/program/pager.ts'
import type { Nameplate } from './terminal/program/this-machine.ts'
import type { Prompts } from './terminal/prompts/prompts.ts'

/** All that comes from outside: the process, or what a test puts in its place. */
export interface World {
  argv: string[]
  env: Record<string, string | undefined>
  platform: NodeJS.Platform
  /** The person's; the null device where there is none. */
  home: string
  /** Of Node.js. */
  nodeVersion: string
  /** The folder that the command was started in. */
  folder: string
  stdin: NodeJS.ReadStream
  stdout: NodeJS.WriteStream
  stderr: NodeJS.WriteStream
  now(): Date
  /** This process, and how to tell whether another one runs. */
  holder: Holder
  /** In a test: waiting that takes no time. */
  sleep?: Sleep
  /** In a test: numbers from 0 to 1 that are the same each time. */
  random?(): number
  /** For how long (ms) the platform may go on with a request that nobody waits for any more; a minute by default. */
  lateness?: number
  /** Keeps what a person must be told if a signal ends the process from now on; nothing when empty. */
  ifInterrupted?(text: string, undo?: () => void): void
  /** Lets a program that we started have Ctrl-C to itself, for a while. */
  lendSignals?: LendSignals
  timeZone?: string
  /** In a test: the platform without a network, answers to the prompts, a nameplate, a keychain. */
  http?: Http
  prompts?: Prompts
  nameplate?(): Promise<Nameplate>
  keychain?: SecretStore
}

/** Runs `ipeos` as this process. */
export function start(process: NodeJS.Process): void {
  void answer(process, process.argv.slice(2))
}

async function answer(process: NodeJS.Process, argv: string[]): Promise<void> {
  const quick = await quickAnswer(process, argv)
  if (quick === undefined) return run(process, argv)
  try {
    // Without opening stdout as a stream, which takes longer than all the rest of it.
    const bytes = Buffer.from(quick)
    for (let written = 0; written < bytes.length; ) written += writeSync(1, bytes, written)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // A pipe that is full and may not be waited for: the stream waits.
    if (code === 'EAGAIN') process.stdout.write(quick)
    else await leaveUnheard(process, error as NodeJS.ErrnoException)
  }
}

/** What needs no command to be understood; undefined for all the rest. */
async function quickAnswer(process: NodeJS.Process, argv: string[]): Promise<string | undefined> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) return `${version}\n`
  if (argv[0] === '__complete') return quickCompletion(process, argv.slice(1))
  const last = argv.at(-1)
  if (last !== '--help' && last !== '-h') return undefined
  const { quickHelp } = await import('./cli/help/quick-help.ts')
  return quickHelp(process, argv, import.meta.dirname)
}

/** What a shell offers while a line is typed: never an error in the middle of it, unless it is asked for. */
async function quickCompletion(process: NodeJS.Process, asked: string[]): Promise<string> {
  const { env, platform } = process
  try {
    const { homeFolder } = await import('./files/home.ts')
    const { complete } = await import('./cli/completion/complete.ts')
    return complete(asked, { env, platform, home: homeFolder() })
  } catch (error) {
    if (env.IPEOS_DEBUG) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return ''
  }
}

async function run(process: NodeJS.Process, argv: string[]): Promise<void> {
  const last: LastThings = { words: '', undo: undefined }
  process.stdout.on('error', (error) => leaveUnheard(process, error, last))
  // One after the other, as they were started; the last one has the screen.
  const borrowers: Array<() => void> = []
  process.on('SIGINT', () => borrowers.length === 0 && leaveInterrupted(process, 130, last))
  process.once('SIGTERM', () => {
    for (const end of borrowers) end()
    leaveInterrupted(process, 143, last)
  })
  const { homeFolder } = await import('./files/home.ts')
  const world: World = {
    argv,
    env: process.env,
    platform: process.platform,
    home: homeFolder(),
    nodeVersion: process.versions.node,
    folder: startFolder(process),
    // Node opens each of these when it is first touched.
    get stdin() {
      return process.stdin
    },
    stdout: process.stdout,
    get stderr() {
      // Nobody hears our notes: the work goes on, and its exit code still says how it went.
      if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => undefined)
      return process.stderr
    },
    now: () => new Date(),
    holder: { pid: process.pid, isRunning: (pid) => isRunning(process, pid) },
    lendSignals: (end) => {
      borrowers.push(end)
      return () => void borrowers.splice(borrowers.indexOf(end), 1)
    },
    ifInterrupted: (words, undo) => {
      Object.assign(last, { words, undo })
    },
  }
  process.once('uncaughtException', (error) => leaveBroken(process, world, error))
  const code = await main(world)
  // What was printed is out first; then nothing is waited for: a timer, an answer that nobody wants any more.
  process.exitCode = code
  process.stdout.write('', (error) => {
    if (!error) process.exit(code)
  })
}

/** Somebody may have deleted it: only what names a file by a path from there then misses it. */
function startFolder(process: NodeJS.Process): string {
  try {
    return process.cwd()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return process.env.PWD || '/'
  }
}

/** Signal 0 is only a question; a process of somebody else runs too. */
function isRunning(process: NodeJS.Process, pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Whoever reads our output has read enough, as `| head` does: that is no failure, and no reason to leave half-done what
 * must not be left so; a full disk is one.
 */
async function leaveUnheard(
  process: NodeJS.Process,
  error: NodeJS.ErrnoException,
  { words }: Pick<LastThings, 'words'> = { words: '' },
): Promise<void> {
  if (error.code === 'EPIPE') {
    if (words) return
    process.exit(process.exitCode ?? 0)
  }
  const { peekGlobalFlags } = await import('./cli/global-flags.ts')
  const { loadTranslator } = await import('./i18n/translate.ts')
  const { homeFolder } = await import('./files/home.ts')
  const { peekLanguage } = await import('./settings/peek-language.ts')
  const { env, platform, argv, stderr } = process
  const t = await loadTranslator(peekLanguage({ env, platform, home: homeFolder() }, peekGlobalFlags(argv.slice(2))))
  const lost = t('program.output-lost', { reason: error.code ?? error.message })
  const hint = words || t('program.output-lost-hint')
  stderr.write(`✗ ${lost}\n  → ${hint}\n`, () => process.exit(1))
}

/** A bug that nobody waited for: told as any other, for Node would show all that the error holds, secrets too. */
async function leaveBroken(process: NodeJS.Process, world: World, error: unknown): Promise<void> {
  const { peekGlobalFlags } = await import('./cli/global-flags.ts')
  const { loadTranslator } = await import('./i18n/translate.ts')
  const { peekLanguage } = await import('./settings/peek-language.ts')
  const { tellError } = await import('./app/tell-error.ts')
  const flags = peekGlobalFlags(world.argv)
  const t = await loadTranslator(peekLanguage(world, flags))
  await t.ready()
  process.exit(tellError(error, { world, flags, t }))
}

/** What an interrupted command says, and does, before it ends. */
interface LastThings {
  words: string
  undo: (() => void) | undefined
}

/** Outside of a question: a spinner or a bar may have hidden the cursor. */
function leaveInterrupted(process: NodeJS.Process, code: number, { words, undo }: LastThings): void {
  undo?.()
  if (process.stderr.isTTY) process.stderr.write('\u001b[?25h\n')
  if (words) process.stderr.write(`${words}\n`)
  process.exit(code)
}

/** `ipeos` alone is the first page, for a person; in a pipe it is the help, as with other commands that have more to say. */
async function orHome(world: World): Promise<string[]> {
  const { saysNothing } = await import('./cli/global-flags.ts')
  return world.stdout.isTTY === true && saysNothing(world.argv) ? ['home', ...world.argv] : world.argv
}

/** From a command line to an exit code; what a person reads goes to the streams of this world. */
export async function main(given: World): Promise<ExitCode> {
  const world: World = Object.create(given, { argv: { value: await orHome(given) } })
  const { peekGlobalFlags, peekWords } = await import('./cli/global-flags.ts')
  const { asCalledWith } = await import('./cli/called-with.ts')
  const { loadTranslator } = await import('./i18n/translate.ts')
  const { peekLanguage } = await import('./settings/peek-language.ts')
  const flags = peekGlobalFlags(world.argv)
  const t = await loadTranslator(peekLanguage(world, flags), asCalledWith(flags))

  // Filled when a command really runs: help needs none of it.
  const context = { t, clock: { now: world.now } } as Partial<Context> as Context
  let composed: Composed | undefined
  const { buildProgram, refuseUnknownCommand, withBareJsonLast } = await import('./cli/program.ts')
  const columns = world.stdout.columns ?? 80
  let help = ''
  const output = {
    write: (text: string) => {
      help += text
    },
    columns,
  }
  const words = peekWords(world.argv)
  // Of what help is asked for is known only when all of it is there.
  const program = await buildProgram(context, version, output, words[0] === 'help' ? undefined : words)
  program.hook('preAction', async (_program, command) => {
    if (command.bare) return
    const { compose } = await import('./app/compose.ts')
    await t.ready()
    composed = await compose(world, flags, t, { repairing: words[0] === 'config' })
    Object.assign(context, composed.context)
    const { refuseOtherPlatform } = await import('./app/other-platform.ts')
    refuseOtherPlatform(command, context)
  })
  try {
    await program.parseAsync(withBareJsonLast(world.argv), { from: 'user' }).catch((error) => {
      if (isHelp(error) || error.code === 'commander.unknownCommand') refuseUnknownCommand(words, program)
      if (!isHelp(error)) throw error
    })
    if (help === '') return 0
    const { showHelp } = await import('./cli/help/show-help.ts')
    await showHelp(help, { world, flags, t })
    return 0
  } catch (error) {
    const { tellError } = await import('./app/tell-error.ts')
    await t.ready()
    return tellError(error, { world, flags, t })
  } finally {
    await composed?.finish()
  }
}

/** commander throws once it has shown help or the version, so that nothing else runs. */
function isHelp(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^commander\.(help|version)/.test(String(error.code))
}
