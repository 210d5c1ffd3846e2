import type { ContractRow } from './contract-row.ts'

/** What the platform keeps, in GLPI's own columns. Dates are naive server time («2026-11-22 19:47:56»), durations are seconds. */

export interface EntityRow {
  id: number
  name: string
  completename: string
  entities_id: number | null
  level: number
}

export interface UserRow {
  id: number
  name: string
  realname: string
  firstname: string
  /** `scrypt$salt$hash`, base64url. */
  password: string
  /** sha256 of the personal API token, hex. */
  api_token: string
  language: 'fr_FR' | 'en_GB'
  profiles_id: number
  entities_id: number
  phone: string
  mobile: string
  /** sha256 of the token that the lost-password mail carries. */
  password_forget_token: string | null
  password_forget_token_date: string | null
  date_creation: string
  date_mod: string
}

interface UserEmailRow {
  id: number
  users_id: number
  email: string
  is_default: 0 | 1
}

export interface ProfileUserRow {
  id: number
  users_id: number
  profiles_id: number
  entities_id: number
  is_recursive: 0 | 1
}

export interface SessionRow {
  id: number
  /** sha256 of the session token, hex. */
  token: string
  users_id: number
  profiles_id: number
  /** The active entity, and whether those below it are active too. */
  entities_id: number
  is_recursive: 0 | 1
  /** Every entity of the profile is active: GLPI's «full structure». */
  is_full?: 1
  date_creation: string
}

export interface CategoryRow {
  id: number
  name: string
  completename: string
  itilcategories_id: number
  level: number
  entities_id: number
  is_recursive: 0 | 1
  is_helpdeskvisible: 0 | 1
  comment: string
}

export interface AssetRow {
  id: number
  name: string
  serial: string
  entities_id: number
  users_id: number
  comment: string
  is_deleted: 0 | 1
  date_creation: string
  date_mod: string
}

interface ArticleRow {
  id: number
  name: string
  answer: string
  is_faq: 0 | 1
  users_id: number
  view: number
  category?: string
  date_creation: string
  date_mod: string
}

interface ReservationItemRow {
  id: number
  itemtype: string
  items_id: number
  entities_id: number
  is_recursive: 0 | 1
  comment: string
  is_active: 0 | 1
}

export interface ReservationRow {
  id: number
  reservationitems_id: number
  begin: string
  end: string
  users_id: number
  comment: string
  group: number
}

export interface TicketRow {
  id: number
  entities_id: number
  name: string
  content: string
  date: string
  closedate: string | null
  solvedate: string | null
  takeintoaccountdate: string | null
  date_mod: string
  date_creation: string
  users_id_lastupdater: number
  users_id_recipient: number
  status: number
  urgency: number
  impact: number
  priority: number
  itilcategories_id: number
  type: number
  time_to_resolve: string | null
  actiontime: number
  is_deleted: 0 | 1
  externalid?: string
}

interface TicketUserRow {
  id: number
  tickets_id: number
  users_id: number
  /** 1 requester, 2 assigned, 3 observer. */
  type: number
  use_notification: 0 | 1
  alternative_email: string
}

interface ItemTicketRow {
  id: number
  itemtype: string
  items_id: number
  tickets_id: number
}

interface FollowupRow {
  id: number
  itemtype: 'Ticket'
  items_id: number
  date: string
  users_id: number
  users_id_editor: number
  content: string
  is_private: 0 | 1
  date_mod: string
  date_creation: string
}

interface TaskRow {
  id: number
  tickets_id: number
  date: string
  users_id: number
  users_id_tech: number
  content: string
  is_private: 0 | 1
  actiontime: number
  begin: string | null
  end: string | null
  /** 0 information, 1 to do, 2 done. */
  state: number
  date_mod: string
  date_creation: string
}

export interface SolutionRow {
  id: number
  itemtype: 'Ticket'
  items_id: number
  content: string
  date_creation: string
  date_mod: string
  date_approval: string | null
  users_id: number
  users_id_approval: number
  /** 2 waiting, 3 accepted, 4 refused. */
  status: number
}

export interface DocumentRow {
  id: number
  entities_id: number
  name: string
  filename: string
  mime: string
  sha1sum: string
  users_id: number
  is_deleted: 0 | 1
  date_creation: string
  date_mod: string
}

interface DocumentItemRow {
  id: number
  documents_id: number
  itemtype: string
  items_id: number
  users_id: number
  date_creation: string
}

/** Tickets that were generated at once; nothing of GLPI. */
interface GenerationRow {
  id: number
  count: number
}

/** The tables, by GLPI's itemtypes. */
export interface Tables {
  Entity: EntityRow
  User: UserRow
  UserEmail: UserEmailRow
  Profile_User: ProfileUserRow
  Session: SessionRow
  ITILCategory: CategoryRow
  Computer: AssetRow
  Printer: AssetRow
  Peripheral: AssetRow
  Contract: ContractRow
  KnowbaseItem: ArticleRow
  ReservationItem: ReservationItemRow
  Reservation: ReservationRow
  Ticket: TicketRow
  Ticket_User: TicketUserRow
  Item_Ticket: ItemTicketRow
  ITILFollowup: FollowupRow
  TicketTask: TaskRow
  ITILSolution: SolutionRow
  Document: DocumentRow
  Document_Item: DocumentItemRow
  Generation: GenerationRow
}

/** The name of a table. */
export type TableName = keyof Tables

/** Every table, in a fixed order. */
export const TABLE_NAMES: readonly TableName[] = [
  'Entity',
  'User',
  'UserEmail',
  'Profile_User',
  'Session',
  'ITILCategory',
  'Computer',
  'Printer',
  'Peripheral',
  'Contract',
  'KnowbaseItem',
  'ReservationItem',
  'Reservation',
  'Ticket',
  'Ticket_User',
  'Item_Ticket',
  'ITILFollowup',
  'TicketTask',
  'ITILSolution',
  'Document',
  'Document_Item',
  'Generation',
]
