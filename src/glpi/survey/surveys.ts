import type { Survey, SurveyAnswer, SurveyForm } from '../../itil/survey.ts'

/** Surveys about closed tickets: each by the number of its ticket. */
export interface Surveys {
  /** Undefined for a ticket without one. Rejects with `NotFound` for a ticket that this account does not see. */
  of(ticketId: number): Promise<Survey | undefined>
  /** What its page asks; undefined where the page asks this account nothing, or cannot be read. */
  form(ticketId: number): Promise<SurveyForm | undefined>
  /**
   * Answers, and gives what the platform holds since: it takes marks beyond its own scale, so the caller holds them against
   * the form before. Rejects with `NotAllowed` where this account may not, or not any more.
   */
  answer(ticketId: number, answer: SurveyAnswer): Promise<Survey>
}
