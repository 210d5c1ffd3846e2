import { type Language, languages, type Translate } from '../../i18n/translate.ts'
import { inQuotes } from '../../terminal/quoted.ts'
import type { DescribedCommand } from '../describe-command.ts'
import { topics } from '../help/topic.ts'
import { type Candidate, type CompletionTable, completionTable, type ScriptTables } from './completion-table.ts'
import { type Shell, scriptFile, shells } from './script-file.ts'

/** How a shell is told what to answer: in bash and zsh by a variable, in fish by a line, in PowerShell by a value. */
interface Dialect {
  /** To any of these words. */
  answer(words: string[], reply: string): string
  candidates(command: string, candidates: Candidate[]): string
  /** At this place behind a command; at that one and all after it where `isEvery`. */
  place(command: string, place: number, isEvery: boolean, source: string): string
}

const dialects: Record<Shell, Dialect> = {
  bash: {
    ...bourne('    '),
    candidates: (command, candidates) => bourne('    ').answer([command], candidates.map(({ word }) => word).join(' ')),
  },
  zsh: {
    ...bourne('    ('),
    candidates(command, candidates) {
      const lines = candidates.map(
        ({ word, about }) => `      ${inQuotes(`${word.replaceAll(':', '\\:')}:${about}`)}\n`,
      )
      return `    (${inQuotes(command)}) reply=(\n${lines.join('')}    ) ;;`
    },
  },
  fish: {
    answer: fishAnswer,
    candidates(command, candidates) {
      const words = candidates.map(({ word, about }) => `${fishQuoted(word)} ${fishQuoted(about)}`)
      return `        case ${fishQuoted(command)}\n            printf '%s\\t%s\\n' ${words.join(' \\\n                ')}`
    },
    place: (command, place, isEvery, source) => fishAnswer([`${command}/${isEvery ? '*' : place}`], source),
  },
  powershell: {
    answer: (words, reply) => words.map((word) => powerShellAnswer(word, reply)).join('\n'),
    candidates(command, candidates) {
      const lines = candidates.map(({ word, about }) => `      ${powerShellQuoted(`${word}\t${about}`)}`)
      return `    ${powerShellQuoted(command)} {\n${lines.join('\n')}\n    }`
    },
    place: (command, place, isEvery, source) => `  ${powerShellAnswer(`${command}/${isEvery ? '*' : place}`, source)}`,
  },
}

function bourne(start: string): Pick<Dialect, 'answer' | 'place'> {
  const line = (pattern: string, reply: string) => `${start}${pattern}) REPLY=${inQuotes(reply)} ;;`
  return {
    answer: (words, reply) => line(words.map(inQuotes).join(' | '), reply),
    place: (command, place, isEvery, source) =>
      line(isEvery ? `${inQuotes(`${command}/`)}*` : inQuotes(`${command}/${place}`), source),
  }
}

function fishAnswer(words: string[], reply: string): string {
  return `        case ${words.map(fishQuoted).join(' ')}\n            echo ${fishQuoted(reply)}`
}

/** In fish's single quotes a backslash means something before a quote and before another. */
function fishQuoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

function powerShellAnswer(word: string, reply: string): string {
  return `    ${powerShellQuoted(word)} { return ${powerShellQuoted(reply)} }`
}

/** PowerShell takes typographic quotes for straight ones. */
function powerShellQuoted(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, (quote) => quote + quote)}'`
}

/** The table in the words of one shell. */
function scriptTables({ answer, candidates, place }: Dialect, table: CompletionTable): ScriptTables {
  const inLines = (lines: string[]): string => lines.join('\n')
  return {
    steps: inLines(table.steps.map(([under, word, command]) => answer([`${under}/${word}`], command))),
    commands: inLines(table.commands.map(([under, commands]) => candidates(under, commands))),
    options: inLines(table.options.map(([command, options]) => candidates(command, options))),
    values: inLines(
      table.values.map(([command, names, source]) =>
        answer(
          names.map((name) => `${command}/${name}`),
          source,
        ),
      ),
    ),
    places: inLines(table.places.map((one) => place(...one))),
  }
}

/** Every completion script in every language, by its path from `completions/` on. `engineOf` reads `src/cli/completion/engine/`. */
export function completionScripts(
  trees: Record<Language, { root: DescribedCommand; t: Translate }>,
  engineOf: (name: string) => string,
): Map<string, string> {
  const scripts = new Map<string, string>()
  for (const language of languages) {
    const { root, t } = trees[language]
    const table = completionTable(
      root,
      topics.map(({ name, summary }) => ({ word: name, about: t(summary) })),
    )
    for (const shell of shells) {
      const parts = scriptTables(dialects[shell], table)
      const script = engineOf(scriptFile(shell, 'en')).replace(
        /^ *#(steps|commands|options|values|places)#$/gm,
        (_line, part: keyof ScriptTables) => parts[part],
      )
      scripts.set(scriptFile(shell, language), shell === 'powershell' ? `\ufeff${script}` : script)
    }
  }
  return scripts
}
