import { PassThrough } from 'node:stream'
import { sleep } from '../../src/app/sleep.ts'
import type { World } from '../../src/app/world.ts'
import type { Language } from '../../src/i18n/translate.ts'
import type { Desk } from './desk.ts'
import { openWindow, type Window } from './emulator.ts'

// A spinner looks there by itself: on a machine of CI it would write a line each turn, and where it is slow one comes.
delete process.env.CI

export interface SeenPerson extends Pick<Window, 'screen' | 'sees'> {
  /** Presses keys, one after the other. */
  types(...keys: string[]): Promise<void>
  /** The exit code. */
  leaves(): Promise<number>
}

export interface SeenOptions {
  columns: number
  rows?: number
  language: Language
  /** What o'clock it is for this person. */
  now: () => Date
  env?: Record<string, string>
}

/** Somebody before a window, at a desk whose hours are the same each time: real prompts, by keys, in this very process. */
export function personSeenAt(desk: Desk, words: string[], options: SeenOptions): SeenPerson {
  const { columns, rows = 24, language, now, env = {} } = options
  const window = openWindow(columns, rows)
  const keyboard = Object.assign(new PassThrough(), { isTTY: true, isRaw: false, setRawMode: () => keyboard })
  const output = terminalOutput(window, columns, rows) as unknown as World['stdout']
  const left = desk.ipeos(words, {
    columns,
    byKeys: true,
    env: { LANG: language === 'fr' ? 'fr_FR.UTF-8' : 'en_GB.UTF-8', TERM: 'xterm-256color', ...env },
    world: { now, sleep, stdin: keyboard as unknown as World['stdin'], stdout: output, stderr: output },
  })
  return {
    screen: window.screen,
    sees: window.sees,
    types: async (...keys) => {
      for (const key of keys) {
        keyboard.write(key)
        // readline takes a turn of the loop to understand one.
        await sleep(20)
      }
    },
    leaves: async () => {
      const { code } = await left
      await window.settled()
      return code
    },
  }
}

/** What is written there is on the window; a new line begins at its left edge, as a terminal's driver has it. */
function terminalOutput(window: Window, columns: number, rows: number): PassThrough {
  const output = new PassThrough()
  output.on('data', (chunk: Buffer) => window.write(chunk.toString('utf8').replace(/\r?\n/g, '\r\n')))
  return Object.assign(output, {
    ...{ isTTY: true, columns, rows },
    // What a spinner asks of a terminal.
    cursorTo: (column: number) => output.write(`\u001b[${column + 1}G`),
    moveCursor: (_: number, down: number) =>
      down === 0 || output.write(`\u001b[${Math.abs(down)}${down < 0 ? 'A' : 'B'}`),
    clearLine: () => output.write('\u001b[2K'),
    // A prompt that is over does not close it, as it would not close stderr.
    end: () => output,
  })
}
