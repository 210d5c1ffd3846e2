import type { Context } from '../../../app/context.ts'
import { newTicket } from '../../../drafts/send-ticket.ts'
import type { Problem } from '../../../errors/error.ts'
import type { Message } from '../../../i18n/translate.ts'
import type { TicketForm } from '../../../itil/ticket-form.ts'
import { missingFields, understand, withDefaults } from '../request.ts'
import { machineFor, namingMachine } from '../this-machine.ts'
import type { FileLine, LineReader, Understood } from './line-reader.ts'

const mostRows = 20_000

/** Reads lines against the form of the platform, whatever its version. */
export function platformReader(form: TicketForm, context: Context): LineReader {
  return {
    mostRows,
    fileLimit: form.fileLimit,
    async understand(lines) {
      const machine = await machineFor(
        lines.map(({ flags }) => flags),
        context,
      )
      return lines.map((one) => {
        const { flags, problems } = namingMachine(one.flags, machine, form)
        return understandRow({ ...one, flags }, [...one.problems, ...problems], form, context)
      })
    },
  }
}

function understandRow(
  { flags, files }: Pick<FileLine, 'flags' | 'files'>,
  broken: Problem[],
  form: TicketForm,
  { t, settings }: Context,
): Understood {
  const { request, problems: choices } = understand(flags, form, t)
  const wrong = [...broken, ...choices.map(inWordsOfFiles)]
  const named = new Set<string | undefined>(wrong.map(({ field }) => field))
  // Of a line that is broken as a whole, nothing is known to be missing.
  const isRead = Object.keys(flags).length > 0 || broken.length === 0
  const missing = isRead
    ? missingFields(request, form).filter((field) => !named.has(field) && (field !== 'files' || files.length === 0))
    : []
  const absent = missing.map((field): Message => {
    return { key: 'import.missing', parameters: { field: t(`ticket-form.field.${field}`) } }
  })
  if (wrong.length + absent.length > 0) return { problems: [...wrong, ...absent] }
  return { request: newTicket(withDefaults(request, form, settings)) }
}

/** In a file there are columns where a command has options. */
export function inWordsOfFiles(problem: Problem): Problem {
  return problem.field === 'notify' ? { ...problem, key: 'import.email-without-notify' } : problem
}
