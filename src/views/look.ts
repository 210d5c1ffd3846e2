import type { Dates } from '../dates/dates.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Style } from '../terminal/style.ts'

/** What every view is given beside its data: for whom, and onto what, it writes. */
export interface Look {
  style: Style
  t: Translate
  /** Columns; Infinity leaves lines whole. */
  width: number
  dates: Dates
}

/** The same for what a pipe takes as it is: whole lines, and moments as scripts read them. */
export function inPipe(look: Look): Look {
  const { iso } = look.dates
  const period = (start: Date, end: Date) => `${iso(start)}/${iso(end)}`
  return {
    ...look,
    width: Number.POSITIVE_INFINITY,
    dates: { ...look.dates, absolute: iso, moment: iso, time: iso, full: iso, period },
  }
}
