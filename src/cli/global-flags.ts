import { Command, Option } from 'commander'
import type { LiveValue } from '../commands/command-facts.ts'
import { languages, type MessageKey } from '../i18n/translate.ts'
import type { GlobalFlags } from '../settings/resolve.ts'

/** The options that every command takes. */
export function addGlobalFlags(program: Command, t: (key: MessageKey) => string): Command {
  return program
    .addOption(known('account', '--account <name>', t('program.option.account')))
    .addOption(known('profile', '--profile <name>', t('program.option.profile')))
    .addOption(known('entity', '--entity <name>', t('program.option.entity')))
    .option('--url <url>', t('program.option.url'))
    .option('--sandbox', t('program.option.sandbox'))
    .addOption(known(languages, '--lang <language>', t('program.option.lang')))
    .option('--no-input', t('program.option.no-input'))
    .addOption(known(['auto', 'always', 'never'], '--color <when>', t('program.option.color')))
    .option('--plain', t('program.option.plain'))
    .option('-q, --quiet', t('program.option.quiet'))
    .option('--no-pager', t('program.option.no-pager'))
    .option('--timeout <seconds>', t('program.option.timeout'))
    .option('--insecure-storage', t('program.option.insecure-storage'))
    .option('--debug', t('program.option.debug'))
}

/** An option whose values are known, or found out by completion; whether one is good is told where it takes effect. */
function known(values: LiveValue | readonly string[], flags: string, description: string): Option {
  const facts = typeof values === 'string' ? { live: values } : { argChoices: [...values] }
  return Object.assign(new Option(flags, description), facts)
}

/** A command line, as far as can be told before it is understood. */
export interface Glance {
  /** The options that every command takes, whose effect is needed first (language, colours). */
  flags: GlobalFlags
  /** Those that name a command, and its arguments. */
  words: string[]
  /** No command and no option but those of all commands: `ipeos`, `ipeos --sandbox`. */
  saysNothing: boolean
}

export function glanceAt(argv: string[]): Glance {
  const reader = addGlobalFlags(new Command().exitOverride().allowUnknownOption(), (key) => key)
  reader.configureOutput({ writeErr: () => undefined })
  // An option without its value is told later, when the whole line is read.
  const { operands: words, unknown } = reader.parseOptions(withoutDanglingOption(reader.options, argv))
  const { timeout, ...others } = reader.opts<GlobalFlags>()
  const flags = timeout === undefined || hasOwnTimeout(words) ? others : { ...others, timeout }
  return { flags, words, saysNothing: words.length === 0 && unknown.length === 0 }
}

/** `ticket wait --timeout 2h` says how long to wait for the ticket, not for an answer of the platform. */
function hasOwnTimeout([noun, verb]: string[]): boolean {
  return noun === 'ticket' && verb === 'wait'
}

function withoutDanglingOption(options: readonly Option[], argv: string[]): string[] {
  const takesValue = options.some((option) => option.required && option.long === argv.at(-1))
  return takesValue ? argv.slice(0, -1) : argv
}
