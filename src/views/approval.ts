import type { Approval } from '../itil/approval.ts'
import { plain } from '../terminal/sanitize.ts'
import { wrapped } from '../terminal/width.ts'
import { viewLongText } from './layout/long-text.ts'
import type { Look } from './look.ts'

/** Approvals, each with its ticket, who asks, and what; and how the first is answered. */
export async function approvalPage(approvals: Approval[], look: Look): Promise<string> {
  const { style, t, width, dates } = look
  const shown = approvals.map(async (approval) => {
    const { id, ticketId, ticketTitle = '', askedBy, asked, question } = approval
    const about = [...(askedBy ? [plain(askedBy)] : []), ...(asked ? [dates.relative(asked)] : [])].join(', ')
    const head = `${style.bold(t('approval.head', { id }))} ${t('approval.on', { ticket: ticketId, title: plain(ticketTitle) })}`
    return [
      wrapped(head, width),
      ...(about === '' ? [] : [style.dim(wrapped(about, width))]),
      await viewLongText(question, look),
    ]
      .filter((line) => line !== '')
      .join('\n')
  })
  const [first] = approvals
  const how = first ? [style.offering(wrapped(t('approval.how', { id: first.id }), width), style.dim)] : []
  return [...(await Promise.all(shown)), ...how].join('\n\n')
}
