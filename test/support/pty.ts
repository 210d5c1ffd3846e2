import { spawn } from '@lydell/node-pty'
import { openWindow, type Window } from './emulator.ts'
import { inShell, started } from './program.ts'

export interface Person extends Pick<Window, 'screen' | 'sees'> {
  /** Presses keys. */
  types(keys: string): void
  /** Makes the window another size. */
  resizes(columns: number, rows: number): Promise<void>
  /** The exit code. */
  leaves(): Promise<number>
  /** Kills the command (SIGKILL), and waits until it is gone. */
  isKilled(): Promise<void>
  /** Closes the window, as by its cross: the system hangs up (SIGHUP) on all that runs in it. */
  closesWindow(): void
  /** True when the cursor is visible: a prompt that was left must give it back. */
  cursorVisible(): boolean
}

export const key = {
  enter: '\r',
  tab: '\t',
  backTab: '\u001b[Z',
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
  return personBefore(...started(words), options)
}

/** A shell in which `ipeos` stands for this one; it outlives the command, as a person's own does. */
export function personInShell(script: string, options: PtyOptions): Person {
  const ipeos = `trap : INT; ipeos() { ${inShell} "$@"; }`
  return personBefore('sh', ['-c', `${ipeos}; ${script}`], options)
}

/** Any program, such as the shell that somebody works in. */
export function personBefore(
  program: string,
  words: string[],
  { columns = 80, rows = 40, env, folder }: PtyOptions,
): Person {
  const window = openWindow(columns, rows)
  const child = spawn(program, words, {
    cols: columns,
    rows,
    cwd: folder,
    name: env.TERM ?? 'xterm-256color',
    env: { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', ...env },
  })
  let hidden = false
  child.onData((data) => {
    for (const [, state] of data.matchAll(/\u001b\[\?25([hl])/g)) hidden = state === 'l'
    window.write(data)
  })
  const left = new Promise<number>((resolve) => child.onExit(({ exitCode }) => resolve(exitCode)))

  return {
    screen: window.screen,
    sees: window.sees,
    types: (keys) => child.write(keys),
    resizes: async (newColumns, newRows) => {
      await window.resize(newColumns, newRows)
      child.resize(newColumns, newRows)
    },
    leaves: async () => {
      const code = await left
      await window.settled()
      return code
    },
    isKilled: async () => {
      child.kill('SIGKILL')
      await left
    },
    closesWindow: () => (child as unknown as { destroy(): void }).destroy(),
    cursorVisible: () => !hidden,
  }
}
