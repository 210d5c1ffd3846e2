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

/** What a column is for: an answer, the key of a line, or what a report wrote. */
export type Use = Column | 'key' | 'report'

/** What the columns of a file are for, in their order; undefined for one without a name; and what is wrong with them. */
export interface Head {
  uses: Array<Use | undefined>
  problems: Message[]
}

/** The name as it is compared: «E-mail » is «email». */
function plainName(name: string): string {
  return folded(name).replace(/[\s_-]+/g, '')
}

/** `key`: what the person called the column by which a line is known. */
export function readHead(names: readonly string[], key: string | undefined): Head {
  const plain = names.map(plainName)
  const wanted = key === undefined ? undefined : plainName(key)
  const keys = plain.filter((name) => (wanted === undefined ? keyNames.includes(name) : name === wanted))
  const problems: Message[] = []
  if (wanted !== undefined && keys.length === 0)
    problems.push({ key: 'import.no-key-column', parameters: { name: key ?? '', names: names.join(', ') } })
  if (keys.length > 1) problems.push({ key: 'import.several-keys', parameters: { names: keys.join(', ') } })
  const uses = plain.map((name, place): Use | undefined => {
    if (name === '') return undefined
    const column = columnOf(name)
    if (column) return column
    if (keys.includes(name) || keyNames.includes(name)) return 'key'
    if (isReportColumn(name)) return 'report'
    problems.push(unknownColumn(names[place]?.trim() ?? ''))
    return undefined
  })
  for (const [place, use] of uses.entries())
    if (use && use !== 'key' && use !== 'report' && uses.indexOf(use) !== place)
      problems.push({ key: 'import.column-twice', parameters: { name: names[place]?.trim() ?? '' } })
  return { uses, problems }
}

/** The place of the column by which a line is known; undefined where there is none. */
export function keyPlace(names: readonly string[], key: string | undefined): number | undefined {
  const plain = names.map(plainName)
  const place = key === undefined ? plain.findIndex((name) => keyNames.includes(name)) : plain.indexOf(plainName(key))
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
