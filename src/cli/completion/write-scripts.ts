import { type Language, languages, type Translate } from '../../i18n/translate.ts'
import type { DescribedCommand } from '../describe-command.ts'
import { topics } from '../help/topic.ts'
import { bashTables } from './bash.ts'
import { type CompletionTable, completionTable, type ScriptTables } from './completion-table.ts'
import { fishTables } from './fish.ts'
import { powerShellTables } from './power-shell.ts'
import { type Shell, scriptFile, shells } from './script-file.ts'
import { zshTables } from './zsh.ts'

const tables: Record<Shell, (table: CompletionTable) => ScriptTables> = {
  bash: bashTables,
  zsh: zshTables,
  fish: fishTables,
  powershell: powerShellTables,
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
      const parts = tables[shell](table)
      const script = engineOf(scriptFile(shell, 'en')).replace(
        /^ *#(steps|commands|options|values|places)#$/gm,
        (_line, part: keyof ScriptTables) => parts[part],
      )
      scripts.set(scriptFile(shell, language), shell === 'powershell' ? `\ufeff${script}` : script)
    }
  }
  return scripts
}
