import { openSync, readSync } from 'node:fs'
import { join, resolve } from 'node:path'

const { IPEOS_UNDER_TEST } = process.env

/**
 * The program that the stories run: `bin/ipeos`, or what IPEOS_UNDER_TEST names, such as the lone executable, or what npm
 * installed.
 */
export const bin = IPEOS_UNDER_TEST ? resolve(IPEOS_UNDER_TEST) : join(import.meta.dirname, '..', '..', 'bin', 'ipeos')

/** True where it is a script, for a Node.js; then this one runs it. */
export const isScript = beginsWith(bin, '#!')

const line = isScript ? [process.execPath, bin] : [bin]

/** The program and its words, to be started. */
export function started(words: readonly string[]): [program: string, words: string[]] {
  const [program = bin, ...first] = line
  return [program, [...first, ...words]]
}

/** The same in a shell, where its words follow. */
export const inShell = line.map((word) => `'${word}'`).join(' ')

function beginsWith(path: string, text: string): boolean {
  const found = Buffer.alloc(text.length)
  readSync(openSync(path, 'r'), found)
  return found.toString('latin1') === text
}
