import type { Command, Help, Option } from 'commander'
import type { Translate } from './i18n/translate.ts'

/** Makes commander's help speak the person's language, name the commands first, and fit a narrow terminal. */
export function translateHelp(program: Command, t: Translate): void {
  program.configureHelp({
    formatHelp: (command, helper) => formatHelp(command, helper, t),
    commandUsage: (command) => usage(command, t),
    subcommandTerm: (command) => [namesOf(command), ...argumentsOf(command)].join(' '),
    optionDescription: (option) => describeOption(option, t),
    boxWrap: wrapAtSpaces,
    formatItem,
  })
}

function formatHelp(command: Command, helper: Help, t: Translate): string {
  const termWidth = helper.padWidth(command, helper)
  const item = (term: string, description: string) => helper.formatItem(term, termWidth, description, helper)
  const sections: Array<[title: string, items: string[]]> = [
    [
      t('program.commands'),
      helper.visibleCommands(command).map((sub) => item(helper.subcommandTerm(sub), helper.subcommandDescription(sub))),
    ],
    [
      t('program.arguments'),
      helper.visibleArguments(command).map((one) => item(helper.argumentTerm(one), helper.argumentDescription(one))),
    ],
    [
      t('program.options'),
      helper.visibleOptions(command).map((option) => item(helper.optionTerm(option), helper.optionDescription(option))),
    ],
  ]
  const { examples = [], shape } = command
  const fields = shape ? Object.keys(shape.fields).join(', ') : ''
  const fitted = (text: string, indent = 0) => helper.boxWrap(text, (helper.helpWidth ?? 80) - indent)
  return [
    fitted(`${t('program.usage')} ${helper.commandUsage(command)}`),
    '',
    fitted(helper.commandDescription(command) || command.summary()),
    '',
    ...sections.flatMap(([title, items]) => (items.length > 0 ? [title, ...items, ''] : [])),
    ...(fields ? [t('output.fields'), fitted(fields, 2).replace(/^/gm, '  '), ''] : []),
    // To be copied: never broken.
    ...(examples.length > 0 ? [t('program.examples'), ...examples.map((line) => `  ${line}`), ''] : []),
    ...(command.parent ? [fitted(t('program.global-note')), ''] : []),
  ].join('\n')
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

function describeOption(option: Option, t: Translate): string {
  const facts = [
    ...(option.argChoices ? [t('program.choices', { choices: option.argChoices.join(', ') })] : []),
    ...(typeof option.defaultValue === 'string' || typeof option.defaultValue === 'number'
      ? [t('program.default', { value: option.defaultValue })]
      : []),
  ]
  return facts.length > 0 ? `${option.description} (${facts.join(' ; ')})` : option.description
}

/** As commander does it where there is room; in a narrow terminal, the description stands under its term. */
function formatItem(term: string, termWidth: number, description: string, helper: Help): string {
  const width = helper.helpWidth ?? 80
  const besideWidth = width - termWidth - 4
  if (!description) return `  ${term}`
  if (besideWidth >= 30) {
    const lines = helper.boxWrap(description, besideWidth).split('\n')
    return lines.map((line, index) => `  ${(index === 0 ? term : '').padEnd(termWidth)}  ${line}`).join('\n')
  }
  const below = helper.boxWrap(description, Math.max(width - 6, 20)).split('\n')
  return [`  ${term}`, ...below.map((line) => `      ${line}`)].join('\n')
}

/** As commander does, but never at a no-break space: in French one stands before every colon. */
function wrapAtSpaces(text: string, width: number): string {
  return text
    .split('\n')
    .map((paragraph) => {
      const lines: string[] = []
      for (const word of paragraph.split(' ')) {
        const line = lines.at(-1)
        if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`
        else lines.push(word)
      }
      return lines.join('\n')
    })
    .join('\n')
}
