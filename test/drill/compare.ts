import { createHash } from 'node:crypto'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import type { Order } from './order.ts'

export interface Count {
  asked: number
  lost: number
  duplicated: number
}

export interface Comparison {
  /** Tickets that were confirmed under a number that is not theirs. */
  wronglyConfirmed: number
  tickets: Count
  files: Count
  comments: Count
}

/** What the platform holds, beside what was asked of it. */
export async function compare(orders: Order[], told: Map<string, number>, sandbox: Sandbox): Promise<Comparison> {
  const call = await caller(sandbox)
  const asked = new Map(orders.map((order) => [order.title, order]))
  const all = (await call('Ticket?range=0-99999&get_hateoas=false')) as Array<{ id: number; name: string }>
  const titles: string[] = []
  const files: string[] = []
  const comments: string[] = []
  for (const { id, name } of all) {
    if (!asked.has(name)) continue
    titles.push(name)
    const ticket = (await call(`Ticket/${id}?with_documents=true`)) as {
      _documents?: Array<{ filename: string; sha1sum: string }>
    }
    for (const { filename, sha1sum } of ticket._documents ?? []) files.push(`${name} ${filename} ${sha1sum}`)
    const said = (await call(`Ticket/${id}/ITILFollowup?range=0-999`)) as Array<{ content: string }>
    for (const { content } of said) comments.push(/>([^<]*)</.exec(content)?.[1] ?? content)
  }
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const wronglyConfirmed = [...told].filter(([title, id]) => names.get(id) !== title).length
  const sha1 = (content: string) => createHash('sha1').update(content).digest('hex')
  const wantedFiles = orders.flatMap(({ title, files: own, comments: texts, answer }) =>
    [...own, ...texts.flatMap((comment) => comment.files), ...(answer?.files ?? [])].map(
      ({ name, content }) => `${title} ${name} ${sha1(content)}`,
    ),
  )
  return {
    wronglyConfirmed,
    tickets: count(
      orders.map(({ title }) => title),
      titles,
    ),
    files: count(wantedFiles, files),
    comments: count(
      orders.flatMap(({ comments: texts, answer }) => [...texts, ...(answer ? [answer] : [])].map(({ text }) => text)),
      comments,
    ),
  }
}

function count(wanted: string[], found: string[]): Count {
  const balance = new Map<string, number>()
  for (const one of wanted) balance.set(one, (balance.get(one) ?? 0) - 1)
  for (const one of found) balance.set(one, (balance.get(one) ?? 0) + 1)
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  const differences = [...balance.values()]
  return {
    asked: wanted.length,
    lost: -sum(differences.filter((value) => value < 0)),
    duplicated: sum(differences.filter((value) => value > 0)),
  }
}

/** Asks the platform as its administrator, without the client of ipeos. */
async function caller(sandbox: Sandbox): Promise<(path: string) => Promise<unknown>> {
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
