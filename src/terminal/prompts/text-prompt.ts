import { createInterface, type Interface, type Key } from 'node:readline'
import { Cancelled } from '../../errors/error.ts'
import type { Input, Output } from '../stream.ts'
import { widthOf } from '../width.ts'

/** What a person typed, and whether it is to go on in the editor. */
export interface Typed {
  text: string
  toEditor: boolean
  /** That the text takes on the screen, below its heading. */
  rows: number
}

interface TextRequest {
  heading: string
  input: Input
  output: Output
  signal?: AbortSignal | undefined
  editable: boolean
  /** Told all of it with each key. */
  onTyped(text: string): void
}

const margin = '│ '

/**
 * Reads a text of several lines with readline, below its `heading`: Inquirer reads one line, or opens an editor. Enter
 * begins a line, Backspace at its start goes back to the one before, Ctrl+D ends, Ctrl+O leaves for the editor (where
 * `editable`); Ctrl+C, and the end of the input, reject with `Cancelled`. `text` stands there already.
 */
export function typeText(
  text: string,
  { heading, input, output, signal, editable, onTyped }: TextRequest,
): Promise<Typed> {
  // Before anybody can answer: a key that comes earlier would be the terminal's own, and Ctrl+C would end it all.
  input.setRawMode?.(true)
  output.write(heading)
  const lines = text.split('\n')
  const last = lines.pop() ?? ''
  for (const line of lines) output.write(`${margin}${line}${isFull(line, output) ? ' ' : ''}\n`)
  const readline = createInterface({ input, output, terminal: true, historySize: 0, prompt: margin })
  readline.prompt()
  readline.write(last)

  return new Promise<Typed>((resolve, reject) => {
    const soFar = () => [...lines, readline.line].join('\n')
    const cancel = () => reject(new Cancelled('cancelled'))
    const end = (toEditor: boolean, text = soFar()) => {
      const above = lines.reduce((rows, line) => rows + rowsOf(line, output), 0)
      resolve({ text, toEditor, rows: above + readline.getCursorPos().rows + 1 })
    }
    let before = readline.line
    let untilNow = readline.line
    // readline's own listener comes first: it has changed the line when ours looks.
    const onKey = (_text: string | undefined, key: Key): void => {
      // Within a line readline takes Ctrl+D for «delete»: what it took away is put back.
      if (key.ctrl && key.name === 'd') {
        end(false, [...lines, untilNow].join('\n'))
        return
      }
      if (key.ctrl && key.name === 'o' && editable) end(true)
      else if (key.name === 'backspace' && before === '' && lines.length > 0)
        backTo(lines.pop() ?? '', readline, output)
      before = readline.line
      untilNow = readline.line
      onTyped(soFar())
    }
    const finish = () => {
      input.off('keypress', onKey).off('end', cancel)
      signal?.removeEventListener('abort', cancel)
    }
    // Before readline, which takes the end of the input for the end of the text: half a comment must not leave.
    input.on('keypress', onKey).prependListener('end', cancel)
    signal?.addEventListener('abort', cancel)
    readline.on('line', (line) => {
      lines.push(line)
      before = ''
      untilNow = ''
      readline.prompt()
    })
    readline.on('SIGINT', cancel)
    readline.on('close', () => {
      finish()
      end(false)
    })
  }).finally(() => {
    output.write('\n')
    readline.close()
  })
}

/** Puts the cursor at the end of the line above, which may take several rows. */
function backTo(line: string, readline: Interface, output: Output): void {
  output.write(`\r\u001b[${rowsOf(line, output)}A\u001b[J`)
  readline.prompt()
  readline.write(line)
}

function rowsOf(line: string, { columns }: Output): number {
  return Math.floor(widthOf(margin + line) / (columns || 80)) + 1
}

/** Up to the edge: readline begins the next row then, and so do we. */
function isFull(line: string, { columns }: Output): boolean {
  return widthOf(margin + line) % (columns || 80) === 0
}
