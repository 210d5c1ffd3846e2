import * as z from 'zod/mini'
import { NotAllowed, NotFound } from '../../errors/error.ts'
import { askRange, isPastTheEnd } from '../range.ts'
import { refused } from '../refusal.ts'
import type { Session } from '../session/session.ts'
import { option } from '../ticket/ticket-criteria.ts'
import { cellOf, html, integer, label, parse } from '../wire.ts'
import type { FormTicket } from './open-form.ts'
import type { Field } from './wiring.ts'

/** «Stored name of the form #3»: what a ticket came from; nobody announces it, all may search it (GLPI-11-FORMS.md, 10). */
const fromAnswers = 120
/** After one answer that was lost there are one or two. */
const mostTickets = 20

/** As `Forms.newestFrom` says it: at least as new as any that came from this form. */
export async function newestFrom(session: Session, storedTitle: string): Promise<number> {
  const [row] = await search(session, [from(storedTitle)], { order: 'DESC', count: 1 })
  return row?.id ?? 0
}

/** As `Forms.allFrom` says it. */
export async function allFrom(session: Session, storedTitle: string, after: number): Promise<FormTicket[]> {
  const { person } = await session.current()
  const criteria: Criterion[] = [
    from(storedTitle),
    // GLPI compares numbers where the value of «contains» begins with a sign.
    [option.id, 'contains', `>${after}`],
    [option.writer, 'equals', String(person.id)],
  ]
  const rows = await search(session, criteria, { order: 'ASC', count: mostTickets })
  // «Panne #» stands in «Grande panne #3» too.
  const ids = rows.filter(({ answers }) => answers.startsWith(`${storedTitle} #`)).map(({ id }) => id)
  const tickets = await Promise.all(ids.map((id) => readTicket(session, id, person.id)))
  return tickets.filter((ticket) => ticket !== undefined)
}

type Criterion = [field: number, searchtype: 'contains' | 'equals', value: string]

/** At the start of what is looked for `^` means that it begins so. */
function from(storedTitle: string): Criterion {
  return [fromAnswers, 'contains', `${storedTitle.replace(/^\^+/, '')} #`]
}

const rows = z.object({
  data: z.optional(z.array(z.object({ [option.id]: integer, [fromAnswers]: z.optional(z.unknown()) }))),
})

interface Row {
  id: number
  answers: string
}

async function search(
  session: Session,
  criteria: Criterion[],
  { order, count }: { order: 'ASC' | 'DESC'; count: number },
): Promise<Row[]> {
  const fields = criteria.flatMap(([field, searchtype, value], index): Field[] => [
    [`criteria[${index}][link]`, 'AND'],
    [`criteria[${index}][field]`, String(field)],
    [`criteria[${index}][searchtype]`, searchtype],
    [`criteria[${index}][value]`, value],
  ])
  const shown: Field[] = [
    ['forcedisplay[0]', String(option.id)],
    ['forcedisplay[1]', String(fromAnswers)],
    ['sort', String(option.id)],
    ['order', order],
  ]
  const query = new URLSearchParams([...fields, ...shown])
  const answer = await askRange(session, `search/Ticket?${query}`, { first: 0, count })
  if (isPastTheEnd(answer)) return []
  if (answer.status !== 200 && answer.status !== 206) throw refused(answer)
  const found = parse(rows, answer.json, 'search/Ticket').data ?? []
  return found.map((row) => ({ id: row[option.id], answers: cellOf(row[fromAnswers]) ?? '' }))
}

const ticket = z.object({ name: label, content: html, users_id_recipient: integer })

/** Undefined where it is gone meanwhile, or where somebody else sent it. */
async function readTicket(session: Session, id: number, writer: number): Promise<FormTicket | undefined> {
  try {
    const answer = await session.call({ path: `Ticket/${id}?get_hateoas=false` })
    const { name, content, users_id_recipient } = parse(ticket, answer, 'Ticket')
    return users_id_recipient === writer ? { id, title: name, content } : undefined
  } catch (error) {
    if (error instanceof NotFound || error instanceof NotAllowed) return undefined
    throw error
  }
}
