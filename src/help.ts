import type { Command, Help, Option } from 'commander'
import type { MessageKey, Translate } from './i18n/translate.ts'

const titles: Record<string, MessageKey> = {
  'Usage:': 'program.usage',
  'Arguments:': 'program.arguments',
  'Options:': 'program.options',
  'Commands:': 'program.commands',
}

/** Makes commander's help speak the person's language, and fit a narrow terminal. */
export function translateHelp(program: Command, t: Translate): void {
  program.configureHelp({
    styleTitle: (title) => (titles[title] ? t(titles[title]) : title),
    styleUsage: (usage) =>
      usage.replace('[options]', t('program.options-word')).replace('[command]', t('program.command-word')),
    subcommandTerm: (command) =>
      [
        command.name(),
        ...command.registeredArguments.map((argument) => shown(argument.name(), argument.required)),
      ].join(' '),
    optionDescription: (option) => describeOption(option, t),
    formatItem,
    boxWrap: wrapAtSpaces,
  })
}

function shown(name: string, required: boolean): string {
  return required ? `<${name}>` : `[${name}]`
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

/** As commander does it where there is room; below 60 columns, the description stands under its term. */
function formatItem(term: string, termWidth: number, description: string, helper: Help): string {
  const width = helper.helpWidth ?? 80
  const besideWidth = width - termWidth - 4
  if (!description) return `  ${term}`
  if (besideWidth >= 30) {
    const lines = helper.boxWrap(description, besideWidth).split('\n')
    return lines.map((line, index) => `  ${(index === 0 ? term : '').padEnd(termWidth)}  ${line}`).join('\n')
  }
  return [
    `  ${term}`,
    ...helper
      .boxWrap(description, Math.max(width - 6, 20))
      .split('\n')
      .map((line) => `      ${line}`),
  ].join('\n')
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
