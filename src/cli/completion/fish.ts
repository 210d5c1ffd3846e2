import type { Candidate, CompletionTable, ScriptTables } from './completion-table.ts'

/** What the completion of fish looks things up in: functions that print their answer. */
export function fishTables(table: CompletionTable): ScriptTables {
  return {
    steps: cases(table.steps.map(([under, word, command]) => [[`${under}/${word}`], command])),
    commands: lists(table.commands),
    options: lists(table.options),
    values: cases(table.values.map(([command, names, source]) => [names.map((name) => `${command}/${name}`), source])),
    places: cases(
      table.places.map(([command, place, isEvery, source]) => [[`${command}/${isEvery ? '*' : place}`], source]),
    ),
  }
}

function cases(pairs: Array<[patterns: string[], reply: string]>): string {
  return pairs
    .map(
      ([patterns, reply]) =>
        `        case ${patterns.map(fishQuoted).join(' ')}\n            echo ${fishQuoted(reply)}`,
    )
    .join('\n')
}

function lists(pairs: Array<[command: string, Candidate[]]>): string {
  return pairs
    .map(([command, candidates]) => {
      const words = candidates.flatMap(({ word, about }) => [`${fishQuoted(word)} ${fishQuoted(about)}`])
      return `        case ${fishQuoted(command)}\n            printf '%s\\t%s\\n' ${words.join(' \\\n                ')}`
    })
    .join('\n')
}

/** In fish's single quotes a backslash means something before a quote and before another. */
function fishQuoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
