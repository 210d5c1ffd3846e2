import * as z from 'zod/mini'
import { Failed, NotAllowed, NotFound } from '../../errors/error.ts'
import { type Approval, type ApprovalStatus, approvalStatuses } from '../../itil/approval.ts'
import { textToHtml } from '../html.ts'
import { everyItem } from '../range.ts'
import { refused } from '../refusal.ts'
import type { DateReader } from '../session/clock.ts'
import type { Session } from '../session/session.ts'
import { html, integer, parse, reference, serverDate, unexpected } from '../wire.ts'
import type { Approvals } from './approvals.ts'

const statusNumber = { waiting: 2, granted: 3, refused: 4 } as const satisfies Record<ApprovalStatus, number>

export function approvalsOf(session: Session, dates: () => Promise<DateReader>): Approvals {
  const get = async (id: number): Promise<Approval> => {
    const [row, asked, read] = await Promise.all([readRow(session, id), whoIAm(session), dates()])
    return approvalOf(row, { asked, read })
  }
  return {
    get,
    async waiting() {
      const path = `TicketValidation?get_hateoas=false&searchText[status]=^${statusNumber.waiting}$`
      // No more than two at once: a first page asks other things beside it.
      const [asked, read] = await Promise.all([whoIAm(session), dates()])
      const [rows, names] = await Promise.all([listed(session, path), listed(session, `${path}&expand_dropdowns=true`)])
      const nameOf = new Map(parse(z.array(named), names, 'TicketValidation').map((one) => [one.id, one]))
      const open = parse(z.array(row), rows, 'TicketValidation').filter(({ status }) => status === statusNumber.waiting)
      const all = open.map((one) => {
        const { tickets_id: ticketTitle, users_id: askedBy } = nameOf.get(one.id) ?? {}
        const known = { ...(ticketTitle ? { ticketTitle } : {}), ...(askedBy ? { askedBy } : {}) }
        return { ...approvalOf(one, { asked, read }), ...known }
      })
      // The platform lists those of others as well (GLPI-CUSTOMER.md, d).
      return all.filter(({ mine }) => mine).sort((one, other) => one.id - other.id)
    },
    async answer(id, { status, comment }) {
      const said = comment === '' ? {} : { comment_validation: textToHtml(comment) }
      const input = { status: statusNumber[status], ...said }
      const answer = await session.ask({ method: 'PUT', path: `TicketValidation/${id}`, json: { input } })
      if (answer.status !== 200) throw refused(answer)
      // «Done» is said of answers that changed nothing, too: so to who may ask for approvals, and give none (glpi#23218).
      const now = await get(id)
      if (now.status === status) return now
      const { person } = await session.current()
      throw person.approves ? new Failed('approval-unchanged', { id }) : new NotAllowed('approval-not-allowed')
    },
  }
}

// Contract, «the technician asks this customer to approve»; whom it asks is told otherwise on each version.
const row = z.object({
  id: integer,
  tickets_id: integer,
  status: integer,
  users_id_validate: z.optional(integer),
  itemtype_target: z.optional(z.nullable(z.string())),
  items_id_target: z.optional(integer),
  comment_submission: z.optional(html),
  comment_validation: z.optional(html),
  submission_date: z.optional(serverDate),
  validation_date: z.optional(serverDate),
})
const named = z.object({ id: integer, tickets_id: reference, users_id: reference })
const groups = z.object({ session: z.object({ glpigroups: z.optional(z.array(integer)) }) })

async function listed(session: Session, path: string): Promise<unknown[]> {
  return everyItem(session, path).catch(notAllowed)
}

async function readRow(session: Session, id: number): Promise<z.output<typeof row>> {
  try {
    return parse(row, await session.call({ path: `TicketValidation/${id}?get_hateoas=false` }), 'TicketValidation')
  } catch (error) {
    if (error instanceof NotFound) throw new NotFound('approval-not-found', { id }, { cause: error })
    // That of a ticket elsewhere is refused in the words for a profile that gives none.
    if (error instanceof NotAllowed && (await givesApprovals(session)))
      throw new NotFound('approval-not-found', { id }, { cause: error })
    return notAllowed(error)
  }
}

/** Whether the profile may look at approvals at all. */
async function givesApprovals(session: Session): Promise<boolean> {
  return (await session.ask({ path: 'TicketValidation?range=0-0&get_hateoas=false' })).status < 400
}

function notAllowed(error: unknown): never {
  if (error instanceof NotAllowed) throw new NotAllowed('approval-not-allowed', undefined, { cause: error })
  throw error
}

interface Asked {
  me: number
  groups: ReadonlySet<number>
}

async function whoIAm(session: Session): Promise<Asked> {
  const full = parse(groups, await session.call({ path: 'getFullSession' }), 'getFullSession')
  const { person } = await session.current()
  return { me: person.id, groups: new Set(full.session.glpigroups ?? []) }
}

function approvalOf(given: z.output<typeof row>, { asked, read }: { asked: Asked; read: DateReader }): Approval {
  const [when, answered] = [read(given.submission_date), read(given.validation_date)]
  return {
    ...{ id: given.id, ticketId: given.tickets_id, status: statusOf(given.status) },
    ...{ question: given.comment_submission ?? '', answer: given.comment_validation ?? '' },
    ...(when ? { asked: when } : {}),
    ...(answered ? { answered } : {}),
    mine: isMine(given, asked),
  }
}

function isMine({ itemtype_target, items_id_target, users_id_validate }: z.output<typeof row>, asked: Asked): boolean {
  if (itemtype_target === 'Group') return asked.groups.has(items_id_target ?? 0)
  return (itemtype_target === 'User' ? items_id_target : users_id_validate) === asked.me
}

/** One that is not known may be answered already: it does not count as waiting. */
function statusOf(number: number): ApprovalStatus {
  const found = approvalStatuses.find((status) => statusNumber[status] === number)
  if (found === undefined) throw unexpected('TicketValidation', 'status')
  return found
}
