import type { DraftFile } from '../../../drafts/draft.ts'
import type { DraftForm } from '../../../drafts/form/form-draft.ts'
import type { LineMark } from '../../../drafts/import/import-line.ts'
import type { Problem } from '../../../errors/error.ts'
import type { NewTicket } from '../../../itil/ticket.ts'
import type { FindAsked } from './column.ts'
import type { ImportRow } from './given-row.ts'

/** A line as it stands in the file, and what it is known by. */
export interface FileLine extends ImportRow {
  mark: LineMark
  files: DraftFile[]
}

/** What a line asks for; by a form of the site, its answers, and all of its files. */
export type Understood = { request: NewTicket; form?: DraftForm; files?: DraftFile[] } | { problems: Problem[] }

/** How the lines of a file become requests. */
export interface LineReader {
  /** The number of the form of the site by which they go. */
  form?: number
  find?: FindAsked
  /** More than that in one go is a mistake, or somebody’s whole database. */
  mostRows: number
  /** What a file of theirs may have (bytes). */
  fileLimit?: number
  understand(lines: readonly FileLine[]): Promise<Understood[]>
}
