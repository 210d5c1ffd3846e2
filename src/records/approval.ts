import type { Dates } from '../dates/dates.ts'
import { type Approval, approvalStatuses } from '../itil/approval.ts'
import { integer, isoOf, maybe, moment, oneOf, type RecordOf, shape, text } from './shape.ts'

const fields = {
  id: integer,
  ticket: integer,
  title: maybe(text),
  status: oneOf(approvalStatuses),
  question: text,
  askedBy: maybe(text),
  asked: maybe(moment),
  answer: maybe(text),
  answered: maybe(moment),
} as const

/** Approvals that wait. */
export const approvalShape = shape({
  name: 'approval',
  fields,
  columns: ['id', 'ticket', 'title', 'question', 'askedBy', 'asked'],
  list: true,
})

/** One that was answered. */
export const answeredShape = shape({ name: 'approval-answer', fields, list: false })

export async function approvalRecord(approval: Approval, dates: Dates): Promise<RecordOf<typeof approvalShape>> {
  const { id, ticketId, ticketTitle, status, question, askedBy, asked, answer, answered } = approval
  const { readText } = await import('../terminal/html.ts')
  const read = async (html: string) => (await readText(html, Number.POSITIVE_INFINITY)).text
  return {
    ...{ id, ticket: ticketId, title: ticketTitle ?? null, status, question: await read(question) },
    ...{ askedBy: askedBy ?? null, asked: isoOf(asked, dates) },
    ...{ answer: (await read(answer)) || null, answered: isoOf(answered, dates) },
  }
}
