import { folded } from '../../../i18n/folded.ts'
import { languages, loadTranslator } from '../../../i18n/translate.ts'
import { ticketTypeId, ticketTypes, urgencies, urgencyId } from '../../../itil/ticket-words.ts'
import { typeWord, urgencyWord } from '../../../views/word.ts'
import type { RowFlags } from './given-row.ts'

/** Puts the words of `ipeos` in the place of those of either language: «Haute» is `high` in an English office, too. */
export async function eitherLanguage(): Promise<(flags: RowFlags) => RowFlags> {
  const words = { urgency: new Map<string, string>(), type: new Map<string, string>() }
  for (const language of languages) {
    const t = await loadTranslator(language)
    for (const urgency of urgencies)
      for (const name of [urgencyWord(urgency, t), urgency, urgency.replace('-', ' '), String(urgencyId(urgency))])
        words.urgency.set(folded(name), urgency)
    for (const type of ticketTypes)
      for (const name of [typeWord(type, t), type, String(ticketTypeId(type))]) words.type.set(folded(name), type)
  }
  const known = (field: 'urgency' | 'type', text: string | undefined) =>
    text === undefined ? {} : { [field]: words[field].get(folded(text)) ?? text }
  return (flags) => ({ ...flags, ...known('urgency', flags.urgency), ...known('type', flags.type) })
}
