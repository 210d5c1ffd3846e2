import { spawnSync } from 'node:child_process'

/**
 * True when all these programs are installed. Where they are not, the tests that need them are left out, with a line
 * that says so; a CI machine must have them.
 */
export function neededTools(...names: string[]): boolean {
  const missing = names.filter((name) => spawnSync('which', [name]).status !== 0)
  if (missing.length === 0) return true
  if (process.env.CI) throw new Error(`not installed, and needed here: ${missing.join(', ')}`)
  process.stderr.write(`left out: tests that need ${missing.join(', ')} (not installed)\n`)
  return false
}
