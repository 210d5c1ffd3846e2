export const approvalStatuses = ['waiting', 'granted', 'refused'] as const
export type ApprovalStatus = (typeof approvalStatuses)[number]

/** Somebody is asked whether a ticket may go on. */
export interface Approval {
  id: number
  ticketId: number
  /** Where the platform says it. */
  ticketTitle?: string
  status: ApprovalStatus
  /** HTML: what is asked, and what was answered; empty for nothing. */
  question: string
  answer: string
  /** Who asks: login or full name, as the platform says it. */
  askedBy?: string
  asked?: Date
  answered?: Date
  /** Whether it is this account that is asked, or a group of its. */
  mine: boolean
}
