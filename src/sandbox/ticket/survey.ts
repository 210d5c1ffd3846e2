import { createHash } from 'node:crypto'
import type { Site } from '../site.ts'
import type { SurveyRow } from '../store/customer-rows.ts'
import type { TicketRow } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import { notifySurvey } from './notification.ts'

/** How the closed tickets of an entity are asked about. */
export interface SurveySettings {
  /** 1 internal, 2 external. */
  type: number
  /** Per cent of the tickets. */
  rate: number
  /** Days until it comes. */
  delay: number
  highest: number
  /** The mark that is chosen at first. */
  usual: number
  /** A mark of so much or less needs a comment; 0: none does. */
  commentUpTo: number
  url: string
}

const AS_PARENT = -2

/** The settings of an entity, or of the nearest above it that has its own; a stock server asks nobody. */
export function surveySettings(store: Store, entityId: number): SurveySettings {
  const entity = store.get('Entity', entityId)
  const parent = entity?.entities_id ?? null
  const config = entity?.inquest_config ?? (parent === null ? 1 : AS_PARENT)
  if (config === AS_PARENT && parent !== null) return surveySettings(store, parent)
  return {
    type: Math.max(1, config),
    rate: entity?.inquest_rate ?? 0,
    delay: entity?.inquest_delay ?? 10,
    highest: entity?.inquest_max_rate ?? 5,
    usual: entity?.inquest_default_rate ?? 3,
    commentUpTo: entity?.inquest_mandatory_comment ?? 0,
    url: entity?.inquest_URL ?? '',
  }
}

/** Asks about a ticket that has just been closed, where its entity wishes so; inside a transaction. Those of a later day come by no cron here. */
export function beginSurvey(site: Site, ticket: TicketRow): void {
  const { store } = site
  const { rate, delay, type } = surveySettings(store, ticket.entities_id)
  if (!(lotOf(ticket) < rate) || delay > 0 || surveyOf(store, ticket.id)) return
  store.add('TicketSatisfaction', blankSurvey(ticket.id, type, site.time.now()))
  notifySurvey(site, ticket)
}

/**
 * The lot of a ticket, from 0 to 99: GLPI draws one by chance among all that are closed. Here its title draws, so that a
 * conversation goes the same way each time, whatever else the site holds.
 */
function lotOf({ name }: TicketRow): number {
  return ((createHash('sha256').update(name).digest()[0] ?? 0) * 100) >> 8
}

/** A survey that nobody answered yet. */
export function blankSurvey(tickets_id: number, type: number, date_begin: string): Omit<SurveyRow, 'id'> {
  return { tickets_id, type, date_begin, date_answered: null, satisfaction: null, comment: null }
}

/** The survey of a ticket; undefined without one. */
export function surveyOf(store: Store, ticketId: number): SurveyRow | undefined {
  return store.table('TicketSatisfaction').by('tickets_id', ticketId)[0]
}
