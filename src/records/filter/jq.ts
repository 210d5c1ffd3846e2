import { type Jq, loadJq } from 'jq-wasm/inline'
import { WrongUsage } from '../../errors/error.ts'
import { plain } from '../../terminal/sanitize.ts'
import type { Style } from '../../terminal/style.ts'
import type { Filter } from '../../terminal/terminal.ts'
import { fitForTerminal } from '../format/json.ts'
import { unfit } from './unfit.ts'

/**
 * Runs what lets nothing else happen in this process until it ends; a signal must end the process meanwhile. An expression
 * may be endless.
 */
export type Hold = <Result>(work: () => Result) => Result

const byItself: Hold = (work) => work()

/**
 * What `--jq` prints of JSON, or of several lines of it: a text as it is, another value as JSON on a line. Throws
 * `WrongUsage` for an expression that jq does not understand, before there is any data, and later `PartlyDone` for one
 * that does not fit the data.
 */
export async function jqFilter(expression: string, hold: Hold = byItself, most = mostOutput): Promise<Filter> {
  const jq = await loadJq()
  // Without input, an expression is read and not run.
  const read = (text: string) => hold(() => run(jq, '', text))
  const { stderr, exitCode } = read(expression)
  if (exitCode !== 0) throw new WrongUsage('wrong-jq', { detail: detailOf(stderr) })
  const within = bounded(expression, most)
  const toRun = read(within).exitCode === 0 ? within : expression
  return (json, look) => {
    const { style, outputIsTerminal } = look
    const { stdout, stderr, exitCode } = hold(() => run(jq, wellFormed(json), toRun))
    if (exitCode !== 0 && stderr.endsWith(tooMuch)) throw unfit('--jq', 'output.jq-too-much', { most: most / 1e6 })
    if (exitCode !== 0) throw unfit('--jq', 'output.jq-said', { detail: detailOf(stderr) })
    // What `debug` says.
    if (stderr !== '') look.show(plain(stderr, { multiline: true }))
    if (stdout === '') return ''
    const print = outputIsTerminal ? (line: string) => indented(line, style) : fitForTerminal
    return stdout
      .split('\n')
      .map((line) => (line.startsWith('"') ? plain(JSON.parse(line), { multiline: true }) : print(line)))
      .map((text) => `${text}\n`)
      .join('')
  }
}

/** Characters that one run may give: of an endless one nobody sees anything, and it would take all memory. */
const mostOutput = 128e6
const tooMuch = 'ipeos:too-much'

/** What does not fit into another expression, as one that ends in a comment that goes on, is not bounded. */
function bounded(expression: string, most: number): string {
  const sum = '. + 1 + ($value | tojson | length)'
  return `foreach (${expression}\n) as $value (0; ${sum}; if . > ${most} then error("${tooMuch}") else $value end)`
}

/** Of an expression that begins with a dash, jq must not think that it is an option. */
function run(jq: Jq, input: string, expression: string): ReturnType<Jq['raw']> {
  const { error: said } = console
  // Its last word, `Aborted()`, which nobody would understand, goes there.
  console.error = () => undefined
  try {
    return jq.raw(input, expression, ['-c', '--'])
  } catch (error) {
    // It has memory of its own, which an endless expression fills.
    if (isOutOfMemory(error)) throw unfit('--jq', 'output.jq-memory')
    throw error
  } finally {
    console.error = said
  }
}

/** `syntax error, unexpected end of file, line 1, column 2` of what jq says about it. */
function detailOf(stderr: string): string {
  const line = stderr.split('\n').findLast((text) => text.startsWith('jq: error')) ?? stderr
  return line
    .replace(/^jq: error(?: \(at [^)]*\))?: /, '')
    .replace(' at <top-level>', '')
    .replace(/:$/, '')
}

/** Half of a character, as a server may send it in an escape, would make jq refuse all of the text. */
function wellFormed(json: string): string {
  if (!/\\u[dD][89a-fA-F]/.test(json)) return json
  const pair = /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|.)/g
  return json.replace(pair, (found) => (/^\\u[dD][89a-fA-F]..$/.test(found) ? '\\ufffd' : found))
}

/** JSON over several lines, in colours where there are any. */
function indented(line: string, { blue, green }: Style): string {
  const text = fitForTerminal(JSON.stringify(JSON.parse(line), null, 2))
  return text.replace(/("(?:[^"\\]|\\.)*")(: )?/g, (_found, word: string, colon = '') =>
    colon ? `${blue(word)}${colon}` : green(word),
  )
}

/** WebAssembly’s own error, which no type here knows. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.constructor.name === 'RuntimeError')
}
