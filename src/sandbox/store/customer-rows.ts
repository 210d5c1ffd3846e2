import type { DatedRow, Row } from './rows.ts'

/** Two tickets that belong together. */
export interface LinkRow extends Row {
  tickets_id_1: number
  tickets_id_2: number
  /** 1 linked, 2 duplicate of, 3 son of, 4 parent of. */
  link: number
}

/** The survey of a closed ticket. */
export interface SurveyRow extends Row {
  tickets_id: number
  /** 1 internal, 2 external. */
  type: number
  date_begin: string
  date_answered: string | null
  satisfaction: number | null
  comment: string | null
}

/** Somebody is asked whether a ticket may go on. */
export interface ApprovalRow extends Row {
  tickets_id: number
  entities_id: number
  /** Who asks. */
  users_id: number
  itemtype_target: 'User' | 'Group'
  items_id_target: number
  comment_submission: string
  comment_validation: string | null
  /** 2 waiting, 3 granted, 4 refused. */
  status: number
  submission_date: string
  validation_date: string | null
}

/** A reason to wait, that technicians choose. */
export interface PendingReasonRow extends DatedRow {
  name: string
  comment: string
  entities_id: number
  is_recursive: 0 | 1
  /** Seconds between two reminders; 0: none. */
  followup_frequency: number
  /** Reminders until it is solved by itself; 0: never. */
  followups_before_resolution: number
}

/** Why a ticket waits. */
export interface PendingReasonItemRow extends Row {
  pendingreasons_id: number
  itemtype: 'Ticket'
  items_id: number
  followup_frequency: number
  followups_before_resolution: number
  bump_count: number
  last_bump_date: string
  previous_status: number
}

/** An announcement. */
export interface ReminderRow extends DatedRow {
  name: string
  /** HTML. */
  text: string
  date: string
  begin: string | null
  end: string | null
  is_planned: 0 | 1
  begin_view_date: string | null
  end_view_date: string | null
  state: number
  users_id: number
}

export interface EntityReminderRow extends Row {
  reminders_id: number
  entities_id: number
  is_recursive: 0 | 1
}

/** News from elsewhere, that the server fetches. */
export interface FeedRow extends DatedRow {
  name: string
  url: string
  comment: string | null
  refresh_rate: number
  max_items: number
  have_error: 0 | 1
  is_active: 0 | 1
  users_id: number
}

export interface EntityFeedRow extends Row {
  rssfeeds_id: number
  entities_id: number
  is_recursive: 0 | 1
}

/** What the server fetched of a feed; GLPI has it in a cache. */
export interface FeedNewsRow extends Row {
  rssfeeds_id: number
  date: string
  title: string
  link: string
  description: string
}
