import type { Candidate, CompletionTable, ScriptTables } from './completion-table.ts'

/** What the completion of PowerShell looks things up in: functions that give their answer, or nothing. */
export function powerShellTables(table: CompletionTable): ScriptTables {
  return {
    steps: cases(table.steps.map(([under, word, command]) => [[`${under}/${word}`], command])),
    commands: lists(table.commands),
    options: lists(table.options),
    values: cases(table.values.map(([command, names, source]) => [names.map((name) => `${command}/${name}`), source])),
    places: cases(
      table.places.map(([command, place, isEvery, source]) => [[`${command}/${isEvery ? '*' : place}`], source]),
      '      ',
    ),
  }
}

function cases(pairs: Array<[keys: string[], reply: string]>, indent = '    '): string {
  return pairs
    .flatMap(([keys, reply]) =>
      keys.map((key) => `${indent}${powerShellQuoted(key)} { return ${powerShellQuoted(reply)} }`),
    )
    .join('\n')
}

function lists(pairs: Array<[command: string, Candidate[]]>): string {
  return pairs
    .map(([command, candidates]) => {
      const lines = candidates.map(({ word, about }) => `      ${powerShellQuoted(`${word}\t${about}`)}`)
      return `    ${powerShellQuoted(command)} {\n${lines.join('\n')}\n    }`
    })
    .join('\n')
}

/** PowerShell takes typographic quotes for straight ones. */
function powerShellQuoted(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, (quote) => quote + quote)}'`
}
