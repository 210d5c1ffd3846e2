/** A contract of support, in GLPI's own columns. */
export interface ContractRow {
  id: number
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
  date_creation: string
  date_mod: string
}
