import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { described } from '../../commands/command-facts.ts'
import { Failed, WrongUsage } from '../../errors/error.ts'
import { packagedText, packageFolder } from '../../files/packaged.ts'
import { similarTo } from '../../i18n/similar.ts'
import type { Translate } from '../../i18n/translate.ts'
import { type DescribedCommand, describeCommand } from '../describe-command.ts'
import { itemText, wrapAtSpaces } from './help-page.ts'
import { type Topic, type TopicPart, topicNames, topics } from './topic.ts'

/** `ipeos help`, `ipeos help ticket list`, `ipeos help exit-codes`. */
export function addHelp(program: Command, context: Context, run = help): void {
  const { t } = context
  const command = described(program.command('help'), 'help', t)
    .argument('[words...]', t('help.argument'))
    .option('--man', t('help.option.man'))
    .action((words: string[], flags: HelpOptions) => run(words, flags, program, context))
  command.bare = true
  command.examples = ['ipeos help ticket list', 'ipeos help exit-codes', 'ipeos help --man ticket new']
}

export interface HelpOptions {
  man?: boolean
}

function help(words: string[], { man }: HelpOptions, program: Command, { t }: Context): void {
  const [first = ''] = words
  const topic = words.length === 1 ? topics.find(({ name }) => name === first) : undefined
  const { writeOut, getOutHelpWidth } = program.configureOutput()
  if (man) {
    writeOut?.(manualPage(topic ? `man7/ipeos-${topic.name}.7` : `man1/${pageName(commandNamed(words, program))}.1`, t))
    return
  }
  if (topic) writeOut?.(topicText(topic, describeCommand(program), t, getOutHelpWidth?.() ?? 80))
  else commandNamed(words, program).outputHelp()
}

/** As roff, for `man` to show; the build wrote it in each language. */
function manualPage(name: string, { language }: Translate): string {
  const path = language === 'en' ? `man/${name}` : `man/${language}/${name}`
  const text = packagedText(path, packageFolder(import.meta.dirname))
  if (text === undefined) throw new Failed('manual-missing', { path })
  return text
}

/** `ipeos-ticket-new` of `ticket new`. */
function pageName(command: Command): string {
  return command.parent ? `${pageName(command.parent)}-${command.name()}` : command.name()
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

/** Terms longer than this have what they mean below them. */
const widestTerm = 22

/** The text of a topic, its lines within `width` columns; lines to be copied are never broken. */
export function topicText(topic: Topic, root: DescribedCommand, t: Translate, width: number): string {
  const title = `ipeos help ${topic.name}${t('terminal.colon')} ${t(topic.summary)}`
  const parts = topic.parts(t, root).map((part) => partText(part, width))
  return `${[wrapAtSpaces(title, width), ...parts].join('\n\n')}\n`
}

function partText(part: TopicPart, width: number): string {
  if ('text' in part) return wrapAtSpaces(part.text, width)
  if ('lines' in part) return part.lines.map((line) => `  ${line}`).join('\n')
  const longest = Math.max(...part.items.map(([term]) => term.length))
  const termWidth = longest <= widestTerm ? longest : width
  return part.items.map(([term, meaning]) => itemText([term, meaning], termWidth, width)).join('\n')
}
