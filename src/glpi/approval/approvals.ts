import type { Approval } from '../../itil/approval.ts'

/** Requests for approvals. All reject with `NotAllowed` where the profile may give none, as a customer's usually. */
export interface Approvals {
  /** Those that wait for this account, or a group of its, the oldest first. */
  waiting(): Promise<Approval[]>
  /** Rejects with `NotFound` for a number that there is not. */
  get(id: number): Promise<Approval>
  /** Answers one that is this account's, and gives what the platform holds since. */
  answer(id: number, answer: { status: 'granted' | 'refused'; comment: string }): Promise<Approval>
}
