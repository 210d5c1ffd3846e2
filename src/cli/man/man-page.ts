import type { Translate } from '../../i18n/translate.ts'
import { type DescribedCommand, type DescribedOption, everyCommand } from '../describe-command.ts'
import { type Topic, type TopicPart, topics } from '../help/topic.ts'

/** The tree of the commands in one language. */
export interface Manual {
  root: DescribedCommand
  t: Translate
  version: string
  /** The day of its release, as 2026-03-01; empty until there is one. */
  released: string
}

/** Every page, by its path from the folder of its language on: `man1/ipeos-ticket-new.1`, `man7/ipeos-formats.7`. */
export function manPages(manual: Manual): Map<string, string> {
  const pages = new Map<string, string>()
  for (const command of everyCommand(manual.root)) {
    pages.set(`man1/${pageName(command.path)}.1`, commandPage(command, manual))
  }
  for (const topic of topics) pages.set(`man7/ipeos-${topic.name}.7`, topicPage(topic, manual))
  return pages
}

function commandPage(command: DescribedCommand, manual: Manual): string {
  const { root, t } = manual
  const { shape } = command
  return joined([
    ...head(pageName(command.path), 1, command.summary, manual),
    section(t('man.synopsis')),
    `${bold(`ipeos ${command.path}`.trim())} ${plainText(usageOf(command, t))}`,
    section(t('man.description')),
    paragraph(command.description),
    ...listed(
      t('man.commands'),
      command.commands.map((sub) => [[sub.name, ...sub.aliases].join(', '), sub.summary]),
    ),
    ...listed(
      t('man.arguments'),
      command.arguments.map(({ name, description }) => [name, description]),
    ),
    ...listed(
      t(command === root ? 'man.global-options' : 'man.options'),
      command.options.map((option) => [option.term, meaningOf(option, t)]),
    ),
    ...(command === root ? [] : [paragraph(t('program.global-note'))]),
    ...(shape ? [section(t('man.fields')), paragraph(Object.keys(shape.fields).join(', '))] : []),
    ...(command.examples.length > 0 ? [section(t('man.examples')), inLines(command.examples)] : []),
    ...seeAlso(relatives(command, root), t),
  ])
}

function topicPage(topic: Topic, manual: Manual): string {
  const { root, t } = manual
  return joined([
    ...head(`ipeos-${topic.name}`, 7, t(topic.summary), manual),
    section(t('man.description')),
    ...topic.parts(t, root).flatMap(partLines),
    ...seeAlso(['ipeos(1)', ...topics.filter((one) => one !== topic).map(({ name }) => `ipeos-${name}(7)`)], t),
  ])
}

/** A paragraph right behind its title needs no request of its own. */
function joined(pieces: string[]): string {
  return pieces.join('\n').replace(/^(\.SH .*)\n\.PP\n/gm, '$1\n')
}

function head(name: string, chapter: 1 | 7, summary: string, { t, version, released }: Manual): string[] {
  return [
    titleLine(name, chapter, released, `ipeos ${version}`, t('man.manual')),
    section(t('man.name')),
    `${plainText(name)} \\- ${plainText(summary)}`,
  ]
}

function partLines(part: TopicPart): string[] {
  if ('text' in part) return [paragraph(part.text)]
  if ('lines' in part) return [inLines(part.lines)]
  return part.items.map(([term, meaning]) => tagged(term, meaning))
}

function listed(title: string, items: Array<[term: string, meaning: string]>): string[] {
  return items.length > 0 ? [section(title), ...items.map(([term, meaning]) => tagged(term, meaning))] : []
}

function usageOf({ commands, arguments: given }: DescribedCommand, t: Translate): string {
  const words = given.map(({ name, required, variadic }) => {
    const shown = variadic ? `${name}…` : name
    return required ? `<${shown}>` : `[${shown}]`
  })
  return [...(commands.length > 0 ? [t('program.command-word')] : words), t('program.options-word')].join(' ')
}

function meaningOf({ description, value }: DescribedOption, t: Translate): string {
  if (value?.kind !== 'words' || value.list) return description
  return `${description} (${t('program.choices', { choices: value.words.join(', ') })})`
}

/** The page above, those below, and for `ipeos` the topics. */
function relatives(command: DescribedCommand, root: DescribedCommand): string[] {
  const above = command === root ? [] : [`${pageName(command.path.split(' ').slice(0, -1).join(' '))}(1)`]
  const below = command.commands.map(({ path }) => `${pageName(path)}(1)`)
  const about = command === root ? topics.map(({ name }) => `ipeos-${name}(7)`) : []
  const output = command.shape ? ['ipeos-formats(7)'] : []
  return [...above, ...below, ...about, ...output]
}

function seeAlso(pages: string[], t: Translate): string[] {
  return [section(t('man.see-also')), `${pages.map((page) => bold(page)).join(',\n')}\n`]
}

/** `ipeos-ticket-new` of `ticket new`. */
function pageName(path: string): string {
  return ['ipeos', ...path.split(' ')].filter((word) => word !== '').join('-')
}

/** The first line of a page; `date` as 2026-11-23. */
function titleLine(name: string, chapter: number, date: string, source: string, manual: string): string {
  // mandoc knows a date by its bare hyphens.
  const [title, ...rest] = [name.toUpperCase(), source, manual].map(inQuotes)
  return ['.TH', title, `"${chapter}" "${date}"`, ...rest].join(' ')
}

function section(title: string): string {
  return `.SH ${inQuotes(title)}`
}

function paragraph(text: string): string {
  return `.PP\n${plainText(text)}`
}

/** A term, and what it means, set in. */
function tagged(term: string, meaning: string): string {
  return `.TP\n${bold(term)}\n${plainText(meaning)}`
}

/** Lines that stay as they are. */
function inLines(lines: readonly string[]): string {
  return ['.PP', '.nf', '.RS 4', ...lines.map(plainText), '.RE', '.fi'].join('\n')
}

function bold(text: string): string {
  return `\\fB${plainText(text)}\\fR`
}

/**
 * Text in which roff finds nothing to obey. Hyphens are those that one types and looks for; what is not ASCII has its
 * name, so that a page reads well whatever the locale.
 */
export function plainText(text: string): string {
  return (
    text
      .replaceAll('\\', '\\e')
      .replaceAll('-', '\\-')
      .replaceAll('~', '\\(ti')
      .replaceAll('^', '\\(ha')
      .replaceAll('`', '\\(ga')
      .replaceAll("'", '\\(aq')
      .replaceAll('\u00a0', '\\ ')
      // Where the locale has none, groff warns of the character, and leaves it out.
      .replaceAll('…', '...')
      .replace(
        /[^\u0000-\u007f]/gu,
        (character) => `\\[u${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
      )
      .replace(/^(?=[.])/gm, '\\&')
  )
}

function inQuotes(text: string): string {
  return `"${plainText(text).replaceAll('"', '\\(dq')}"`
}
