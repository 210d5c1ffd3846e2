import { inQuotes } from '../../terminal/quoted.ts'
import type { Candidate, CompletionTable, ScriptTables } from './completion-table.ts'

/** What the completion of zsh looks things up in: functions that put their answer into `reply` or `REPLY`. */
export function zshTables(table: CompletionTable): ScriptTables {
  return {
    steps: cases(table.steps.map(([under, word, command]) => [[`${under}/${word}`], command])),
    commands: lists(table.commands),
    options: lists(table.options),
    values: cases(table.values.map(([command, names, source]) => [names.map((name) => `${command}/${name}`), source])),
    places: table.places.map(placeCase).join('\n'),
  }
}

function cases(pairs: Array<[patterns: string[], reply: string]>): string {
  return pairs
    .map(([patterns, reply]) => `    (${patterns.map(inQuotes).join(' | ')}) REPLY=${inQuotes(reply)} ;;`)
    .join('\n')
}

function lists(pairs: Array<[command: string, Candidate[]]>): string {
  return pairs
    .map(([command, candidates]) => {
      const lines = candidates.map(
        ({ word, about }) => `      ${inQuotes(`${word.replaceAll(':', '\\:')}:${about}`)}\n`,
      )
      return `    (${inQuotes(command)}) reply=(\n${lines.join('')}    ) ;;`
    })
    .join('\n')
}

function placeCase([command, place, isEvery, source]: CompletionTable['places'][number]): string {
  const pattern = isEvery ? `${inQuotes(`${command}/`)}*` : inQuotes(`${command}/${place}`)
  return `    (${pattern}) REPLY=${inQuotes(source)} ;;`
}
