import * as z from 'zod/mini'
import { type ErrorCode, IpeosError, NotAllowed, NotFound } from '../../errors/error.ts'
import { refused } from '../refusal.ts'
import type { Session } from '../session/session.ts'
import { integer } from '../wire.ts'

type Asking = Pick<Session, 'ask' | 'current'>

/** Articles that are asked for by one request, and such requests under way. */
const together = 20
const atOnce = 4

/**
 * Those of some articles that this account may read. GLPI 10 lists the articles of other entities too, and refuses to show
 * them: it is asked for some at a time, and for quarters of them where it refuses.
 */
export async function readableOnes<Row extends { id: number }>(session: Asking, rows: Row[]): Promise<Row[]> {
  const { glpiVersion } = await session.current()
  if (Number.parseInt(glpiVersion, 10) >= 11) return rows
  const readable = new Set<number>()
  const firsts = Array.from({ length: Math.ceil(rows.length / together) }, (_none, group) => group * together).values()
  const lane = async (): Promise<void> => {
    for (const first of firsts) {
      const ids = rows.slice(first, first + together).map(({ id }) => id)
      for (const id of await readableAmong(session, ids)) readable.add(id)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return rows.filter(({ id }) => readable.has(id))
}

async function readableAmong(session: Asking, ids: number[]): Promise<number[]> {
  const given = await givenOf(session, ids)
  if (given) return ids.filter((id) => given.has(id))
  if (ids.length <= 1) return []
  const part = ids.length > 5 ? Math.ceil(ids.length / 4) : 1
  const found: number[] = []
  for (let first = 0; first < ids.length; first += part)
    found.push(...(await readableAmong(session, ids.slice(first, first + part))))
  return found
}

const several = z.array(z.object({ id: integer }))

/** The numbers of those that the platform gives; undefined when it refuses them, one of them being enough. */
async function givenOf(session: Asking, ids: number[]): Promise<Set<number> | undefined> {
  try {
    const answer = await session.ask({ path: pathOf(ids) })
    if (answer.status !== 200 && answer.status !== 206) throw refused(answer)
    if (ids.length === 1) return new Set(ids)
    const { success, data = [] } = z.safeParse(several, answer.json)
    return success ? new Set(data.map(({ id }) => id)) : undefined
  } catch (error) {
    if (error instanceof NotAllowed || error instanceof NotFound) return undefined
    if (!(error instanceof IpeosError) || !tooMuch.has(error.code)) throw error
    // It is given, and more than can be read.
    return ids.length === 1 ? new Set(ids) : undefined
  }
}

const tooMuch = new Set<ErrorCode>(['answer-too-big', 'outsized-answer'])

function pathOf(ids: number[]): string {
  if (ids.length === 1) return `KnowbaseItem/${ids[0]}?get_hateoas=false`
  const items = ids.map((id, at) => `items[${at}][itemtype]=KnowbaseItem&items[${at}][items_id]=${id}`)
  return `getMultipleItems?${items.join('&')}&get_hateoas=false`
}
