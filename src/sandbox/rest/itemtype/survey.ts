import { secondsBetween } from '../../server-time.ts'
import type { SurveyRow } from '../../store/customer-rows.ts'
import { blankSurvey, surveyOf, surveySettings } from '../../ticket/survey.ts'
import { ROLE } from '../../ticket/ticket-words.ts'
import { Breakdown, type Call, NotDone, notDone } from '../answer.ts'
import { type Added, type Fields, numberIn, type Resource, textIn } from '../resource.ts'

const CHANGED_WITHIN_SECONDS = 12 * 3600

/**
 * What the requesters of closed tickets think of them. Its number is the ticket's, and the list holds everybody's
 * (contract steps "the same, by the ticket’s number", "by the number of the line: not found").
 */
export const surveyResource: Resource = {
  itemtype: 'TicketSatisfaction',
  isLostInSilence: true,
  mayList: () => true,
  ids: ({ site }) => [...site.store.table('TicketSatisfaction').all()].map(({ tickets_id }) => tickets_id),
  exists: (call, id) => surveyOf(call.site.store, id) !== undefined,
  mayRead: () => true,
  column: (call, id, name) => wireSurvey(call, rowOf(call, id))[name],
  show: (call, id) => wireSurvey(call, rowOf(call, id)),
  idsOf: ({ site }, parent, id) => (parent === 'Ticket' ? (surveyOf(site.store, id) ? [id] : []) : undefined),
  create: createSurvey,
  update: answerSurvey,
  answeredAs: (call, id) => rowOf(call, id).id,
}

/** Who answers: by the API, or by the page. */
type Answering = Pick<Call, 'site' | 'viewer' | 'language'>

function rowOf(call: Answering, ticketId: number): SurveyRow {
  const row = surveyOf(call.site.store, ticketId)
  if (!row) throw notDone(call, 'itemNotFound')
  return row
}

/** 11.0 says beside a mark what it would be of five, even of one that is past the highest. */
function wireSurvey({ site }: Call, row: SurveyRow): Fields {
  if (site.version === '10.0') return { ...row }
  const entity = site.store.get('Ticket', row.tickets_id)?.entities_id ?? 0
  const { highest } = surveySettings(site.store, entity)
  const scaled = row.satisfaction === null ? null : (row.satisfaction * 5) / highest
  return { ...row, satisfaction_scaled_to_5: scaled }
}

/** Nobody should, and GLPI lets everybody. */
function createSurvey(call: Call, input: Fields): Added {
  const tickets_id = numberIn(input, 'tickets_id')
  if (tickets_id === undefined) throw new NotDone('')
  const type = numberIn(input, 'type') ?? 1
  call.site.store.add('TicketSatisfaction', blankSurvey(tickets_id, type, call.site.time.now()))
  return { id: tickets_id, message: '' }
}

/** The mark is not held against the scale (contract step "9 of 5: taken as it is"). */
export function answerSurvey(call: Answering, ticketId: number, input: Fields): void {
  const { site } = call
  const row = rowOf(call, ticketId)
  if (!mayAnswer(call, row)) throw notDone(call, 'rightMissing')
  if (numberIn(input, 'tickets_id') === undefined) throw new NotDone('')
  const satisfaction = markIn(call, input)
  const comment = textIn(input, 'comment') ?? row.comment
  refuseBare(call, row, { satisfaction, comment })
  const isAnswered = satisfaction !== undefined || (site.version === '10.0' && textIn(input, 'comment') !== undefined)
  site.store.put('TicketSatisfaction', {
    ...row,
    comment,
    ...(satisfaction === undefined ? {} : { satisfaction }),
    ...(isAnswered ? { date_answered: site.time.now() } : {}),
  })
}

/** Whether the caller asked for the ticket, and did not answer for good; its writer and its observers may not. */
export function mayAnswer(
  { site, viewer }: Pick<Call, 'site' | 'viewer'>,
  { tickets_id, date_answered }: SurveyRow,
): boolean {
  const isLate = date_answered !== null && secondsBetween(date_answered, site.time.now()) > CHANGED_WITHIN_SECONDS
  if (isLate) return false
  return site.store
    .table('Ticket_User')
    .by('tickets_id', tickets_id)
    .some(({ users_id, type }) => users_id === viewer.user.id && type === ROLE.requester)
}

/** A word in the place of a mark is refused by 10, and breaks 11 down. */
function markIn({ site }: Answering, input: Fields): number | undefined {
  const given = textIn(input, 'satisfaction')
  if (given === undefined || given === '') return undefined
  const mark = numberIn(input, 'satisfaction')
  if (mark !== undefined) return mark
  throw site.version === '10.0' ? new NotDone('') : new Breakdown()
}

function refuseBare(
  call: Answering,
  { tickets_id }: SurveyRow,
  { satisfaction, comment }: { satisfaction: number | undefined; comment: string | null },
): void {
  const { store, version } = call.site
  const { commentUpTo } = surveySettings(store, store.get('Ticket', tickets_id)?.entities_id ?? 0)
  const isBare = satisfaction !== undefined && satisfaction <= commentUpTo && !comment
  if (version === '11.0' && isBare) throw notDone(call, 'commentMissing', { mark: commentUpTo })
}
