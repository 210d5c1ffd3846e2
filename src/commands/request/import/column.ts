import { distance } from 'fastest-levenshtein'
import { folded } from '../../../i18n/folded.ts'
import type { Message } from '../../../i18n/translate.ts'

/** The columns that a file may have: the options of `ticket new`. */
export const importColumns = [
  'title',
  'description',
  'type',
  'urgency',
  'category',
  'about',
  'location',
  'notify',
  'email',
  'files',
] as const
export type Column = (typeof importColumns)[number]

/** What else they may be called, folded, whatever the language of the command. */
const otherNames: Record<Column, readonly string[]> = {
  title: ['titre', 'subject', 'sujet', 'objet'],
  description: ['texte', 'text'],
  type: [],
  urgency: ['urgence'],
  category: ['categorie'],
  about: ['equipment', 'equipement', 'materiel'],
  location: ['place', 'lieu'],
  notify: ['notification', 'notifier', 'suivi'],
  email: ['mail', 'courriel'],
  files: ['file', 'fichier', 'fichiers', 'attach', 'piecejointe', 'piecesjointes'],
}

/** What a column is called by which a line is known, folded. */
const keyNames = ['key', 'cle', 'ref', 'reference', 'id']

/** What a report writes behind a line: passed over where a report is read again. */
export const reportColumns = ['ticket', 'address', 'result', 'error'] as const

/** Whether a column is one that a report wrote. */
export function isReportColumn(name: string): boolean {
  return reportColumns.some((one) => one === plainName(name))
}

/** A question of a form of the site, which a column answers. */
export interface AskedColumn {
  question: number
  /** A cell may hold several answers, or paths. */
  several: boolean
}

/** What a form of the site asks by the name of a column; a problem where that cannot be told. */
export type FindAsked = (name: string) => { asked: AskedColumn } | { problem: Message }

/** What a column is for: an answer, the key of a line, or what a report wrote. */
export type Use = Column | AskedColumn | 'key' | 'report'

/** What the columns of a file are for, in their order; undefined for one without a name; and what is wrong with them. */
export interface Head {
  uses: Array<Use | undefined>
  problems: Message[]
}

/** The name as it is compared: «E-mail » is «email». */
function plainName(name: string): string {
  return folded(name).replace(/[\s_-]+/g, '')
}

/**
 * `key`: what the person called the column by which a line is known; `find`: what the form asks, whose own words count
 * more than ours.
 */
export function readHead(names: readonly string[], key: string | undefined, find?: FindAsked): Head {
  const plain = names.map(plainName)
  const wanted = key === undefined ? undefined : plainName(key)
  const keys = plain.filter((name) => (wanted === undefined ? keyNames.includes(name) : name === wanted))
  const problems: Message[] = []
  if (wanted !== undefined && keys.length === 0)
    problems.push({ key: 'import.no-key-column', parameters: { name: key ?? '', names: names.join(', ') } })
  if (keys.length > 1) problems.push({ key: 'import.several-keys', parameters: { names: keys.join(', ') } })
  const uses = plain.map((name, place): Use | undefined => {
    if (name === '') return undefined
    const found = find?.(names[place] ?? '')
    if (found && 'asked' in found) return found.asked
    const column = columnOf(name)
    if (column) return column
    if (keys.includes(name) || keyNames.includes(name)) return 'key'
    if (isReportColumn(name)) return 'report'
    problems.push(found?.problem ?? unknownColumn(names[place]?.trim() ?? ''))
    return undefined
  })
  for (const [place, use] of uses.entries())
    if (use && use !== 'key' && use !== 'report' && uses.findIndex((one) => isSameUse(one, use)) !== place)
      problems.push({ key: 'import.column-twice', parameters: { name: names[place]?.trim() ?? '' } })
  return { uses, problems }
}

function isSameUse(one: Use | undefined, other: Use): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other
  return one.question === other.question
}

/** The place of the column by which a line is known; undefined where there is none. What a form asks is no key by itself. */
export function keyPlace(names: readonly string[], key: string | undefined, find?: FindAsked): number | undefined {
  const plain = names.map(plainName)
  const isKey = (name: string, place: number): boolean => {
    const found = keyNames.includes(name) ? find?.(names[place] ?? '') : undefined
    return keyNames.includes(name) && !(found && 'asked' in found)
  }
  const place = key === undefined ? plain.findIndex(isKey) : plain.indexOf(plainName(key))
  return place < 0 ? undefined : place
}

function columnOf(name: string): Column | undefined {
  return importColumns.find((column) => column === name || otherNames[column].includes(name))
}

function unknownColumn(name: string): Message {
  const plain = plainName(name)
  const near = importColumns
    .map((column) => ({ column, far: Math.min(...[column, ...otherNames[column]].map((one) => distance(plain, one))) }))
    .sort((one, other) => one.far - other.far)
  return {
    key: 'import.unknown-column',
    parameters: { name, near: near[0]?.column ?? '', names: importColumns.join(', ') },
  }
}
