/** A piece of equipment, whatever its kind. */
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

export interface SoftwareRow {
  id: number
  name: string
  entities_id: number
  is_helpdesk_visible: 0 | 1
  is_deleted: 0 | 1
}

/** Where a software is installed; GLPI has its version between the two. */
export interface InstallationRow {
  id: number
  softwares_id: number
  itemtype: string
  items_id: number
}
