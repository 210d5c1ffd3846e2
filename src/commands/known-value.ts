import type { Argument, Command, Option } from 'commander'
import type { LiveValue } from './command-facts.ts'

/**
 * Says what options (`--attach`) and arguments (`files`) of a command stand for, so that help and completion know: a
 * kind of thing, or the words that it may be. Whether a value is good is for the command to say.
 */
export function knowValues(command: Command, values: Record<string, LiveValue | readonly string[]>): Command {
  for (const [name, known] of Object.entries(values)) {
    const place = placeOf(command, name)
    if (typeof known === 'string') place.live = known
    else place.argChoices = [...known]
  }
  return command
}

function placeOf(command: Command, name: string): Option | Argument {
  const found = name.startsWith('--')
    ? command.options.find(({ long }) => long === name)
    : command.registeredArguments.find((argument) => argument.name() === name)
  if (!found) throw new Error(`${command.name()} ${name}`)
  return found
}
