import { buildProgram, letSchemaStandAlone, refuseUnknownCommand, withBareJsonLast } from '../cli/program.ts'
import type { ErrorCode, ExitCode } from '../errors/error.ts'
import type { Composed } from './compose.ts'
import type { Context } from './context.ts'
import { openFilter } from './open-filter.ts'
import { openTranslator, type Speech } from './open-translator.ts'
import type { CallKind } from './settings-of-call.ts'
import { sleep } from './sleep.ts'
import type { World } from './world.ts'

/** From a command line to an exit code; what a person reads goes to the streams of this world. */
export async function run(given: World): Promise<ExitCode> {
  const speech = await openTranslator(given.argv, given)
  // `ipeos` alone is the first page, for a person; in a pipe it is the help, as with other commands that have more to say.
  const isHome = speech.saysNothing && given.stdout.isTTY === true
  const call = new Call(given, speech, isHome)
  let code: ExitCode | undefined
  try {
    code = await (isHome ? homeAndMenu(call, given) : call.run(given.argv, speech.words))
    return code
  } finally {
    const finished = call.finish()
    // Who pressed Ctrl-C waits for nothing more: what is tidied up can be by a later command.
    await (code === leftByPerson ? Promise.race([finished, sleep(longestGoodbye)]) : finished)
  }
}

const leftByPerson: ExitCode = 130
/** Milliseconds. */
const longestGoodbye = 2_000

/** The same world, in which this was typed; its streams are opened when they are first touched, as they were. */
function withLine(world: World, argv: string[]): World {
  return Object.create(world, { argv: { value: argv } })
}

/** The same as another call, which knows what became of the settings and accounts since. */
function asIfTyped(given: World, words: string[], argv = given.argv): Promise<ExitCode> {
  return run(withLine(given, [...words, ...argv]))
}

/** The ways in, for whoever is not logged in; who comes in is on the first page then. */
async function throughDoor(call: Call, context: Context, given: World): Promise<ExitCode> {
  const { argv, env, ifInterrupted } = given
  const namesPlace = argv.some((word) => /^--(url|sandbox|account)\b/.test(word))
  const runLine = async (words: string[]) => {
    const became = await asIfTyped(given, words)
    // What was to be told of it does not concern what comes next.
    ifInterrupted?.('')
    return became
  }
  const { door } = await import('./menu/door.ts')
  const entry = await door({ context, run: runLine, tell: async (error) => void (await call.tell(error)) }, namesPlace)
  if (!entry) return 0
  // A variable that names a platform keeps the rehearsal from being used by itself.
  return asIfTyped(given, entry === 'rehearsal' && env.IPEOS_URL ? ['--sandbox'] : [])
}

/** The first page, and then the menu, where a person is there and wants one; each of its lines has the options of this call. */
async function homeAndMenu(call: Call, given: World): Promise<ExitCode> {
  const { argv, ifInterrupted } = given
  const line = (words: string[]) => call.run([...words, ...argv], words)
  const code = await line(['home'])
  const { context } = call
  if (code === 0 && context && (await wantsDoor(context))) return call.telling(() => throughDoor(call, context, given))
  if (call.failedBy('password-expired') && context && (await wantsMenu(context)))
    return call.telling(() => newPasswordFirst(call, context, given, code))
  if ((code !== 0 && code !== 7) || !context || !(await wantsMenu(context))) return code
  return call.telling(async () => {
    const { menu } = await import('./menu/menu.ts')
    const run = async (words: string[]) => {
      const became = await line(words)
      // What was to be told of it does not concern what comes next.
      ifInterrupted?.('')
      return became
    }
    await menu({ context, run, tell: async (error) => void (await call.tell(error)) })
    return code
  })
}

/** Whose password has expired can do nothing before there is a new one. */
async function newPasswordFirst(call: Call, context: Context, given: World, code: ExitCode): Promise<ExitCode> {
  const { prompts, t } = context
  if (!(await prompts.confirm({ message: t('password-change.now'), default: true }))) return code
  const became = await call.run(['password', 'change', ...given.argv], ['password', 'change'])
  return became === 0 ? homeAndMenu(call, given) : became
}

async function wantsMenu({ terminal, settings, account }: Context): Promise<boolean> {
  return terminal.interactive && settings.menu && (await account.source()) !== undefined
}

