import * as z from 'zod/mini'
import { NotAllowed, NotFound, Unreachable } from '../../errors/error.ts'
import type { Session } from '../session/session.ts'
import { html, integer, parse } from '../wire.ts'

/**
 * The marks in a description or a followup: whole comments, as only whoever wrote its HTML can have set them. A text that
 * speaks of one has its angle brackets escaped. GLPI 10 keeps those of HTML as `&#60;` and `&#62;`, and so may what a
 * newer version took over from it.
 */
export function marksIn(content: string): string[] {
  const found = content.matchAll(/(?:<|&#60;)!-- ipeos:([\w-]+) --(?:>|&#62;)/g)
  return [...new Set([...found].map(([, mark = '']) => mark))]
}

const written = z.object({ content: html, users_id_recipient: integer })

/**
 * Those of some tickets that this account itself opened, and whose mark fits: what others write, or what stands in a text,
 * may look like one. `made` the platform has named to us already, they need no look.
 */
export async function ownOf(
  session: Session,
  ids: readonly number[],
  fits: (marks: string[]) => boolean,
  made: ReadonlySet<number> = new Set(),
): Promise<number[]> {
  const { person } = await session.current()
  const look = async (id: number): Promise<boolean> => {
    try {
      const answer = await session.call({ path: `Ticket/${id}?get_hateoas=false` })
      const { content, users_id_recipient: writer } = parse(written, answer, 'Ticket')
      return writer === person.id && fits(marksIn(content))
    } catch (error) {
      if (error instanceof NotFound || error instanceof NotAllowed) return false
      throw error
    }
  }
  // Of a hundred looks one may fail by chance: the others are not for nothing.
  const isOurs = (id: number): Promise<boolean> =>
    look(id).catch((error: unknown) => {
      if (error instanceof Unreachable) return look(id)
      throw error
    })
  const ours = await inTurns(ids, async (id) => made.has(id) || isOurs(id))
  return ids.filter((_id, index) => ours[index])
}

/** So many are asked for at a time. */
const atOnce = 8

async function inTurns<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (let start = 0; start < items.length; start += atOnce)
    results.push(...(await Promise.all(items.slice(start, start + atOnce).map(work))))
  return results
}
