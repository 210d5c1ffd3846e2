import { createHash } from 'node:crypto'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import type { Order } from './order.ts'

export interface Count {
  asked: number
  lost: number
  duplicated: number
  /** What was lost, and what is there that nobody asked for. */
  wrong: string[]
}

export interface Comparison {
  /** Tickets that were confirmed under a number that is not theirs. */
  wronglyConfirmed: number
  /** Tickets that something on the way made once more: of those that are there, how many a command told, and which none did. */
  twins: { made: number; noticed: number; missed: string[] }
  tickets: Count
  files: Count
  comments: Count
}

/** What commands said, and what the way did to them. */
export interface Said {
  /** The number under which the ticket of a title was confirmed. */
  told: Map<string, number>
  /** Numbers of tickets that were said to be there twice. */
  noticed: Set<number>
  /** How many tickets of each title were made once more on the way. */
  madeTwice: Map<string, number>
}

/** What the platform holds, beside what was asked of it. */
export async function compare(
  orders: Order[],
  { told, noticed, madeTwice }: Said,
  sandbox: Sandbox,
): Promise<Comparison> {
  const call = await caller(sandbox)
  const all = (await call('Ticket?range=0-99999&get_hateoas=false')) as Array<{ id: number; name: string }>
  const idsOf = new Map<string, number[]>()
  for (const { id, name } of all.toSorted((one, other) => one.id - other.id))
    idsOf.set(name, [...(idsOf.get(name) ?? []), id])
  const asked = orders.flatMap((order) => (order.kind === 'import' ? order.titles : [order.title]))
  const found = asked.flatMap((title) => {
    const ids = idsOf.get(title) ?? []
    const twins = Math.min(ids.length - 1, madeTwice.get(title) ?? 0)
    return Array.from({ length: ids.length - Math.max(0, twins) }, () => title)
  })
  const twins = asked.flatMap((title) => {
    const ids = idsOf.get(title) ?? []
    const own = told.get(title) ?? ids[0]
    return (madeTwice.get(title) ?? 0) > 0 ? ids.filter((id) => id !== own) : []
  })
  const missed = twins.filter((id) => !noticed.has(id))
  const wanted = { files: orders.flatMap(filesOf), texts: orders.flatMap(textsOf) }
  const there = { files: [] as string[], texts: [] as string[] }
  for (const order of orders) {
    if (order.kind === 'import') continue
    const id = told.get(order.title) ?? idsOf.get(order.title)?.[0]
    if (id === undefined) continue
    const ticket = (await call(`Ticket/${id}?with_documents=true`)) as {
      content: string
      _documents?: Array<{ filename: string; sha1sum: string }>
    }
    for (const { filename, sha1sum } of ticket._documents ?? [])
      there.files.push(`${order.title} ${filename} ${sha1sum}`)
    const said = (await call(`Ticket/${id}/ITILFollowup?range=0-999`)) as Array<{ content: string }>
    const contents = [...said.map(({ content }) => content), ...(order.kind === 'key' ? [ticket.content] : [])]
    for (const content of contents) {
      const own = textsOf(order).filter((text) => content.includes(text))
      there.texts.push(...(own.length > 0 ? own : [content]))
    }
  }
  const names = new Map(all.map(({ id, name }) => [id, name]))
  return {
    wronglyConfirmed: [...told].filter(([title, id]) => names.get(id) !== title).length,
    twins: {
      made: twins.length,
      noticed: twins.length - missed.length,
      missed: missed.map((id) => `${names.get(id)} (no. ${id})`),
    },
    tickets: count(asked, found),
    files: count(wanted.files, there.files),
    comments: count(wanted.texts, there.texts),
  }
}

function filesOf(order: Order): string[] {
  if (order.kind !== 'ticket') return []
  const { title, files, comments, answer } = order
  const sha1 = (content: string) => createHash('sha1').update(content).digest('hex')
  return [...files, ...comments.flatMap((comment) => comment.files), ...(answer?.files ?? [])].map(
    ({ name, content }) => `${title} ${name} ${sha1(content)}`,
  )
}

function textsOf(order: Order): string[] {
  if (order.kind === 'import') return []
  if (order.kind === 'key') return order.texts
  return [...order.comments, ...(order.answer ? [order.answer] : [])].map(({ text }) => text)
}

/** How many of those wanted were not found, and how many were found that nobody wanted. */
export function count(wanted: string[], found: string[]): Count {
  const balance = new Map<string, number>()
  for (const one of wanted) balance.set(one, (balance.get(one) ?? 0) - 1)
  for (const one of found) balance.set(one, (balance.get(one) ?? 0) + 1)
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  const differences = [...balance.values()]
  return {
    asked: wanted.length,
    lost: -sum(differences.filter((value) => value < 0)),
    duplicated: sum(differences.filter((value) => value > 0)),
    wrong: [...balance].filter(([, value]) => value !== 0).map(([one]) => one),
  }
}

/** Asks the platform as its administrator, without the client of ipeos. */
export async function caller(sandbox: Sandbox): Promise<(path: string) => Promise<unknown>> {
  const ask = async (path: string, headers: Record<string, string>): Promise<unknown> => {
    const request = new Request(`http://sandbox.test/apirest.php/${path}`, { headers })
    const answer = await sandbox.fetch(request)
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
  const basic = Buffer.from('glpi:glpi').toString('base64')
  const { session_token: token } = (await ask('initSession', { Authorization: `Basic ${basic}` })) as {
    session_token: string
  }
  await sandbox.fetch(
    new Request('http://sandbox.test/apirest.php/changeActiveEntities', {
      method: 'POST',
      headers: { 'Session-Token': token, 'Content-Type': 'application/json' },
      body: JSON.stringify({ entities_id: 'all', is_recursive: true }),
    }),
  )
  return (path) => ask(path, { 'Session-Token': token, 'X-GLPI-Sanitized-Content': 'false' })
}
