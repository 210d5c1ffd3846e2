import { createHash } from 'node:crypto'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { type Comparison, caller, count } from '../compare.ts'
import { type FormOrder, titlesOf } from './form-order.ts'

export interface FormComparison extends Pick<Comparison, 'tickets' | 'files' | 'wronglyConfirmed'> {
  twins: Pick<Comparison['twins'], 'made' | 'noticed'>
  /** Forms without a trace: how many were sent for sure, of how many nobody can tell it, and what became of them. */
  traceless: { asked: number; doubtful: number; lost: number; duplicated: number }
}

/** What became of the orders. */
export interface Outcome {
  told: Map<string, number>
  noticed: Set<number>
  madeTwice: Map<string, number>
  doubtful: Set<string>
}

/** What the platform holds, beside the forms that were sent. `sets`: how many sets of answers there are, by form. */
export async function compareForms(orders: FormOrder[], outcome: Outcome, sandbox: Sandbox): Promise<FormComparison> {
  const { told, noticed, madeTwice, doubtful } = outcome
  const call = await caller(sandbox)
  const all = (await call('Ticket?range=0-99999&get_hateoas=false')) as Array<{ id: number; name: string }>
  const idsOf = new Map<string, number[]>()
  for (const { id, name } of all.toSorted((one, other) => one.id - other.id))
    idsOf.set(name, [...(idsOf.get(name) ?? []), id])
  const asked = orders.flatMap(titlesOf)
  const found: string[] = []
  const twins: number[] = []
  for (const title of asked) {
    const ids = idsOf.get(title) ?? []
    const more = Math.min(ids.length - 1, madeTwice.get(title) ?? 0)
    found.push(...Array.from({ length: ids.length - Math.max(0, more) }, () => title))
    const own = told.get(title) ?? ids[0]
    if (more > 0) twins.push(...ids.filter((id) => id !== own))
  }
  const files: string[] = []
  for (const { title } of orders.filter((order) => order.files.length > 0)) {
    const id = told.get(title) ?? idsOf.get(title)?.[0]
    if (id === undefined) continue
    const { _documents = [] } = (await call(`Ticket/${id}?with_documents=true`)) as {
      _documents?: Array<{ filename: string; sha1sum: string }>
    }
    files.push(..._documents.map(({ filename, sha1sum }) => `${title} ${filename} ${sha1sum}`))
  }
  const names = new Map(all.map(({ id, name }) => [id, name]))
  return {
    tickets: count(asked, found),
    files: count(orders.flatMap(filesOf), files),
    wronglyConfirmed: [...told].filter(([title, id]) => names.get(id) !== title).length,
    twins: { made: twins.length, noticed: twins.filter((id) => noticed.has(id)).length },
    traceless: tracelessOf(orders, doubtful, sandbox),
  }
}

function filesOf({ title, files }: FormOrder): string[] {
  return files.map(({ name, content }) => `${title} ${name} ${createHash('sha1').update(content).digest('hex')}`)
}

/** Each is of a form of its own: one set of answers, or none where nobody can tell. */
function tracelessOf(orders: FormOrder[], doubtful: Set<string>, sandbox: Sandbox): FormComparison['traceless'] {
  const own = orders.filter(({ kind }) => kind === 'traceless')
  const times = own.map((order) => ({ order, sets: sandbox.answersOf(order.form) }))
  return {
    asked: own.length,
    doubtful: own.filter(({ title }) => doubtful.has(title)).length,
    lost: times.filter(({ order, sets }) => sets === 0 && !doubtful.has(order.title)).length,
    duplicated: times.reduce((sum, { sets }) => sum + Math.max(0, sets - 1), 0),
  }
}
