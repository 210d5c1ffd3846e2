import type { Argument, Command, Help, Option } from 'commander'
import type { Translate } from '../../i18n/translate.ts'
import { type HelpPage, helpText } from './help-page.ts'
import { topics } from './topic.ts'

/** Makes commander's help speak the person's language, name the commands first, and fit a narrow terminal. */
export function translateHelp(program: Command, t: Translate): void {
  program.configureHelp({
    formatHelp: (command, helper) => helpText(helpPage(command, helper, t), helper.helpWidth ?? 80),
    commandUsage: (command) => usage(command, t),
    // Right under ipeos the names alone: of most of them no more is loaded.
    subcommandTerm: (command) => [namesOf(command), ...(command.parent?.parent ? argumentsOf(command) : [])].join(' '),
    optionDescription: (option) => withFacts(option, t),
    argumentDescription: (argument) => withFacts(argument, t),
  })
}

/** What the help of a command says. */
export function helpPage(command: Command, helper: Help, t: Translate): HelpPage {
  const { examples = [], shape } = command
  return {
    usage: `${t('program.usage')} ${helper.commandUsage(command)}`,
    description: helper.commandDescription(command) || command.summary(),
    sections: [
      [
        t('program.commands'),
        helper.visibleCommands(command).map((sub) => [helper.subcommandTerm(sub), helper.subcommandDescription(sub)]),
      ],
      [
        t('program.arguments'),
        helper.visibleArguments(command).map((one) => [helper.argumentTerm(one), helper.argumentDescription(one)]),
      ],
      [
        t('program.options'),
        helper.visibleOptions(command).map((option) => [helper.optionTerm(option), helper.optionDescription(option)]),
      ],
      [t('help.topics'), command.parent ? [] : topics.map(({ name, summary }) => [name, t(summary)])],
    ],
    ...(shape ? { fields: [t('output.fields'), Object.keys(shape.fields).join(', ')] } : {}),
    ...(examples.length > 0 ? { examples: [t('program.examples'), examples] } : {}),
    ...(command.parent ? { note: t('program.global-note') } : {}),
  }
}

function namesOf(command: Command): string {
  return [command.name(), ...command.aliases()].join(', ')
}

/** `ipeos ticket show [options] <ticket>`. */
function usage(command: Command, t: Translate): string {
  const names: string[] = []
  for (let one: Command | null = command; one; one = one.parent) names.unshift(one.name())
  const rest = command.commands.length > 0 ? [t('program.command-word')] : argumentsOf(command)
  return [...names, ...rest, t('program.options-word')].join(' ')
}

function argumentsOf(command: Command): string[] {
  return command.registeredArguments.map((argument) => {
    const name = argument.variadic ? `${argument.name()}…` : argument.name()
    return argument.required ? `<${name}>` : `[${name}]`
  })
}

/** What an option or an argument is, what it may be, and what it is when nothing is said. */
function withFacts(place: Option | Argument, t: Translate): string {
  const { argChoices, defaultValue, description } = place
  const facts = [
    ...(argChoices ? [t('program.choices', { choices: argChoices.join(', ') })] : []),
    ...(typeof defaultValue === 'string' || typeof defaultValue === 'number'
      ? [t('program.default', { value: defaultValue })]
      : []),
  ]
  return facts.length > 0 ? `${description} (${facts.join(t('program.between'))})` : description
}
