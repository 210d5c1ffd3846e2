import { asCalledWith } from '../cli/called-with.ts'
import { peekGlobalFlags } from '../cli/global-flags.ts'
import { type LateTranslate, loadTranslator } from '../i18n/translate.ts'
import type { FolderOrigin } from '../settings/folders.ts'
import { peekLanguage } from '../settings/peek-language.ts'
import type { GlobalFlags } from '../settings/resolve.ts'

/** How to speak to whoever typed this line, before a setting is read in earnest. */
export interface Speech {
  flags: GlobalFlags
  t: LateTranslate
}

/** The language of the line, or of the person; commands that a sentence names are called as this one was. */
export async function openTranslator(argv: string[], origin: FolderOrigin): Promise<Speech> {
  const flags = peekGlobalFlags(argv)
  return { flags, t: await loadTranslator(peekLanguage(origin, flags), asCalledWith(flags)) }
}
