import { readRefusal, refused } from './refusal.ts'
import type { Session } from './session.ts'
import { type Answer, headerOf } from './transport.ts'
import { unexpected } from './wire.ts'

const itemsPerPage = 200

/** True when a range starts past the end: the end of the list, not a failure (GLPI.md, «v1 — lists»). */
export function isPastTheEnd(answer: Answer): boolean {
  return answer.status === 400 && readRefusal(answer.json).code === 'ERROR_RANGE_EXCEED_TOTAL'
}

/** How many there are: from Content-Range, or from the sentence of a range past the end; undefined when unsaid. */
export function totalOf(answer: Answer): number | undefined {
  if (isPastTheEnd(answer)) return numberIn(/(\d+)\D*$/.exec(readRefusal(answer.json).message)?.[1])
  return numberIn(/\/(\d+)\s*$/.exec(headerOf(answer, 'content-range'))?.[1])
}

function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}

/** Every item of a list of the API, page after page; `path` may already have a query. */
export async function everyItem(session: Session, path: string): Promise<unknown[]> {
  const items: unknown[] = []
  for (;;) {
    const range = `range=${items.length}-${items.length + itemsPerPage - 1}`
    const answer = await session.ask({ path: `${path}${path.includes('?') ? '&' : '?'}${range}` })
    if (isPastTheEnd(answer)) return items
    if (answer.status !== 200 && answer.status !== 206) throw refused(answer)
    if (!Array.isArray(answer.json)) throw unexpected(path.replace(/\?.*$/, ''), '—')
    items.push(...answer.json)
    if (answer.json.length === 0 || items.length >= (totalOf(answer) ?? items.length)) return items
  }
}
