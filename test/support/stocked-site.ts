import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts'
import { ServerTime } from '../../src/sandbox/server-time.ts'
import { Folder } from '../../src/sandbox/store/folder.ts'
import { Store } from '../../src/sandbox/store/store.ts'

/** A platform into whose store something was put that its own doors would not take; and what `fill` gave. */
export interface StockedSite<Filled> {
  site: Sandbox
  filled: Filled
  /** Takes its folder away. */
  close(): void
}

export async function stockedSite<Filled>(
  stocked: SandboxOptions,
  fill: (store: Store, time: ServerTime) => Filled,
): Promise<StockedSite<Filled>> {
  const data = mkdtempSync(join(tmpdir(), 'ipeos-stocked-'))
  const options = { ...stocked, data }
  await (await openSandbox(options)).close()
  const time = new ServerTime(options.clock ?? (() => new Date()), options.timeZone ?? 'Europe/Paris')
  const store = new Store(new Folder(data))
  store.open(() => undefined)
  const filled: Filled[] = []
  store.fill(() => void filled.push(fill(store, time)))
  const [first] = filled
  if (first === undefined) throw new Error('nothing was filled in')
  return { site: await openSandbox(options), filled: first, close: () => rmSync(data, { recursive: true }) }
}
