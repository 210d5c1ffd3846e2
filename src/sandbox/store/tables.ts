import type { AssetRow, InstallationRow, SoftwareRow } from './asset-rows.ts'
import type {
  ApprovalRow,
  EntityFeedRow,
  EntityReminderRow,
  FeedNewsRow,
  FeedRow,
  LinkRow,
  PendingReasonItemRow,
  PendingReasonRow,
  ReminderRow,
  SurveyRow,
} from './customer-rows.ts'
import type { AnswersSetRow, FormUploadRow, LocationRow } from './form-rows.ts'
import type { GroupRow, GroupTicketRow, GroupUserRow } from './group-rows.ts'
import type {
  ArticleRow,
  CategoryRow,
  ContractRow,
  DocumentItemRow,
  DocumentRow,
  EntityRow,
  FollowupRow,
  GenerationRow,
  ItemTicketRow,
  ProfileUserRow,
  ReservationItemRow,
  ReservationRow,
  SessionRow,
  SolutionRow,
  TaskRow,
  TicketRow,
  TicketUserRow,
  UserEmailRow,
  UserRow,
} from './rows.ts'

/** The tables, by GLPI's itemtypes. */
export interface Tables {
  Entity: EntityRow
  User: UserRow
  UserEmail: UserEmailRow
  Profile_User: ProfileUserRow
  Session: SessionRow
  ITILCategory: CategoryRow
  Location: LocationRow
  Computer: AssetRow
  Printer: AssetRow
  Peripheral: AssetRow
  Monitor: AssetRow
  Phone: AssetRow
  Software: SoftwareRow
  Item_SoftwareVersion: InstallationRow
  Group: GroupRow
  Group_User: GroupUserRow
  Contract: ContractRow
  KnowbaseItem: ArticleRow
  ReservationItem: ReservationItemRow
  Reservation: ReservationRow
  Ticket: TicketRow
  Ticket_User: TicketUserRow
  Group_Ticket: GroupTicketRow
  Item_Ticket: ItemTicketRow
  ITILFollowup: FollowupRow
  TicketTask: TaskRow
  ITILSolution: SolutionRow
  Document: DocumentRow
  Document_Item: DocumentItemRow
  AnswersSet: AnswersSetRow
  FormUpload: FormUploadRow
  Ticket_Ticket: LinkRow
  TicketSatisfaction: SurveyRow
  TicketValidation: ApprovalRow
  PendingReason: PendingReasonRow
  PendingReason_Item: PendingReasonItemRow
  Reminder: ReminderRow
  Entity_Reminder: EntityReminderRow
  RSSFeed: FeedRow
  Entity_RSSFeed: EntityFeedRow
  FeedNews: FeedNewsRow
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
  'Location',
  'Computer',
  'Printer',
  'Peripheral',
  'Monitor',
  'Phone',
  'Software',
  'Item_SoftwareVersion',
  'Group',
  'Group_User',
  'Contract',
  'KnowbaseItem',
  'ReservationItem',
  'Reservation',
  'Ticket',
  'Ticket_User',
  'Group_Ticket',
  'Item_Ticket',
  'ITILFollowup',
  'TicketTask',
  'ITILSolution',
  'Document',
  'Document_Item',
  'AnswersSet',
  'FormUpload',
  'Ticket_Ticket',
  'TicketSatisfaction',
  'TicketValidation',
  'PendingReason',
  'PendingReason_Item',
  'Reminder',
  'Entity_Reminder',
  'RSSFeed',
  'Entity_RSSFeed',
  'FeedNews',
  'Generation',
]
