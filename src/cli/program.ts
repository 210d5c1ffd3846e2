import { Command, type CommanderError } from 'commander'
import type { Context } from '../app/context.ts'
import type { CodeOf } from '../errors/code.ts'
import { WrongUsage } from '../errors/error.ts'
import type { wrongUsage } from '../errors/usage-codes.ts'
import { choiceHint, similarTo } from '../i18n/similar.ts'
import type { Translate } from '../i18n/translate.ts'
import { quoted } from '../terminal/quoted.ts'
import { type Entry, entries } from './command-tree.ts'
import { addGlobalFlags } from './global-flags.ts'
import { translateHelp } from './help/help.ts'
import { meantBy } from './other-words.ts'
import { translatePlaceholders } from './placeholders.ts'

export interface ProgramOutput {
  write(text: string): void
  columns: number
}

/**
 * The command tree. Does nothing until it is given an argv. Where `named` begins with a command, nothing else is there, nor
 * any other verb of a noun than the one that follows; otherwise, of what no word of it asks for, the name and a line about
 * it: enough for help. Without `named`, all of it.
 */
export async function buildProgram(
  context: Context,
  version: string,
  output: ProgramOutput,
  named?: readonly string[],
): Promise<Command> {
  const { t } = context
  const program = new Command('ipeos')
    .description(t('program.description'))
    .version(version, '-V, --version', t('program.option.version'))
    .helpOption('-h, --help', t('program.option.help'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: output.write,
      // Errors are told by main, in the person's language; help asked for in error goes the same way as help.
      writeErr: output.write,
      outputError: () => undefined,
      getOutHelpWidth: () => output.columns,
      getErrHelpWidth: () => output.columns,
    })
  translateHelp(program, t)
  addGlobalFlags(program, t)
  const isMeant = ({ name, alias }: Entry) => named?.some((word) => word === name || word === alias) ?? true
  const meant = entries.filter((entry) => named?.[0] !== undefined && [entry.name, entry.alias].includes(named[0]))
  const verb = meant.length > 0 ? named?.[1] : undefined
  for (const entry of meant.length > 0 ? meant : entries) await addEntry(program, context, entry, isMeant(entry), verb)
  translatePlaceholders(program, t.language)
  return program
}

async function addEntry(
  program: Command,
  context: Context,
  entry: Entry,
  isNamed: boolean,
  verb: string | undefined,
): Promise<void> {
  const parent = isNamed && !entry.isGroup ? program : addWord(program, entry, context.t)
  for (const add of isNamed ? await entry.load(verb) : []) add(parent, context)
}

/** A command with a line about it, and nothing more. */
function addWord(program: Command, { name, summary, alias }: Entry, t: Translate): Command {
  const word = program
    .command(name)
    .summary(t(summary))
    .description(asSentence(t(summary)))
    .helpOption('-h, --help', t('program.option.help'))
    .helpCommand(false)
  return alias ? word.alias(alias) : word
}

/** A group has no more to say than its line in the list above it. */
function asSentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`
}

const codes: Record<string, CodeOf<typeof wrongUsage>> = {
  'commander.unknownCommand': 'unknown-command',
  'commander.unknownOption': 'unknown-option',
  'commander.missingArgument': 'missing-argument',
  'commander.optionMissingArgument': 'missing-value',
  'commander.excessArguments': 'too-many-arguments',
}

/** Characters: what is typed stands in it, and may be as long as a command line. */
const longestMessage = 1_000

/** What commander refused, as an error of ours. */
export function usageError(error: CommanderError, command: string): WrongUsage {
  const message = error.message.slice(0, longestMessage)
  const name = /'([^']*)'/.exec(message)?.[1] ?? ''
  // `option '--format <format>' argument 'x'`, `command-argument value 'x' is invalid for argument 'shell'`.
  const choice =
    /(?:argument|value) '([^']*)' is invalid(?: for argument '([^']*)')?\. Allowed choices are (.+)\.$/.exec(message)
  if (choice) {
    const [, value = '', argument, choices = ''] = choice
    const hint = choiceHint(value, choices.split(', '))
    return argument
      ? new WrongUsage('wrong-word', { name: argument, value }, { hint })
      : new WrongUsage('wrong-choice', { name: name.replace(/ [<[][\s\S]*/, ''), value }, { hint })
  }
  const similar = /\(Did you mean (?:one of )?([^?(]+)\?/.exec(message)?.[1]
  const code = codes[error.code]
  const hint = similar
    ? { key: 'program.did-you-mean' as const, parameters: { name: similar } }
    : { key: 'program.see-help' as const, parameters: { command } }
  return code
    ? new WrongUsage(code, { name }, { hint })
    : new WrongUsage('wrong-usage', { detail: error.message.replace(/^error: /, '') }, { hint })
}

/**
 * What is not there, with the whole command that was meant. Of its help commander would show that of the command above,
 * as if all were well; of a slip it would name an alias as well.
 */
export function refuseUnknownCommand(words: readonly string[], program: Command): void {
  words.reduce<Command>((command, name, at) => {
    // Behind a command stand its arguments.
    if (command.commands.length === 0) return command
    const next = command.commands.find((one) => one.name() === name || one.aliases().includes(name))
    if (next) return next
    const above = ['ipeos', ...words.slice(0, at)].join(' ')
    const verbs = command.commands.map((one) => one.name())
    const meant = meantBy(name, words[at - 1], verbs).map((line) => `ipeos ${line}`)
    const near = meant.length > 0 ? meant : commandsLike(name, command.commands).map((one) => `${above} ${one.name()}`)
    const hint =
      near.length > 0
        ? { key: 'program.did-you-mean' as const, parameters: { name: withRest(near, words.slice(at + 1)) } }
        : { key: 'program.see-help' as const, parameters: { command: above } }
    throw new WrongUsage('unknown-command', { name }, { hint })
  }, program)
}

/** The one command that was meant, with the ticket that it is about and what else was typed behind it. */
function withRest(near: string[], rest: readonly string[]): string {
  const [only = ''] = near
  const [first = ''] = rest
  return near.length === 1 && /^\d/.test(first) ? [only, ...rest.map(quoted)].join(' ') : near.join(', ')
}

/** The schema of what a command gives is told whatever it would be about: `ticket show --json-schema`. */
export function letSchemaStandAlone(argv: readonly string[], words: readonly string[], program: Command): void {
  if (!argv.includes('--json-schema')) return
  let command: Command | undefined = program
  for (const word of words) {
    command = command.commands.find((one) => one.name() === word || one.aliases().includes(word))
    if (!command) return
    for (const argument of command.registeredArguments) argument.required = false
  }
}

/** Each one once, be it near by its name or by its short one. */
function commandsLike(name: string, commands: readonly Command[]): Command[] {
  const near = similarTo(
    name,
    commands.flatMap((one) => [one.name(), ...one.aliases()]),
  )
  return commands.filter((one) => [one.name(), ...one.aliases()].some((word) => near.includes(word)))
}

/** In `show --json 15` no fields are meant: 15 is the ticket. */
export function withBareJsonLast(argv: string[]): string[] {
  const at = argv.indexOf('--json')
  const next = argv[at + 1]
  const bare = at >= 0 && next !== undefined && !next.startsWith('-') && !/^[a-z]+(,[a-z]*)*$/i.test(next)
  return bare ? [...argv.slice(0, at), ...argv.slice(at + 1), '--json'] : argv
}
