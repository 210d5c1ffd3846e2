import type { Message } from '../i18n/translate.ts'
import type { Sender } from './sender.ts'

/** A text with what had to be left out of the request, a line each; the person is warned of each too. */
export function noted(description: string, notes: Message[], { t, terminal }: Pick<Sender, 't' | 'terminal'>): string {
  if (notes.length === 0) return description
  for (const { key, parameters } of notes) terminal.warn(key, parameters)
  const lines = notes.map((note) => t('new.noted', { note: t(note) })).join('\n')
  const text = description.trimEnd()
  if (text === '') return lines
  return `${text}${hasNotes(text) ? '\n' : '\n\n'}${lines}`
}

/** What could be told before the platform was asked has its lines already. */
function hasNotes(text: string): boolean {
  return text.slice(text.lastIndexOf('\n') + 1).startsWith('(ipeos')
}
