import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fetchHttp } from '../../../src/glpi/http/fetch-http.ts'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { customer } from '../../support/customer.ts'
import { random } from '../../support/random.ts'
import { someClient } from '../clients.ts'
import { type Comparison, compare } from '../compare.ts'
import { counted, type DrillOptions, noticedIn, storiesOf, telling } from '../drill.ts'
import { badPlatform } from '../platform.ts'
import { type Client, runOrder } from '../run-order.ts'
import { runAll } from '../waiting.ts'
import { drillTime } from '../world.ts'
import { compareForms, type FormComparison } from './compare-forms.ts'
import { formOrders, keyOrders } from './form-order.ts'
import { runForm } from './run-form.ts'

export interface FormDrillResult extends FormComparison {
  waited: number
  kills: number
  fullDisks: number
  faults: Record<string, number>
  failures: string[]
  /** What became of jobs that tell of the same. */
  keys: Comparison
  /** What was said to `ipeos` of each order, and what it answered. */
  stories: Map<string, string[]>
}

/** Keys, for each form. */
const keysPerForm = 0.25
const atOnce = 16
/** For how long after the last command a late server may still be at it (ms of the drill's time). */
const aftermath = 60_000

/** Sends forms on a platform that fails at random, by clients killed at random. */
export async function drillForms({ runs, seed, client: script }: Omit<DrillOptions, 'glpi'>): Promise<FormDrillResult> {
  const dice = random(seed)
  const origin = Date.now()
  const { orders, forms } = formOrders(runs, `drill-${seed}`, dice)
  const keys = keyOrders(Math.ceil(runs * keysPerForm), `drill-${seed}`, dice)
  const stories = new Map([...orders, ...keys].map(({ title }) => [title, [] as string[]]))
  const catalogue = { categories: [], forms, isOff: false }
  const platform = await badPlatform('11.0', dice, { configuration: { catalogue }, staysAsItIs: true })
  await leaveTraces(platform.now(), platform.url)
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-drill-'))
  const tally = { kills: 0, fullDisks: 0 }
  let isHealed = false
  const told = new Map<string, number>()
  const noticed = new Set<number>()
  const doubtful = new Set<string>()
  const failures: string[] = []
  const ask = someClient({ url: platform.url, script, dice, tally, origin, isHealed: () => isHealed })
  const client: Client = async (words, place, options) => {
    const ended = await ask(words, place, options)
    for (const id of noticedIn(ended.notes)) noticed.add(id)
    return ended
  }
  const heal = (): void => {
    isHealed = true
    platform.heal()
  }
  try {
    const { waited } = await runAll(
      [...[...orders, ...keys].entries()],
      atOnce,
      async ([index, order], room) => {
        const place = join(folder, String(index))
        const confirm = (title: string, id: number): void => void told.set(title, id)
        try {
          const own = telling(client, stories.get(order.title) ?? [], origin)
          if (order.kind === 'key') {
            await runOrder(order, { folder: place, client: own, dice, room, confirm, solve: async () => undefined })
          } else if ((await runForm(order, { folder: place, client: own, room, confirm })) === 'doubtful')
            doubtful.add(order.title)
        } catch (error) {
          failures.push((error as Error).message)
        }
        rmSync(place, { recursive: true, force: true })
      },
      heal,
    )
    await drillTime(origin).sleep(aftermath)
    const { madeTwice, met } = platform.faults
    const outcome = { told, noticed, madeTwice, doubtful }
    const compared = await compareForms(orders, outcome, platform.now())
    const ofKeys = await compare(keys, outcome, platform.now())
    const faults = Object.fromEntries(met)
    return { ...compared, keys: ofKeys, stories, ...tally, waited, faults, failures }
  } finally {
    await platform.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One ticket of each form that makes some: of a form of which nobody has seen any, nobody can tell whether it does. */
async function leaveTraces(sandbox: Sandbox, url: string): Promise<void> {
  const { platform } = customer(fetchHttp(sandbox.fetch), url)
  for (const id of [1, 2, 3]) {
    const { page, submit } = await platform.forms.open(id)
    const [section] = page.sections
    const texts = (section?.blocks ?? []).filter(
      (block) => block.block === 'question' && ['text', 'long-text'].includes(block.kind),
    )
    await submit({ answers: Object.fromEntries(texts.map((one) => [one.id, { text: 'the first' }])), files: [] })
  }
  await platform.close()
}

/** The drill in words, and whether nothing was lost nor made twice. */
export function reportForms(result: FormDrillResult): { text: string; ok: boolean } {
  const { tickets, files, keys, traceless, failures, stories } = result
  const faults = Object.entries(result.faults).map(([kind, times]) => `${kind} ${times}`)
  const wronglyConfirmed = result.wronglyConfirmed + keys.wronglyConfirmed
  const [made, noticed] = [result.twins.made + keys.twins.made, result.twins.noticed + keys.twins.noticed]
  const counts = [tickets, files, keys.tickets, keys.comments]
  const wrong = [...counts.flatMap((count) => count.wrong), ...keys.twins.missed]
  const text = [
    `${counted('tickets', tickets)}; ${counted('files', files)}; ${counted('without a trace', traceless)}, nobody can tell ${traceless.doubtful}`,
    `${counted('keys', keys.tickets)}; ${counted('texts', keys.comments)}`,
    `wrongly confirmed ${wronglyConfirmed}; sent twice on the way ${made}, noticed ${noticed}`,
    `waited for the end ${result.waited}; clients killed ${result.kills}, on a full disk ${result.fullDisks}; faults ${faults.join(', ')}`,
    ...failures,
    ...wrong,
    ...storiesOf(wrong, stories),
  ].join('\n')
  const ok =
    failures.length + wronglyConfirmed === 0 &&
    made === noticed &&
    [...counts, traceless].every(({ lost, duplicated }) => lost + duplicated === 0)
  return { text, ok }
}
