import type { ExitCode, IpeosError } from '../../errors/error.ts'
import type { Context } from '../context.ts'

/** Where a menu stands: a call of `ipeos` that goes on. */
export interface MenuPlace {
  context: Context
  /** Runs a command line, without `ipeos`, as if it were typed; what it fails by is told. */
  run(words: string[]): Promise<ExitCode>
  tell(error: IpeosError): Promise<void>
}

/** Something to be chosen. */
export interface Item {
  /** As the catalogue has it: the letter that chooses it, a space, and what it does. */
  says: string
  /** Gives `leave` where the menu is not to come again. */
  act(): Promise<'leave' | undefined>
}

/** What the person chooses; undefined where they leave. */
export async function offer(
  message: string,
  items: Item[],
  { context: { prompts, terminal } }: MenuPlace,
): Promise<Item['act'] | undefined> {
  const choices = items.map(({ says, act }) => ({ key: says.slice(0, 1), name: says.slice(2), value: act }))
  terminal.show('\n')
  return prompts.select<Item['act']>({ message, choices, leave: true })
}
