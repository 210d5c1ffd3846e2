import type { Context } from '../../app/context.ts'
import { WrongUsage } from '../../errors/error.ts'

/** The one line of standard input: a secret that a flag must not hold. `option` is the flag that asks for it. */
export async function inputLine(option: string, { terminal }: Pick<Context, 'terminal'>): Promise<string> {
  // Only the line's end goes: a secret may begin or end with spaces.
  const line = (await terminal.readInput()).replace(/\r?\n$/, '')
  if (line === '') throw new WrongUsage('input-empty', { option })
  if (line.includes('\n')) throw new WrongUsage('input-of-lines', { option })
  return line
}
