import { addressAsGiven, asCalledWith, asInRehearsal } from '../cli/called-with.ts'
import { type Glance, glanceAt } from '../cli/global-flags.ts'
import { type LazyTranslate, loadTranslator, type MessageKey } from '../i18n/translate.ts'
import type { FolderOrigin } from '../settings/folders.ts'
import { peekLanguage } from '../settings/peek-language.ts'
import { quoted } from '../terminal/quoted.ts'

/** How to speak to whoever typed this line, before a setting is read in earnest. */
export interface Speech extends Glance {
  t: LazyTranslate
  /** From now on a login that is advised is one to the embedded platform. */
  rehearses(): void
}

/** Their login is to the platform itself, wherever they are said. */
const forReal = new Set<MessageKey>(['rehearsal.over', 'config.import.next'])

/** The language of the line, or of the person; commands that a sentence names are called as this one was. */
export async function openTranslator(argv: string[], origin: FolderOrigin): Promise<Speech> {
  const glance = glanceAt(argv)
  const { flags } = glance
  const calledAs = asCalledWith(flags, glance.words[0] === 'login' ? argv : [])
  const addressed = addressAsGiven(flags, origin.env)
  let rehearsed = (sentence: string): string => sentence
  return {
    ...glance,
    rehearses: () => {
      rehearsed = asInRehearsal
    },
    t: await loadTranslator(peekLanguage(origin, flags), {
      finish: (sentence, key) => (forReal.has(key) ? sentence : rehearsed(addressed(calledAs(sentence)))),
      quote: quoted,
    }),
  }
}
