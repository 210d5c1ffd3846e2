import type { Argument, Command, Option } from 'commander'
import type { NameBefore, Translate } from '../i18n/translate.ts'
import type { RecordShape } from '../records/shape.ts'
import type { SeenKind } from '../settings/read-seen.ts'

/** What a word of the command line stands for, when what it can be is known only on the platform or on this disk. */
export type LiveValue =
  | SeenKind
  | 'category'
  | 'equipment'
  | 'location'
  | 'account'
  | 'draft'
  | 'setting'
  | 'setting-value'
  | 'column'
  | 'field'
  | 'file'
  | 'folder'

// What a command tells of itself beside its options: help, man pages and completion read it from the tree.
declare module 'commander' {
  interface Command {
    /** Command lines that run as they stand: `ipeos ticket list --status solved`. */
    examples?: readonly string[]
    /** What `--json` gives. */
    shape?: RecordShape
    /** It prints JSON of the platform's own, which has no such fields, and may be filtered all the same. */
    filtersAnswer?: true
    /** Runs without settings, account and platform: also when they are broken. */
    bare?: true
    /** Whether, with these options, what it is given must arrive, or be kept, whatever the settings are. */
    insists?: (options: Record<string, unknown>, isAsked: boolean) => boolean
  }
  interface Option {
    live?: LiveValue
    /** Several of its words may stand there, with commas between. */
    several?: true
  }
  interface Argument {
    live?: LiveValue
  }
}

/** The command, as the sentences `<name>.summary` and `<name>.description` tell it. */
export function described(
  command: Command,
  name: NameBefore<'.summary'> & NameBefore<'.description'>,
  t: Translate,
): Command {
  return command.summary(t(`${name}.summary`)).description(t(`${name}.description`))
}

/** Words of which an option takes several, with commas between. */
export interface SeveralOf {
  several: readonly string[]
}

/**
 * Says what options (`--attach`) and arguments (`files`) of a command stand for, so that help and completion know: a
 * kind of thing, or the words that it may be. Whether a value is good is for the command to say.
 */
export function knowValues(
  command: Command,
  values: Record<string, LiveValue | readonly string[] | SeveralOf>,
): Command {
  for (const [name, known] of Object.entries(values)) {
    const place = placeOf(command, name)
    if (typeof known === 'string') place.live = known
    else if ('several' in known) Object.assign(place, { argChoices: [...known.several], several: true })
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