/** Somebody is there who is not logged in, and may be asked. */
async function wantsDoor({ terminal, settings, account }: Context): Promise<boolean> {
  return terminal.interactive && settings.menu && (await account.source()) === undefined
}

/** A process of `ipeos`: one command line, or those of a menu, with the same settings, account and session. */
class Call {
  readonly #world: World
  readonly #speech: Speech
  readonly #isHome: boolean
  /** Filled when a command really runs: help needs none of it. */
  readonly #context: Partial<Context>
  #composed: Composed | undefined
  /** What the last line failed by. */
  #failure: unknown

  constructor(world: World, speech: Speech, isHome: boolean) {
    this.#world = world
    this.#isHome = isHome
    this.#speech = speech
    this.#context = { t: speech.t, clock: { now: world.now } }
  }

  /** Of the commands so far; undefined where none really ran. */
  get context(): Context | undefined {
    return this.#composed && (this.#context as Context)
  }

  /** Whether the last line failed by an error of this code. */
  failedBy(code: ErrorCode): boolean {
    return this.#failure instanceof Error && 'code' in this.#failure && this.#failure.code === code
  }

  async finish(): Promise<void> {
    await this.#composed?.finish()
  }

  /** Runs a command line; `words` are those of it that name the command, and its arguments. */
  run(argv: string[], words: string[]): Promise<ExitCode> {
    return this.telling(() => this.#parse(argv, words), argv)
  }

  /** The exit code of work; what it fails by is told. */
  async telling(work: () => Promise<ExitCode>, argv = this.#world.argv): Promise<ExitCode> {
    this.#failure = undefined
    try {
      return await work()
    } catch (error) {
      return this.tell(error, argv)
    }
  }

  async tell(error: unknown, argv = this.#world.argv): Promise<ExitCode> {
    this.#failure = error
    const { flags, t } = this.#speech
    const { tellError } = await import('./tell-error.ts')
    await t.ready()
    return tellError(error, { world: withLine(this.#world, argv), flags, t })
  }

  async #parse(argv: string[], words: string[]): Promise<ExitCode> {
    const { flags, t } = this.#speech
    const world = withLine(this.#world, argv)
    let help = ''
    const output = {
      write: (text: string) => {
        help += text
      },
      columns: world.stdout.columns ?? 80,
    }
    // Of what help is asked for is known only when all of it is there.
    const named = words[0] === 'help' ? undefined : words
    const program = await buildProgram(this.#context as Context, world.version, output, named)
    letSchemaStandAlone(argv, words, program)
    program.hook('preAction', async (_program, command) => {
      if (command.bare) return
      await t.ready()
      this.#composed ??= await this.#compose(command, world, words)
      const { refuseOtherPlatform } = await import('./other-platform.ts')
      refuseOtherPlatform(command, this.#context as Context)
    })
    await program.parseAsync(withBareJsonLast(argv), { from: 'user' }).catch((error) => {
      if (isHelp(error) || error.code === 'commander.unknownCommand') refuseUnknownCommand(words, program)
      if (!isHelp(error)) throw error
    })
    if (help === '') return 0
    const { showHelp } = await import('../cli/help/show-help.ts')
    await showHelp(help, { world, flags, t })
    return 0
  }

  async #compose(command: Parameters<typeof openFilter>[0], world: World, words: string[]): Promise<Composed> {
    const { flags, t, rehearses } = this.#speech
    const { compose } = await import('./compose.ts')
    const filter = await openFilter(command, world, t)
    const insists = command.insists?.(command.opts(), this.#world.stdin.isTTY === true) === true
    const composed = await compose(world, flags, t, { ...kindOf(words), insists, filter })
    const { context } = composed
    if (context.settings.sandbox) rehearses()
    const menuFollows = this.#isHome && ((await wantsMenu(context)) || (await wantsDoor(context)))
    Object.assign(this.#context, composed.context, { menuFollows })
    return composed
  }
}

function kindOf([word]: string[]): CallKind {
  return { repairing: word === 'config', logsIn: word === 'login' }
}

/** commander throws once it has shown help or the version, so that nothing else runs. */
function isHelp(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^commander\.(help|version)/.test(String(error.code))
}
