/** A place, in a tree as categories are. */
export interface LocationRow {
  id: number
  name: string
  completename: string
  locations_id: number
  level: number
  entities_id: number
}

/** A form that was sent: «Report an issue #3». */
export interface AnswersSetRow {
  id: number
  forms_id: number
  name: string
}

/** A file that a form may name; nothing of GLPI, which has it in a folder. */
export interface FormUploadRow {
  id: number
  /** With its prefix. */
  name: string
  sha1sum: string
}
