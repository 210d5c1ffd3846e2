import type { Message } from '../i18n/translate.ts'
import type { ToldError } from './terminal.ts'

/** What `--json` promises of an error; `errors`: all that is missing or wrong, where it is told together. */
export function errorObject(
  text: Message,
  { lines = [], hint, goOn, code = 'bug', exitCode = 1, ticket }: ToldError,
  sentence: (said: Message) => string,
): object {
  const errors = lines.map(({ field = null, ...line }) => ({ field, message: sentence(line) }))
  const head = sentence(text)
  const next = [hint, goOn].flatMap((said) => (said ? [sentence(said)] : []))
  const told = {
    code,
    message: head.endsWith(':') ? [head, errors.map(({ message }) => message).join(' · ')].join(' ').trim() : head,
    hint: next.length > 0 ? next.join('\n') : null,
    exitCode,
    ...(ticket !== undefined && { ticket }),
  }
  return errors.length > 0 ? { ...told, errors } : told
}
