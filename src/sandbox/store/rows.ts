/** What the platform keeps, in GLPI's own columns. Dates are naive server time («2026-11-22 19:47:56»), durations are seconds. */

export interface Row {
  id: number
}

export interface DatedRow extends Row {
  date_creation: string
  date_mod: string
}

export interface EntityRow extends Row {
  name: string
  completename: string
  entities_id: number | null
  level: number
  /** The surveys of its tickets: 1 internal, 2 external, -2 as its parent; absent: internal at the root, else as its parent. */
  inquest_config?: number
  /** Per cent of the closed tickets; days until one comes, and until it is over (0: never). */
  inquest_rate?: number
  inquest_delay?: number
  inquest_duration?: number
  inquest_max_rate?: number
  inquest_default_rate?: number
  /** A mark of so much or less needs a comment; 0: none does. */
  inquest_mandatory_comment?: number
  inquest_URL?: string
}

export interface UserRow extends DatedRow {
  name: string
  realname: string
  firstname: string
  /** `scrypt$salt$hash`, base64url. */
  password: string
  /** When it was changed; absent: nobody knows, and it is good for ever. */
  password_last_update?: string
  /** sha256 of the personal API token, hex; '' without one. */
  api_token: string
  /** The token itself where the preferences made it, and show it. */
  shown_api_token?: string
  language: 'fr_FR' | 'en_GB'
  profiles_id: number
  entities_id: number
  phone: string
  mobile: string
  /** sha256 of the token that the lost-password mail carries. */
  password_forget_token: string | null
  password_forget_token_date: string | null
}

export interface UserEmailRow extends Row {
  users_id: number
  email: string
  is_default: 0 | 1
}

export interface ProfileUserRow extends Row {
  users_id: number
  profiles_id: number
  entities_id: number
  is_recursive: 0 | 1
}

/** What a page that was posted leaves for the next one to say. */
export interface KeptMessage {
  isError: boolean
  text: string
}

export interface SessionRow extends Row {
  /** sha256 of the session token, hex. */
  token: string
  users_id: number
  profiles_id: number
  /** The active entity, and whether those below it are active too. */
  entities_id: number
  is_recursive: 0 | 1
  /** Every entity of the profile is active: GLPI's «full structure». */
  is_full?: 1
  /** It was opened by a password that is out of date: it may choose a new one, and nothing else. */
  is_expired?: 1
  /** What the next page says of what was done. */
  messages?: KeptMessage[]
  date_creation: string
}

export interface CategoryRow extends Row {
  name: string
  completename: string
  itilcategories_id: number
  level: number
  entities_id: number
  is_recursive: 0 | 1
  is_helpdeskvisible: 0 | 1
  comment: string
}

/** A contract of support, in GLPI's own columns. */
export interface ContractRow extends DatedRow {
  name: string
  num: string
  entities_id: number
  is_recursive: 0 | 1
  begin_date: string
  /** Months. */
  duration: number
  /** 1 Bronze, 2 Silver, 3 Gold; absent: none. */
  contracttypes_id?: number
  /** «08:00:00»; absent: midnight, which is what GLPI has when nobody said it. */
  week_begin_hour?: string
  week_end_hour?: string
  comment: string
  is_deleted: 0 | 1
}

export interface ArticleRow extends DatedRow {
  name: string
  answer: string
  is_faq: 0 | 1
  users_id: number
  view: number
  category?: string
  /** The one entity that may read it; absent: all of them. */
  entities_id?: number
}

export interface ReservationItemRow extends Row {
  itemtype: string
  items_id: number
  entities_id: number
  is_recursive: 0 | 1
  comment: string
  is_active: 0 | 1
}

export interface ReservationRow extends Row {
  reservationitems_id: number
  begin: string
  end: string
  users_id: number
  comment: string
  group: number
}

export interface TicketRow extends DatedRow {
  entities_id: number
  name: string
  content: string
  date: string
  closedate: string | null
  solvedate: string | null
  takeintoaccountdate: string | null
  users_id_lastupdater: number
  users_id_recipient: number
  status: number
  urgency: number
  impact: number
  priority: number
  itilcategories_id: number
  type: number
  time_to_resolve: string | null
  /** By when somebody is to take it, and the service levels that say so; absent: none. */
  time_to_own?: string
  slas_id_tto?: number
  slas_id_ttr?: number
  actiontime: number
  is_deleted: 0 | 1
  externalid?: string
  locations_id?: number
  /** 1 none, 2 waiting, 3 granted, 4 refused; absent: none. */
  global_validation?: number
  /** The answers of the form that it came from; GLPI keeps that elsewhere. */
  answerssets_id?: number
}

export interface TicketUserRow extends Row {
  tickets_id: number
  users_id: number
  /** 1 requester, 2 assigned, 3 observer. */
  type: number
  use_notification: 0 | 1
  alternative_email: string
}

export interface ItemTicketRow extends Row {
  itemtype: string
  items_id: number
  tickets_id: number
}

export interface FollowupRow extends DatedRow {
  itemtype: 'Ticket'
  items_id: number
  date: string
  users_id: number
  users_id_editor: number
  content: string
  is_private: 0 | 1
}

export interface TaskRow extends DatedRow {
  tickets_id: number
  date: string
  users_id: number
  users_id_tech: number
  /** Absent: none. */
  groups_id_tech?: number
  content: string
  is_private: 0 | 1
  actiontime: number
  begin: string | null
  end: string | null
  /** 0 information, 1 to do, 2 done. */
  state: number
}

export interface SolutionRow extends DatedRow {
  itemtype: 'Ticket'
  items_id: number
  content: string
  date_approval: string | null
  users_id: number
  users_id_approval: number
  /** 2 waiting, 3 accepted, 4 refused. */
  status: number
}

export interface DocumentRow extends DatedRow {
  entities_id: number
  name: string
  filename: string
  mime: string
  sha1sum: string
  users_id: number
  is_deleted: 0 | 1
}

export interface DocumentItemRow extends Row {
  documents_id: number
  itemtype: string
  items_id: number
  users_id: number
  /** -1 for an image within the text; absent: a file of its own. */
  timeline_position?: -1
  date_creation: string
}

/** Tickets that were generated at once; nothing of GLPI. */
export interface GenerationRow extends Row {
  count: number
}
