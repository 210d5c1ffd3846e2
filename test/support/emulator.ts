import { Terminal } from '@xterm/headless'

/** A terminal's window, as a person sees it. */
export interface Window {
  /** Takes what a program writes. */
  write(data: string): void
  /** Waits until all that was written is shown. */
  settled(): Promise<void>
  /** What stands there now, what was scrolled away included. */
  screen(): string
  /** Makes it another size, as a person does with the mouse. */
  resize(columns: number, rows: number): Promise<void>
  /** Where the cursor is: its row (0 is the uppermost that is in sight) and its column. */
  cursor(): { row: number; column: number }
  /** Waits until the screen shows this, wherever its lines break; fails with the screen when it does not. */
  sees(expected: string | RegExp): Promise<void>
}

/** Opens one of that many columns and rows. */
export function openWindow(columns: number, rows: number): Window {
  const terminal = new Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 })
  let written = Promise.resolve()
  const screen = () => {
    const { active } = terminal.buffer
    const lines = Array.from({ length: active.length }, (_, row) => active.getLine(row)?.translateToString(true) ?? '')
    return lines.join('\n').trimEnd()
  }
  return {
    screen,
    write: (data) => {
      written = written.then(() => new Promise((resolve) => terminal.write(data, resolve)))
    },
    settled: () => written,
    resize: async (newColumns, newRows) => {
      await written
      terminal.resize(newColumns, newRows)
    },
    cursor: () => ({ row: terminal.buffer.active.cursorY, column: terminal.buffer.active.cursorX }),
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
  }
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}
