import * as z from 'zod/mini'
import { keptForms } from '../as-typed.ts'
import type { Answer } from '../http/http.ts'
import { largestAnswer, tooBig } from '../http/transport.ts'
import { askRange, isPastTheEnd } from '../range.ts'
import { refused } from '../refusal.ts'
import type { Session } from '../session/session.ts'
import { cell, html, integer, parse, serverDate } from '../wire.ts'

/** The numbers of the search options of articles: not the same on every version (contract, «FAQ, search»). */
export interface Columns {
  id: number
  title: number
  answer: number
  category?: number
  changed?: number
}

export interface ArticleRow {
  id: number
  title: string
  /** Empty where it was not asked for. */
  answer: string
  category?: string | undefined
  /** Naive, of the server. */
  changed: string | null
}

export interface ArticleQuery {
  /** At least one of them; none: every article. */
  words?: string[]
  withAnswer?: boolean
  /** This article alone. */
  id?: number
}

const pageLength = 200
/** Texts are long: as many articles as are looked at for what fits best. */
const mostFound = 100
const mostPages = 50

const options = z.record(z.string(), z.unknown())
const option = z.object({ table: z.string(), field: z.string() })

/** Asks which search options articles have; undefined where the platform does not say, or has no such search. */
export async function readColumns(session: Session): Promise<Columns | undefined> {
  const answer = await session.ask({ path: 'listSearchOptions/KnowbaseItem' })
  if (isRefusal(answer)) return undefined
  if (answer.status !== 200) throw refused(answer)
  const known = Object.entries(parse(options, answer.json, 'listSearchOptions/KnowbaseItem'))
  const numberOf = (table: RegExp, ...fields: string[]): number | undefined => {
    const found = known.find(([number, value]) => {
      const { success, data } = z.safeParse(option, value)
      return success && /^\d+$/.test(number) && table.test(data.table) && fields.includes(data.field)
    })
    return found && Number(found[0])
  }
  const own = /knowbaseitems$/
  const [id, title, answerText] = [numberOf(own, 'id'), numberOf(own, 'name'), numberOf(own, 'answer')]
  if (!id || !title || !answerText) return undefined
  const category = numberOf(/knowbaseitemcategories$/, 'completename', 'name')
  const changed = numberOf(own, 'date_mod')
  return { id, title, answer: answerText, ...(category ? { category } : {}), ...(changed ? { changed } : {}) }
}

/** The articles of a query, page after page; undefined where the platform refuses the search. */
export async function searchArticles(
  session: Session,
  columns: Columns,
  query: ArticleQuery,
): Promise<ArticleRow[] | undefined> {
  const most = query.withAnswer ? mostFound : pageLength
  const found: ArticleRow[] = []
  const { glpiVersion } = await session.current()
  const words = (query.words ?? []).flatMap((word) => keptForms(word, glpiVersion))
  const asked = searchQuery(columns, { ...query, words })
  // As a whole, lists are no larger than one answer may be.
  let room = largestAnswer
  for (let page = 0; page < mostPages; page += 1) {
    const path = `search/KnowbaseItem?${asked}`
    const answer = await askRange(session, path, { first: found.length, count: most })
    room -= answer.size
    if (room < 0) throw tooBig(answer.url, largestAnswer)
    if (isPastTheEnd(answer)) return found
    if (isRefusal(answer)) return undefined
    if (answer.status !== 200 && answer.status !== 206) throw refused(answer)
    const { totalcount, data } = parse(rows, answer.json, 'search/KnowbaseItem')
    found.push(...(data ?? []).map((row) => rowOf(columns, row)))
    if (query.withAnswer || !data?.length || found.length >= totalcount) break
  }
  return found
}

function isRefusal({ status }: Answer): boolean {
  return status === 400 || status === 403 || status === 404
}

function searchQuery(columns: Columns, { words = [], withAnswer = false, id }: ArticleQuery): string {
  const parameters = new URLSearchParams()
  const criterion = (field: number, searchtype: string, value: string) => ({ field, searchtype, value })
  const criteria = [
    ...(id === undefined ? [] : [criterion(columns.id, 'equals', String(id))]),
    ...words.flatMap((word) => [
      criterion(columns.title, 'contains', word),
      criterion(columns.answer, 'contains', word),
    ]),
  ]
  for (const [index, { field, searchtype, value }] of criteria.entries()) {
    parameters.set(`criteria[${index}][link]`, index === 0 ? 'AND' : 'OR')
    parameters.set(`criteria[${index}][field]`, String(field))
    parameters.set(`criteria[${index}][searchtype]`, searchtype)
    parameters.set(`criteria[${index}][value]`, value)
  }
  const { answer, ...short } = columns
  const shown = withAnswer ? [...Object.values(short), answer] : Object.values(short)
  for (const [index, number] of shown.entries()) parameters.set(`forcedisplay[${index}]`, String(number))
  parameters.set('sort', String(columns.id))
  // Brackets are left as they are, so that a line of --debug can be read.
  return parameters.toString().replaceAll('%5B', '[').replaceAll('%5D', ']')
}

const values = z.record(z.string(), z.unknown())
const rows = z.object({ totalcount: integer, data: z.optional(z.array(values)) })
const row = z.object({
  id: integer,
  title: cell,
  answer: html,
  category: cell,
  changed: serverDate,
})

function rowOf({ id, title, answer, category, changed }: Columns, given: z.output<typeof values>): ArticleRow {
  const of = (number: number | undefined): unknown => (number === undefined ? null : (given[number] ?? null))
  const fields = parse(
    row,
    { id: of(id), title: of(title), answer: of(answer), category: of(category), changed: of(changed) },
    'search/KnowbaseItem',
  )
  return { ...fields, category: fields.category || undefined }
}
