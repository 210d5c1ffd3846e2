/** How far a survey got: it may appear, and be answered, without a change of its ticket. */
export interface SurveyState {
  begun?: Date
  answered?: Date
  mark?: number
}

/** The survey of a closed ticket. */
export interface Survey extends SurveyState {
  ticketId: number
  /** `external`: it is answered elsewhere, on a page of its own. */
  kind: 'internal' | 'external'
  /** The best mark there is; undefined where that is not known. */
  highest?: number
  comment?: string
}

/** What the page asks: a mark, with a comment; or where else it is answered. */
export type SurveyForm =
  | { lowest: number; highest: number; usual?: number }
  /** The address of an external one. */
  | { url: string }

export interface SurveyAnswer {
  mark: number
  /** Absent: what was said before stays. */
  comment?: string
}

/** For so long after an answer (milliseconds) it may be changed. */
const changeableFor = 12 * 3_600_000

/** Whether it waits for an answer, or may have another one. */
export function mayChange({ answered }: Survey, now: Date): boolean {
  return !answered || now.getTime() - answered.getTime() <= changeableFor
}
