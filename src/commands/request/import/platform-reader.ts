import type { Context } from '../../../app/context.ts'
import { newTicket } from '../../../drafts/send-ticket.ts'
import type { Problem } from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import type { Message } from '../../../i18n/translate.ts'
import type { TicketForm } from '../../../itil/ticket-form.ts'
import { FormFollower } from '../field/follow-choice.ts'
import { withoutLocked } from '../field/template.ts'
import { missingFields, type RequestFlags, understand, withDefaults } from '../request.ts'
import { machineFor, namingMachine } from '../this-machine.ts'
import type { RowFlags } from './given-row.ts'
import type { FileLine, LineReader, Understood } from './line-reader.ts'

const mostRows = 20_000

/** Reads lines against the form of the platform, whatever its version: where it follows type and category, as it is for those. */
export function platformReader(base: TicketForm, platform: Pick<Platform, 'form'>, context: Context): LineReader {
  const follower = new FormFollower(platform, false, context)
  const forms = new Map<string, Promise<TicketForm>>()
  const formFor = (flags: RequestFlags): Promise<TicketForm> => {
    const choice = JSON.stringify([flags.type, flags.category])
    const form = forms.get(choice) ?? follower.said(base, { flags, draft: undefined, asksCategory: false })
    forms.set(choice, form)
    return form
  }
  return {
    mostRows,
    fileLimit: base.fileLimit,
    async understand(lines) {
      const said = lines.map(({ flags }) => asFlags(flags))
      const machine = await machineFor(said, context)
      const understood: Understood[] = []
      // One after the other: a page is asked by the token of the one before.
      for (const [place, { files, problems: broken }] of lines.entries()) {
        const form = await formFor(said[place] ?? {})
        const { flags, problems } = namingMachine(said[place] ?? {}, machine, form)
        understood.push(understandRow({ files, flags }, [...broken, ...problems], form, context))
      }
      return understood
    },
  }
}

function understandRow(
  { flags, files }: Pick<FileLine, 'files'> & { flags: RequestFlags },
  broken: Problem[],
  form: TicketForm,
  { t, settings }: Context,
): Understood {
  const { request: said, problems: choices } = understand(flags, form, t)
  const { request, problems: locked } = withoutLocked(said, form, t)
  const wrong = [...broken, ...choices.map(inWordsOfFiles), ...locked]
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
