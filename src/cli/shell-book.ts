import type { Context } from '../app/context.ts'
import { type Language, loadTranslator } from '../i18n/translate.ts'
import { completionScripts } from './completion/write-scripts.ts'
import { describeCommand } from './describe-command.ts'
import { type Manual, manPages } from './man/man-page.ts'
import { buildProgram } from './program.ts'

type Edition = Pick<Manual, 'version' | 'released'>

/** What is made from the command tree beside `dist/`: paths from the root of the package, and their text. */
export async function shellBook(edition: Edition, engineOf: (name: string) => string): Promise<Map<string, string>> {
  const manuals = { fr: await manualIn('fr', edition), en: await manualIn('en', edition) }
  const files = new Map<string, string>()
  for (const [path, text] of completionScripts(manuals, engineOf)) files.set(`completions/${path}`, text)
  for (const [path, text] of manPages(manuals.en)) files.set(`man/${path}`, text)
  for (const [path, text] of manPages(manuals.fr)) files.set(`man/fr/${path}`, text)
  return files
}

async function manualIn(language: Language, edition: Edition): Promise<Manual> {
  const t = await loadTranslator(language)
  const program = await buildProgram({ t } as unknown as Context, edition.version, {
    write: () => undefined,
    columns: 80,
  })
  return { root: describeCommand(program), t, ...edition }
}
