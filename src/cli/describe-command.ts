import type { Argument, Command, Option } from 'commander'
import type { LiveValue } from '../commands/command-facts.ts'
import type { RecordShape } from '../records/shape.ts'
import { settingKeys } from '../settings/setting.ts'

/** What a value on the command line can be. */
export type ValueSource =
  | { kind: 'text' | 'file' | 'folder' }
  /** Known words; `list`: several of them, with commas between. */
  | { kind: 'words'; words: readonly string[]; list: boolean }
  | { kind: 'live'; live: LiveValue }

export interface DescribedOption {
  /** `-s`, `--status`. */
  names: string[]
  /** `-s, --status <status>`. */
  term: string
  description: string
  /** What it takes; undefined for one that is only there or not. */
  value?: ValueSource
  /** True when it may stand without its value. */
  valueOptional: boolean
}

export interface DescribedArgument {
  name: string
  description: string
  value: ValueSource
  required: boolean
  /** True for the last one when it may be several words. */
  variadic: boolean
}

/** A command as help, man pages and completion tell of it. */
export interface DescribedCommand {
  /** The words after `ipeos`: `ticket list`; empty for `ipeos` itself. */
  path: string
  name: string
  aliases: readonly string[]
  summary: string
  description: string
  options: DescribedOption[]
  arguments: DescribedArgument[]
  commands: DescribedCommand[]
  examples: readonly string[]
  shape?: RecordShape
}

/** All that the command tree says of a command and of those under it; what is hidden stays hidden. */
export function describeCommand(command: Command, parentPath?: string): DescribedCommand {
  const path = parentPath === undefined ? '' : `${parentPath} ${command.name()}`.trim()
  const { shape } = command
  const visible = command.createHelp()
  return {
    path,
    name: command.name(),
    aliases: command.aliases(),
    summary: command.summary() || command.description(),
    description: command.description() || command.summary(),
    options: visible.visibleOptions(command).map((option) => describeOption(option, shape)),
    arguments: command.registeredArguments.map((argument) => describeArgument(argument, shape)),
    commands: visible.visibleCommands(command).map((sub) => describeCommand(sub, path)),
    examples: command.examples ?? [],
    ...(shape ? { shape } : {}),
  }
}

/** The command and every one under it, in the order of help. */
export function everyCommand(command: DescribedCommand): DescribedCommand[] {
  return [command, ...command.commands.flatMap(everyCommand)]
}

function describeOption(option: Option, shape: RecordShape | undefined): DescribedOption {
  const takesValue = option.required || option.optional
  return {
    names: [option.short, option.long].filter((name) => name !== undefined),
    term: option.flags,
    description: option.description,
    valueOptional: option.optional,
    ...(takesValue ? { value: sourceOf(option, shape) } : {}),
  }
}

function describeArgument(argument: Argument, shape: RecordShape | undefined): DescribedArgument {
  return {
    name: argument.name(),
    description: argument.description,
    value: sourceOf(argument, shape),
    required: argument.required,
    variadic: argument.variadic,
  }
}

/** What is told of an option or an argument beside its name. */
interface Facts {
  live?: LiveValue
  argChoices?: readonly string[]
  several?: true
}

function sourceOf({ live, argChoices, several }: Facts, shape: RecordShape | undefined): ValueSource {
  if (live === 'file' || live === 'folder') return { kind: live }
  if (live === 'column' || live === 'field')
    return { kind: 'words', words: Object.keys(shape?.fields ?? {}), list: true }
  if (live === 'setting') return { kind: 'words', words: settingKeys, list: false }
  if (argChoices) return { kind: 'words', words: argChoices, list: several === true }
  return live ? { kind: 'live', live } : { kind: 'text' }
}
