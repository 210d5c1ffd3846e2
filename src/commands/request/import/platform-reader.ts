import type { Context } from '../../../app/context.ts'
import { newTicket } from '../../../drafts/send-ticket.ts'
import type { Problem } from '../../../errors/error.ts'
import type { Message } from '../../../i18n/translate.ts'
import type { TicketForm } from '../../../itil/ticket-form.ts'
import { missingFields, type RequestFlags, understand, withDefaults } from '../request.ts'
import { machineFor, namingMachine } from '../this-machine.ts'
import type { RowFlags } from './given-row.ts'
import type { FileLine, LineReader, Understood } from './line-reader.ts'

const mostRows = 20_000

/** Reads lines against the form of the platform, whatever its version. */
export function platformReader(form: TicketForm, context: Context): LineReader {
  return {
    mostRows,
    fileLimit: form.fileLimit,
    async understand(lines) {
      const said = lines.map(({ flags }) => asFlags(flags))
      const machine = await machineFor(said, context)
      return lines.map(({ files, problems: broken }, place) => {
        const { flags, problems } = namingMachine(said[place] ?? {}, machine, form)
        return understandRow({ files, flags }, [...broken, ...problems], form, context)
      })
    },
  }
}

function understandRow(
  { flags, files }: Pick<FileLine, 'files'> & { flags: RequestFlags },
  broken: Problem[],
  form: TicketForm,
  { t, settings }: Context,
): Understood {
  const { request, problems: choices } = understand(flags, form, t)
  const wrong = [...broken, ...choices.map(inWordsOfFiles)]
  const named = new Set<string | undefined>(wrong.map(({ field }) => field))
  // Of a line that is broken as a whole, nothing is known to be missing.
  const isRead = Object.keys(flags).length > 0 || broken.length === 0
  // There is no column for observers.
  const isMissing = (field: string) =>
    !named.has(field) && field !== 'observers' && (field !== 'files' || files.length === 0)
  const missing = isRead ? missingFields(request, form).filter(isMissing) : []
  const absent = missing.map((field): Message => {
    return { key: 'import.missing', parameters: { field: t(`ticket-form.field.${field}`) } }
  })
  if (wrong.length + absent.length > 0) return { problems: [...wrong, ...absent] }
  return { request: newTicket(withDefaults(request, form, settings)) }
}

/** A column names one piece of equipment. */
function asFlags({ about, ...others }: RowFlags): RequestFlags {
  return { ...others, ...(about !== undefined && { about: [about] }) }
}

/** In a file there are columns where a command has options. */
export function inWordsOfFiles(problem: Problem): Problem {
  return problem.field === 'notify' ? { ...problem, key: 'import.email-without-notify' } : problem
}
