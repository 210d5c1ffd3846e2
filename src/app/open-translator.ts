import { addressAsGiven, asCalledWith } from '../cli/called-with.ts'
import { type Glance, glanceAt } from '../cli/global-flags.ts'
import { type LazyTranslate, loadTranslator } from '../i18n/translate.ts'
import type { FolderOrigin } from '../settings/folders.ts'
import { peekLanguage } from '../settings/peek-language.ts'
import { quoted } from '../terminal/quoted.ts'

/** How to speak to whoever typed this line, before a setting is read in earnest. */
export interface Speech extends Glance {
  t: LazyTranslate
}

/** The language of the line, or of the person; commands that a sentence names are called as this one was. */
export async function openTranslator(argv: string[], origin: FolderOrigin): Promise<Speech> {
  const glance = glanceAt(argv)
  const { flags } = glance
  const calledAs = asCalledWith(flags, glance.words[0] === 'login' ? argv : [])
  const addressed = addressAsGiven(flags, origin.env)
  return {
    ...glance,
    t: await loadTranslator(peekLanguage(origin, flags), {
      finish: (sentence) => addressed(calledAs(sentence)),
      quote: quoted,
    }),
  }
}
