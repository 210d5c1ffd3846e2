import { join } from 'node:path'
import { spawn } from '@lydell/node-pty'
import { Terminal } from '@xterm/headless'

export const bin = join(import.meta.dirname, '..', '..', 'bin', 'ipeos')

export interface Person {
  /** What stands on the screen now, as a person sees it. */
  screen(): string
  /** Waits until the screen shows this, wherever its lines break; fails with the screen when it does not. */
  sees(expected: string | RegExp): Promise<void>
  /** Presses keys. */
  types(keys: string): void
  /** The exit code. */
  leaves(): Promise<number>
  /** Kills the command (SIGKILL), and waits until it is gone. */
  isKilled(): Promise<void>
  /** True when the cursor is visible: a prompt that was left must give it back. */
  cursorVisible(): boolean
}

export const key = {
  enter: '\r',
  tab: '\t',
  lineStart: '\u0001',
  eraseLine: '\u0015',
  down: '\u001b[B',
  up: '\u001b[A',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
  erase: '\u007f',
}

export interface PtyOptions {
  columns?: number
  rows?: number
  env: Record<string, string>
  folder: string
}

/** `bin/ipeos` in a real pseudo-terminal, its output on a real terminal emulator's screen. */
export function personAt(words: string[], options: PtyOptions): Person {
  return personBefore(process.execPath, [bin, ...words], options)
}

/** A shell in which `ipeos` stands for this one; it outlives the command, as a person's own does. */
export function personInShell(script: string, options: PtyOptions): Person {
  const ipeos = `trap : INT; ipeos() { '${process.execPath}' '${bin}' "$@"; }`
  return personBefore('sh', ['-c', `${ipeos}; ${script}`], options)
}

/** Any program, such as the shell that somebody works in. */
export function personBefore(
  program: string,
  words: string[],
  { columns = 80, rows = 40, env, folder }: PtyOptions,
): Person {
  const terminal = new Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 })
  const child = spawn(program, words, {
    cols: columns,
    rows,
    cwd: folder,
    name: env.TERM ?? 'xterm-256color',
    env: { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', ...env },
  })
  let hidden = false
  let written = Promise.resolve()
  child.onData((data) => {
    for (const [, state] of data.matchAll(/\u001b\[\?25([hl])/g)) hidden = state === 'l'
    written = written.then(() => new Promise((resolve) => terminal.write(data, resolve)))
  })
  const left = new Promise<number>((resolve) => child.onExit(({ exitCode }) => resolve(exitCode)))

  const screen = () => {
    const { active } = terminal.buffer
    const lines = Array.from({ length: active.length }, (_, row) => active.getLine(row)?.translateToString(true) ?? '')
    return lines.join('\n').trimEnd()
  }
  return {
    screen,
    sees: async (expected) => {
      const deadline = Date.now() + 30_000
      const shown = () =>
        typeof expected === 'string' ? squeezed(screen()).includes(squeezed(expected)) : expected.test(screen())
      while (!shown()) {
        if (Date.now() > deadline) throw new Error(`«${expected}» is not on the screen:\n${screen()}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
        await written
      }
    },
    types: (keys) => child.write(keys),
    leaves: async () => {
      const code = await left
      await written
      return code
    },
    isKilled: async () => {
      child.kill('SIGKILL')
      await left
    },
    cursorVisible: () => !hidden,
  }
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}
