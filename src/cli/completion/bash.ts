import { inQuotes } from '../../terminal/quoted.ts'
import type { Candidate, CompletionTable, ScriptTables } from './completion-table.ts'

/** What the completion of bash looks things up in: functions that put their answer into REPLY. */
export function bashTables(table: CompletionTable): ScriptTables {
  const words = (candidates: Candidate[]) => candidates.map(({ word }) => word).join(' ')
  return {
    steps: cases(table.steps.map(([under, word, command]) => [[`${under}/${word}`], command])),
    commands: cases(table.commands.map(([under, commands]) => [[under], words(commands)])),
    options: cases(table.options.map(([command, options]) => [[command], words(options)])),
    values: cases(table.values.map(([command, names, source]) => [names.map((name) => `${command}/${name}`), source])),
    places: table.places.map(placeCase).join('\n'),
  }
}

function cases(pairs: Array<[patterns: string[], reply: string]>): string {
  return pairs
    .map(([patterns, reply]) => `    ${patterns.map(inQuotes).join(' | ')}) REPLY=${inQuotes(reply)} ;;`)
    .join('\n')
}

function placeCase([command, place, isEvery, source]: CompletionTable['places'][number]): string {
  const pattern = isEvery ? `${inQuotes(`${command}/`)}*` : inQuotes(`${command}/${place}`)
  return `    ${pattern}) REPLY=${inQuotes(source)} ;;`
}
