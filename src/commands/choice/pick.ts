import type { Context } from '../../app/context.ts'
import { Cancelled, WrongUsage } from '../../errors/error.ts'
import type { Choice } from '../../terminal/prompts/prompts.ts'
import type { ChoiceFacts } from '../../views/choice.ts'

/** What an argument stands for that nobody gave. */
export type Wanted = 'ticket' | 'file' | 'article' | 'words' | 'draft' | 'reservation' | 'observer'

/** The error for an argument that is not there, where nobody can be asked for it; `command` has one. */
export function missing(what: Wanted, command: string): WrongUsage {
  const hint = { key: 'program.for-example', parameters: { command } } as const
  return new WrongUsage('missing-argument', { name: what, wanted: what }, { says: `program.which.${what}`, hint })
}

/** One of the things that a list may be chosen from. */
export interface Candidate<Value> extends ChoiceFacts {
  value: Value
}

/**
 * Whichever of these the person points at, in a list that what is typed narrows; `last` stand below them. Rejects with
 * `Cancelled` where they leave it, by Escape too.
 */
export async function pick<Value>(
  message: string,
  candidates: Candidate<Value>[],
  { terminal, prompts }: Pick<Context, 'terminal' | 'prompts'>,
  last: Choice<Value>[] = [],
): Promise<Value> {
  const { choiceLines } = await import('../../views/choice.ts')
  const lines = choiceLines(candidates, { style: terminal.noteStyle, width: terminal.width })
  const choices = candidates.map(({ value }, at) => ({ name: lines[at] ?? '', value }))
  const chosen = await prompts.search<Value>({ message, choices: [...choices, ...last], leave: true })
  if (chosen === undefined) throw new Cancelled('cancelled')
  return chosen
}
