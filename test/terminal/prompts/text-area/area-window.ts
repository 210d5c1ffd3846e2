import { Writable } from 'node:stream'
import type { HoldTerminal } from '../../../../src/terminal/hold-terminal.ts'
import { InquirerPrompts } from '../../../../src/terminal/prompts/inquirer-prompts.ts'
import type { TextQuestion } from '../../../../src/terminal/prompts/prompts.ts'
import { openWindow, type Window } from '../../../support/emulator.ts'
import { translator } from '../../../support/translator.ts'
import { FakeKeyboard } from '../../fake-stream.ts'

/** Output that goes to a window, of its size. */
class WindowOutput extends Writable {
  readonly isTTY = true

  constructor(
    readonly window: Window,
    public columns: number,
    public rows: number,
  ) {
    super()
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.window.write(chunk.toString().replace(/(?<!\r)\n/g, '\r\n'))
    done()
  }

  async resize(columns: number, rows: number): Promise<void> {
    await this.window.resize(columns, rows)
    Object.assign(this, { columns, rows })
    this.emit('resize')
  }
}

interface Place {
  columns?: number
  rows?: number
  env?: Record<string, string>
  holdTerminal?: HoldTerminal
  /** On the screen already. */
  above?: string
}

/** Asks for a text in a window; xterm.js leaves the row of the cursor alone when it is narrowed, as in VS Code. */
export async function askInWindow(
  question: Partial<TextQuestion> = {},
  { columns = 80, rows = 24, env, holdTerminal, above = '' }: Place = {},
) {
  const t = translator('fr')
  await t.ready()
  const keyboard = new FakeKeyboard()
  const window = openWindow(columns, rows)
  const output = new WindowOutput(window, columns, rows)
  if (above) output.write(above)
  const environment = { NO_COLOR: '1', TERM_PROGRAM: 'vscode', ...env }
  const prompts = new InquirerPrompts({ input: keyboard, output, env: environment, t, holdTerminal })
  const answer = prompts.text({ message: 'Description :', ...question })
  answer.catch(() => undefined)
  return {
    keyboard,
    window,
    output,
    prompts,
    answer,
    lines: () =>
      window
        .screen()
        .split('\n')
        .map((line) => line.trimEnd()),
  }
}

export const marked = (text: string): string => `\u001b[200~${text}\u001b[201~`

export const move = {
  left: '\u001b[D',
  right: '\u001b[C',
  up: '\u001b[A',
  down: '\u001b[B',
  home: '\u001b[H',
  end: '\u001b[F',
  pageUp: '\u001b[5~',
  pageDown: '\u001b[6~',
  wordLeft: '\u001b[1;5D',
  wordRight: '\u001b[1;5C',
  altLeft: '\u001b[1;3D',
  altB: '\u001bb',
  altF: '\u001bf',
  start: '\u001b[1;5H',
  theEnd: '\u001b[1;5F',
  delete: '\u001b[3~',
  lineStart: '\u0001',
  lineEnd: '\u0005',
  eraseWord: '\u0017',
  eraseToStart: '\u0015',
  eraseToEnd: '\u000b',
  undo: '\u001f',
  redo: '\u0019',
}
