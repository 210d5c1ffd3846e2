import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { type Language, loadTranslator } from '../../i18n/translate.ts'
import { buildProgram } from '../program.ts'
import { helpPage } from './help.ts'
import type { HelpPage } from './help-page.ts'

/** The help of every command in one language, by the words that name it; the build writes it into `dist/`. */
export async function helpBook(language: Language): Promise<Map<string, HelpPage>> {
  const t = await loadTranslator(language)
  const program = (named?: string[]) =>
    buildProgram({ t } as unknown as Context, '', { write: () => undefined, columns: 80 }, named)
  const book = new Map<string, HelpPage>()
  const add = (command: Command, names: string[]): void => {
    const page = helpPage(command, command.createHelp(), t)
    for (const name of names) book.set(name, page)
    for (const sub of command.commands) {
      const own = [sub.name(), ...sub.aliases()]
      add(
        sub,
        names.flatMap((name) => own.map((word) => `${name} ${word}`.trim())),
      )
    }
  }
  add(await program(), [''])
  // A help of everything names what there is, as it does when nothing more is loaded.
  const bare = await program([])
  return book.set('', helpPage(bare, bare.createHelp(), t))
}
