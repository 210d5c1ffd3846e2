import type { Context } from '../../app/context.ts'
import { WrongUsage } from '../../errors/error.ts'

/** The one line of standard input: a secret that a flag must not hold. `option` is the flag that asks for it, of a command. */
export async function inputLine(
  option: string,
  context: Pick<Context, 'terminal'>,
  command = 'ipeos login',
): Promise<string> {
  const [line = ''] = await inputLines(option, 1, context, command)
  return line
}

/** The same of so many secrets, a line each. */
export async function inputLines(
  option: string,
  count: number,
  { terminal }: Pick<Context, 'terminal'>,
  command: string,
): Promise<string[]> {
  // Only the line's end goes: a secret may begin or end with spaces.
  const lines = (await terminal.readInput()).replace(/\r?\n$/, '').split(/\r?\n/)
  if (lines.length > count) throw new WrongUsage('input-of-lines', { option, count, command })
  if (lines.length < count || lines.includes('')) throw new WrongUsage('input-empty', { option, command })
  return lines
}
