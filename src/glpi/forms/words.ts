import { decodeEntities, escapeHtml, plainSentence } from '../html.ts'

/** Words of the site's that are escaped here and raw there (GLPI-11-FORMS.md, 9), as one line of plain text. */
export function plainWords(words: string): string {
  return plainSentence(escapeHtml(decodeEntities(words.slice(0, 4000))))
}
