import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { described } from '../../commands/command-facts.ts'
import { WrongUsage } from '../../errors/error.ts'
import { similarTo } from '../../i18n/similar.ts'
import { describeCommand } from '../describe-command.ts'
import { topicNames, topics } from './topic.ts'
import { topicText } from './topic-text.ts'

/** `ipeos help`, `ipeos help ticket list`, `ipeos help exit-codes`. */
export function addHelp(program: Command, context: Context, run = help): void {
  const { t } = context
  const command = described(program.command('help'), 'help', t)
    .argument('[words...]', t('help.argument'))
    .action((words: string[]) => run(words, program, context))
  command.bare = true
  command.examples = ['ipeos help ticket list', 'ipeos help exit-codes']
}

function help(words: string[], program: Command, { t }: Context): void {
  const [first = ''] = words
  const topic = words.length === 1 ? topics.find(({ name }) => name === first) : undefined
  const { writeOut, getOutHelpWidth } = program.configureOutput()
  if (topic) writeOut?.(topicText(topic, describeCommand(program), t, getOutHelpWidth?.() ?? 80))
  else commandNamed(words, program).outputHelp()
}

function commandNamed(words: string[], program: Command): Command {
  return words.reduce((command, word) => {
    const next = command.commands.find((one) => one.name() === word || one.aliases().includes(word))
    if (next) return next
    throw unknown(word, command)
  }, program)
}

function unknown(word: string, under: Command): WrongUsage {
  const isTop = under.parent === null
  const candidates = [...under.commands.map((one) => one.name()), ...(isTop ? topicNames : [])]
  const near = similarTo(word, candidates)
  const path = isTop ? 'ipeos help' : `ipeos help ${under.name()}`
  return new WrongUsage(
    'unknown-topic',
    { name: word },
    {
      hint:
        near.length > 0
          ? { key: 'program.did-you-mean', parameters: { name: near.map((name) => `${path} ${name}`).join(', ') } }
          : { key: 'help.see-topics' },
    },
  )
}
