import { type DescribedCommand, type DescribedOption, everyCommand, type ValueSource } from '../describe-command.ts'

/** A word that can be completed, and what it means. */
export interface Candidate {
  word: string
  about: string
}

/** The command tree as the completion scripts look things up in it; a command's key is its path (`ticket list`). */
export interface CompletionTable {
  /** Which command a word names under another: `['ticket', 'ls', 'ticket list']`. */
  steps: Array<[under: string, word: string, command: string]>
  /** The commands under a command. */
  commands: Array<[under: string, Candidate[]]>
  /** The options of a command; those of `''` go with every command. */
  options: Array<[command: string, Candidate[]]>
  /** What an option takes. */
  values: Array<[command: string, names: string[], source: string]>
  /** What stands at a place (from 0) behind a command; the last one may be `*`: any further place. */
  places: Array<[command: string, place: number, isEvery: boolean, source: string]>
}

/** The table in the words of one shell: each part fits between the first and the last line of its function. */
export type ScriptTables = Record<keyof CompletionTable, string>

/**
 * What completion knows without asking anybody. A source is `text`, `file`, `folder`, `one a b c`, `list a b c` (commas
 * between) or `live KIND`; an option that may stand without its value has `?` before it.
 */
export function completionTable(root: DescribedCommand, topics: readonly Candidate[]): CompletionTable {
  const all = [...everyCommand(root), ...asHelp(root, topics)]
  return {
    steps: all.flatMap(({ path, commands }) =>
      commands.flatMap((sub) =>
        [sub.name, ...sub.aliases].map((word) => [path, word, sub.path] as [string, string, string]),
      ),
    ),
    commands: all
      .filter(({ commands }) => commands.length > 0)
      .map(({ path, commands }) => [path, commands.map(({ name, summary }) => ({ word: name, about: summary }))]),
    options: all
      .filter((command) => ownOptions(command, root).length > 0)
      .map((command) => [command.path, ownOptions(command, root).flatMap(longNames)]),
    values: all.flatMap((command) => ownOptions(command, root).flatMap((option) => valueTaken(command.path, option))),
    places: all.flatMap(({ path, arguments: given }) =>
      given.map(
        ({ variadic, value }, place) => [path, place, variadic, sourceText(value)] as [string, number, boolean, string],
      ),
    ),
  }
}

/** `--help` goes with every command, so it is told once. */
function ownOptions(command: DescribedCommand, root: DescribedCommand): DescribedOption[] {
  return command.options.filter(({ names }) => command === root || !names.includes('--help'))
}

function longNames({ names, description }: DescribedOption): Candidate[] {
  return names.filter((name) => name.startsWith('--')).map((word) => ({ word, about: description }))
}

function valueTaken(path: string, { names, value, valueOptional }: DescribedOption): CompletionTable['values'] {
  return value ? [[path, names, `${valueOptional ? '?' : ''}${sourceText(value)}`]] : []
}

/** `ipeos help ticket list`: the same words behind `help`, and the topics. */
function asHelp(root: DescribedCommand, topics: readonly Candidate[]): DescribedCommand[] {
  const bare = { options: [], arguments: [], examples: [], aliases: [] }
  const under = (command: DescribedCommand, path: string): DescribedCommand => ({
    ...command,
    ...bare,
    path: `${path} ${command.name}`,
    commands: command.commands.map((sub) => under(sub, `${path} ${command.name}`)),
  })
  const pages = topics.map(({ word, about }) => ({
    ...bare,
    name: word,
    path: `help ${word}`,
    summary: about,
    description: about,
    commands: [],
  }))
  const commands = [...root.commands.map((command) => under(command, 'help')), ...pages]
  return [
    { ...bare, name: 'help', path: 'help', summary: '', description: '', commands },
    ...commands.flatMap(everyCommand),
  ]
}

function sourceText(source: ValueSource): string {
  if (source.kind === 'live') return `live ${source.live}`
  if (source.kind !== 'words') return source.kind
  return `${source.list ? 'list' : 'one'} ${source.words.join(' ')}`
}
