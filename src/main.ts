import { readlinkSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { version } from '../package.json'
import type { EndSignal, HeldTerminals } from './app/held-terminals.ts'
import type { World } from './app/world.ts'

/** How a Node that can (22.8) keeps what it compiles in a folder. */
type KeepCompiled = (folder: string) => unknown

/** Runs `ipeos` as this process. */
export function start(process: NodeJS.Process, keepCompiled?: KeepCompiled): void {
  void answer(process, process.argv.slice(2), keepCompiled)
}

async function answer(process: NodeJS.Process, argv: string[], keepCompiled?: KeepCompiled): Promise<void> {
  const isVersion = argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')
  if (keepCompiled && !isVersion) await keepInCache(process, keepCompiled)
  const quick = isVersion ? `${version}\n` : await quickAnswer(process, argv)
  if (quick === undefined) return runCommand(process, argv)
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

/** Among what may be lost and is ours: Node's own choice is in /tmp, where somebody else may have put what it would run. */
async function keepInCache(process: NodeJS.Process, keepCompiled: KeepCompiled): Promise<void> {
  const { homeFolder } = await import('./files/home.ts')
  const { foldersOf } = await import('./settings/folders.ts')
  const { env, platform } = process
  keepCompiled(join(foldersOf({ env, platform, home: homeFolder() }).cache, 'compiled'))
}

/** What needs no command to be understood; undefined for all the rest. */
async function quickAnswer(process: NodeJS.Process, argv: string[]): Promise<string | undefined> {
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

async function runCommand(process: NodeJS.Process, argv: string[]): Promise<void> {
  const last: LastThings = {
    words: '',
    undo: undefined,
    done: undefined,
    code: undefined,
    lost: undefined,
    asJson: false,
  }
  process.stdout.on('error', (error) => {
    // A window that was closed: what is being kept is kept to its end.
    if (process.stdout.isTTY) return
    // What changes something on the platform is brought to its end first.
    if (last.done !== undefined && last.code === undefined) last.lost ??= error
    else void leaveUnheard(process, error, last)
  })
  // One after the other, as they were started; the last one has the screen.
  const borrowers: Array<() => void> = []
  let held: HeldTerminals | undefined
  // Whoever is asked something leaves first, with what was typed kept.
  const end = (signal: EndSignal): void => {
    if (held?.end(signal)) return
    held?.giveBack()
    leaveInterrupted(process, signal, last)
  }
  process.on('SIGHUP', () => {
    if (!held?.hearsHangUp) end('SIGHUP')
  })
  process.on('SIGINT', () => borrowers.length === 0 && end('SIGINT'))
  process.on('SIGTERM', () => {
    for (const borrower of borrowers) borrower()
    end('SIGTERM')
  })
  const [{ homeFolder }, { isForProgram }, { HeldTerminals }, { run }] = await Promise.all([
    import('./files/home.ts'),
    import('./app/for-program.ts'),
    import('./app/held-terminals.ts'),
    import('./app/run.ts'),
  ])
  last.asJson = isForProgram(argv)
  const holders = new HeldTerminals(process, (signal) => leaveInterrupted(process, signal, last))
  held = holders
  const world: World = {
    argv,
    version,
    env: process.env,
    platform: process.platform,
    ...(process.getuid && { uid: process.getuid() }),
    home: homeFolder(),
    nodeVersion: process.versions.node,
    folder: startFolder(process),
    // Node opens each of these when it is first touched.
    get stdin() {
      // A terminal that is gone ends the question, and must not end what keeps its answer.
      if (process.stdin.isTTY && process.stdin.listenerCount('error') === 0) process.stdin.on('error', () => undefined)
      return process.stdin
    },
    stdout: process.stdout,
    get stderr() {
      // Nobody hears our notes: the work goes on, and its exit code still says how it went.
      if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => undefined)
      return process.stderr
    },
    now: () => new Date(),
    holder: {
      pid: process.pid,
      // Asked when a lock is made; few commands make one.
      get place() {
        return placeOfNumbers()
      },
      isRunning: (pid) => isRunning(process, pid),
    },
    wrote: (text = last.done ?? '') => {
      last.done = text
    },
    hasWritten: () => last.done !== undefined,
    lendSignals: (end) => {
      borrowers.push(end)
      return () => void borrowers.splice(borrowers.indexOf(end), 1)
    },
    holdTerminal: holders.hold,
    leaveSignals: (work) =>
      withoutAnswer(process, borrowers.length > 0 ? ['SIGTERM', 'SIGHUP'] : ['SIGINT', 'SIGTERM', 'SIGHUP'], work),
    ifInterrupted: (words, undo) => {
      Object.assign(last, { words, undo })
    },
  }
  process.once('uncaughtException', (error) => leaveBroken(process, world, error))
  const ran = await run(world)
  const code = held.endedBy ? signals[held.endedBy] : ran
  last.code = code
  // There may be no terminal left to wait for.
  if (held.endedBy) process.exit(code)
  if (last.lost && !isUnheard(last.lost)) return leaveUnheard(process, last.lost, last)
  // What was printed is out first; then nothing is waited for: a timer, an answer that nobody wants any more.
  process.exitCode = code
  process.stdout.write('', (error) => {
    if (!error || isUnheard(error) || process.stdout.isTTY) process.exit(code)
  })
}

function isUnheard(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE'
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

/** Each container counts its processes for itself, and all of them may write into one folder. */
function placeOfNumbers(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
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
 * Whoever reads our output has read enough, as `| head` does: that is no failure, and the work goes on to its own exit
 * code (what only prints stops by itself: see `unheard` of the terminal); a full disk is one. Of what was written on the
 * platform the output alone is missing (7): a script that tried again would write it twice.
 */
async function leaveUnheard(
  process: NodeJS.Process,
  error: NodeJS.ErrnoException,
  { words, done, code }: Partial<LastThings> = {},
): Promise<void> {
  if (isUnheard(error)) return
  const { openTranslator } = await import('./app/open-translator.ts')
  const { isForProgram } = await import('./app/for-program.ts')
  const { homeFolder } = await import('./files/home.ts')
  const { env, platform, argv, stderr } = process
  const { t } = await openTranslator(argv.slice(2), { env, platform, home: homeFolder() })
  const lost = t('program.output-lost', { reason: error.code ?? error.message })
  const hint = words || done || t(done === undefined ? 'program.output-lost-hint' : 'program.output-lost-done')
  const exitCode = done === undefined ? 1 : code || 7
  const told = isForProgram(argv.slice(2))
    ? JSON.stringify({ code: 'output-lost', message: lost, hint, exitCode })
    : `✗ ${lost}\n  → ${hint}`
  stderr.write(`${told}\n`, () => process.exit(exitCode))
}

/** A bug that nobody waited for: told as any other, for Node would show all that the error holds, secrets too. */
async function leaveBroken(process: NodeJS.Process, world: World, error: unknown): Promise<void> {
  const { openTranslator } = await import('./app/open-translator.ts')
  const { tellError } = await import('./app/tell-error.ts')
  const { flags, t } = await openTranslator(world.argv, world)
  await t.ready()
  process.exit(tellError(error, { world, flags, t }))
}

/** What an interrupted command says, and does, before it ends. */
interface LastThings {
  words: string
  undo: (() => void) | undefined
  /** What to tell of what the platform has written; undefined while it has written nothing. */
  done: string | undefined
  /** The exit code, once the work is done. */
  code: number | undefined
  /** Why the output could not be written, while the work goes on. */
  lost: NodeJS.ErrnoException | undefined
  /** Whether a program reads it. */
  asJson: boolean
}

/**
 * Runs `work` with the signals as they are in any program: what answers them here is JavaScript, which cannot run before
 * `work` ends. Ctrl-C stays with a program that has the screen.
 */
function withoutAnswer<Result>(process: NodeJS.Process, names: NodeJS.Signals[], work: () => Result): Result {
  const answers = names.map((name) => ({ name, listeners: process.rawListeners(name) as NodeJS.SignalsListener[] }))
  for (const { name } of answers) process.removeAllListeners(name)
  try {
    return work()
  } finally {
    for (const { name, listeners } of answers) for (const listener of listeners) process.on(name, listener)
  }
}

/** The exit code after each signal. */
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

/** Outside of a question: a spinner or a bar may have hidden the cursor. */
function leaveInterrupted(process: NodeJS.Process, signal: EndSignal, { words, undo, asJson }: LastThings): void {
  const code = signals[signal]
  undo?.()
  if (process.stderr.isTTY) process.stderr.write('\u001b[?25h\n')
  // At once: nothing that takes time may come in between, a translator neither.
  const told = asJson
    ? JSON.stringify({ code: 'interrupted', message: words || signal, hint: null, exitCode: code })
    : words
  if (told) process.stderr.write(`${told}\n`)
  process.exit(code)
}
