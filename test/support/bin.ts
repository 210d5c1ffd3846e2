import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { inShell, started } from './program.ts'

export interface BinResult {
  code: number | null
  out: string
  notes: string
}

export interface BinOptions {
  env: Record<string, string>
  folder: string
  stdin?: string | Uint8Array
  /** Another person than the one who runs the tests. */
  uid?: number
  gid?: number
  /** Ends, so (milliseconds), what would never end by itself. */
  timeout?: number
  killSignal?: NodeJS.Signals
}

/** `bin/ipeos` as a child process, without a terminal. */
export function runBin(words: string[], { env, folder, stdin = '', ...as }: BinOptions): Promise<BinResult> {
  const child = spawn(...started(words), {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
    ...as,
  })
  return ended(child, stdin)
}

/** A line of a shell, in which `ipeos` is the command; what the child is given is redirected there. */
export function runShell(line: string, { env, folder, stdin = '' }: BinOptions): Promise<BinResult> {
  const script = `ipeos() { ${inShell} "$@"; }\n${line}`
  return ended(spawn('sh', ['-c', script], { cwd: folder, env: { PATH: process.env.PATH, ...env } }), stdin)
}

function ended(child: ChildProcessWithoutNullStreams, stdin: string | Uint8Array): Promise<BinResult> {
  child.stdin.on('error', () => undefined)
  child.stdin.end(stdin)
  const collected = { out: '', notes: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    collected.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    collected.notes += text
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...collected })))
}

/** A command that goes on. */
export interface RunningBin {
  out(): string
  notes(): string
  /** Waits until this is so; fails with all that was printed when it is not, in time. */
  until(isSo: (running: { out: string; notes: string }) => boolean, milliseconds?: number): Promise<void>
  signal(name: NodeJS.Signals): void
  /** Closes the reading end of its stdout, as `| head` does. */
  stopReading(): void
  /** Its exit code. */
  left: Promise<number | null>
}

/** `bin/ipeos` as a child process that is watched while it runs; it does not outlive the test's own process. */
export function startBin(
  words: string[],
  { env, folder }: { env: Record<string, string>; folder: string },
): RunningBin {
  const child = spawn(...started(words), {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = { out: '', notes: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.notes += text
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const left = new Promise<number | null>((resolve) =>
    child.once('close', (code) => {
      process.off('exit', kill)
      resolve(code)
    }),
  )
  return {
    out: () => printed.out,
    notes: () => printed.notes,
    until: async (isSo, milliseconds = 30_000) => {
      const deadline = Date.now() + milliseconds
      while (!isSo(printed)) {
        if (Date.now() > deadline) throw new Error(`never so; printed:\n${printed.out}${printed.notes}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    signal: (name) => child.kill(name),
    stopReading: () => child.stdout.destroy(),
    left,
  }
}
