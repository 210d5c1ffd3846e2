import * as z from 'zod/mini'
import { Failed, NotAllowed } from '../../errors/error.ts'
import type { Survey, SurveyAnswer, SurveyForm } from '../../itil/survey.ts'
import { type Element, named, options, readPage, textOf } from '../form/dom.ts'
import { FormHidden, openSite } from '../form/site.ts'
import type { Http } from '../http/http.ts'
import { readRefusal, refused } from '../refusal.ts'
import type { DateReader } from '../session/clock.ts'
import type { Session } from '../session/session.ts'
import { cell, integer, parse, serverDate } from '../wire.ts'
import type { Surveys } from './surveys.ts'

export interface SurveyAccess {
  session: Session
  http: Http
  dates(): Promise<DateReader>
}

export function surveysOf({ session, http, dates }: SurveyAccess): Surveys {
  const of = async (ticketId: number): Promise<Survey | undefined> => {
    // Never the list of all, which is everybody's (GLPI-CUSTOMER.md, c).
    const answer = await session.call({ path: `Ticket/${ticketId}/TicketSatisfaction?get_hateoas=false` })
    const [row] = parse(rows, answer, 'TicketSatisfaction').filter(({ tickets_id }) => tickets_id === ticketId)
    return row && surveyOf(row, await dates())
  }
  return {
    of,
    form: (ticketId) => readForm(ticketId, session, http),
    async answer(ticketId, given) {
      await put(session, ticketId, given)
      // An answer that says «done» is not enough: it is read again.
      const now = await of(ticketId)
      if (now?.mark !== given.mark) throw new Failed('survey-unchanged', { id: ticketId })
      return now
    },
  }
}

// Contract, «its survey waits».
const rows = z.array(
  z.object({
    tickets_id: integer,
    type: integer,
    date_begin: z.optional(serverDate),
    date_answered: z.optional(serverDate),
    satisfaction: z.optional(z.nullable(integer)),
    satisfaction_scaled_to_5: z.optional(z.nullable(z.number())),
    comment: z.optional(cell),
  }),
)

const external = 2

function surveyOf(row: z.output<typeof rows>[number], read: DateReader): Survey {
  const { tickets_id, type, satisfaction, comment } = row
  const [begun, answered] = [read(row.date_begin), read(row.date_answered)]
  const highest = highestOf(row)
  return {
    ...{ ticketId: tickets_id, kind: type === external ? 'external' : 'internal' },
    ...(begun ? { begun } : {}),
    ...(answered ? { answered } : {}),
    ...(typeof satisfaction === 'number' ? { mark: satisfaction } : {}),
    ...(highest === undefined ? {} : { highest }),
    ...(comment ? { comment } : {}),
  }
}

/** Of a mark on GLPI 11, which says beside it what it would be of 5, as it always is on 10 (GLPI-CUSTOMER.md, c). */
function highestOf({ satisfaction, satisfaction_scaled_to_5: scaled }: z.output<typeof rows>[number]) {
  if (typeof satisfaction !== 'number') return undefined
  if (scaled === undefined) return highestOn10
  return scaled ? Math.round((satisfaction * 5) / scaled) : undefined
}

const highestOn10 = 5

/** The scale stands in the ticket's tab alone. */
async function readForm(ticketId: number, session: Session, http: Http): Promise<SurveyForm | undefined> {
  const tab = '_target=/front/ticket.form.php&_itemtype=Ticket&_glpi_tab=Ticket$3'
  try {
    const site = await openSite(session, http)
    return formIn(await site.page(`ajax/common.tabs.php?${tab}&id=${ticketId}`))
  } catch (error) {
    if (error instanceof FormHidden) return undefined
    throw error
  }
}

/** As many marks as anybody counts. */
const mostMarks = 100

function formIn(html: string): SurveyForm | undefined {
  const page = readPage(html)
  const [select] = named(page, 'select', 'satisfaction')
  if (!select) {
    const [own] = named(page, 'a').filter(isSurveyLink)
    const [url] = webAddress(own?.attributes.href ?? '')
    return url === undefined ? undefined : { url }
  }
  const marks = options(select).slice(0, mostMarks)
  const numbers = marks.map(({ value }) => Number(value)).filter(Number.isSafeInteger)
  if (numbers.length === 0) return undefined
  const usual = marks.find(({ selected }) => selected)
  return {
    ...{ lowest: Math.min(...numbers), highest: Math.max(...numbers) },
    ...(usual ? { usual: Number(usual.value) } : {}),
  }
}

/**
 * Whatever else a site has put into the tab, GLPI writes the address of the survey out: as the words of its link on 11, on
 * 10 in brackets below it.
 */
function isSurveyLink(link: Element): boolean {
  const href = onOneLine(link.attributes.href ?? '')
  return href !== '' && (textOf(link) === href || onOneLine(link.parent?.text ?? '').includes(`(${href})`))
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** As a browser writes it, without a sign that a terminal would obey; empty for what is no address on the web. */
function webAddress(href: string): [string] | [] {
  return /^https?:\/\//i.test(href) && URL.canParse(href) ? [new URL(href).href] : []
}

async function put(session: Session, ticketId: number, { mark, comment }: SurveyAnswer): Promise<void> {
  const input = { tickets_id: ticketId, satisfaction: mark, ...(comment === undefined ? {} : { comment }) }
  const answer = await session.ask({ method: 'PUT', path: `TicketSatisfaction/${ticketId}`, json: { input } })
  if (answer.status === 200) return
  const { code, message } = readRefusal(answer.json)
  if (code !== 'ERROR_GLPI_UPDATE') throw refused(answer)
  // GLPI-CUSTOMER.md, c; in both languages it is that word.
  if (/comment/i.test(message)) throw new Failed('survey-comment-missing', { id: ticketId, mark })
  throw new NotAllowed('survey-refused', { id: ticketId })
}
