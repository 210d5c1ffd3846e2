import type { SandboxConfiguration } from './configuration.ts'
import type { ListCache } from './list-cache.ts'
import type { Mailbox } from './mailbox.ts'
import type { ServerTime } from './server-time.ts'
import type { Store } from './store/store.ts'

/** The versions that the sandbox behaves as. */
export type GlpiVersion = '10.0' | '11.0'

/** The platform while it runs: what every answer is made from. */
export interface Site {
  readonly version: GlpiVersion
  readonly store: Store
  readonly time: ServerTime
  readonly configuration: SandboxConfiguration
  readonly mailbox: Mailbox
  readonly lists: ListCache
}

/** The very servers that the contract recorded. */
export const FULL_VERSION: Record<GlpiVersion, string> = { '10.0': '10.0.14', '11.0': '11.0.6' }

/** What becomes of one request. */
export interface Exchange {
  /** Whether the disk refuses its writes. */
  readonly isDiskFull: boolean
  /** Set once it changed something else than sessions. */
  hasChanged: boolean
}

/** Runs one request's transaction; its mails leave when it is committed, and only then. */
export function transact<T>({ store, mailbox, time }: Site, exchange: Exchange, work: () => T): T {
  const before = store.commits
  try {
    const result = store.transaction(work, exchange)
    exchange.hasChanged ||= store.commits !== before
    mailbox.deliver(time.instant())
    return result
  } finally {
    mailbox.discard()
  }
}
