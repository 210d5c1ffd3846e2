import { WrongUsage } from '../errors/error.ts'
import type { MessageKey } from '../i18n/translate.ts'
import { frenchPlaceholders } from './placeholders.ts'

/** What is asked back for an argument that is not there, and how it might have been given. */
const questions: Readonly<Record<string, { asks: MessageKey; example: string }>> = {
  ticket: { asks: 'program.which.ticket', example: '12' },
  tickets: { asks: 'program.which.ticket', example: '12' },
  files: { asks: 'program.which.file', example: '12 capture.png' },
  draft: { asks: 'program.which.draft', example: 'k3f9' },
  drafts: { asks: 'program.which.draft', example: 'k3f9' },
  article: { asks: 'program.which.article', example: '2' },
  text: { asks: 'program.which.words', example: 'Zimbra' },
  reservation: { asks: 'program.which.reservation', example: '2' },
}

/** `ipeos ticket show` without its ticket, told as a person would ask back. */
export function missingArgument(name: string, command: string): WrongUsage {
  const asked = questions[name] ?? questions[englishOf(name)]
  if (!asked) {
    const hint = { key: 'program.see-help', parameters: { command } } as const
    return new WrongUsage('missing-argument', { name }, { hint })
  }
  const example = command.endsWith(' attach') ? '12 capture.png' : asked.example
  const hint = { key: 'program.for-example', parameters: { command: `${command} ${example}` } } as const
  return new WrongUsage('missing-argument', { name }, { says: asked.asks, hint })
}

/** The name in the tree of what the person's language calls so. */
function englishOf(name: string): string {
  return Object.keys(frenchPlaceholders).find((english) => frenchPlaceholders[english] === name) ?? name
}
