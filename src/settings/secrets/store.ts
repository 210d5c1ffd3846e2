import * as z from 'zod/mini'
import type { KeptSession } from '../../glpi/platform.ts'
import type { LooseSession, Secrets } from '../account/account.ts'

/** A place for secrets, one item for each account. */
export interface SecretStore {
  /** Undefined when there is nothing for this account. */
  get(account: string): Promise<KeptSecrets | undefined>
  set(account: string, secrets: KeptSecrets): Promise<void>
  /** False when there was nothing. */
  remove(account: string): Promise<boolean>
  /** Removes all that it keeps, and what a command that was killed or a damage left beside it. */
  clear?(): Promise<void>
  /** The sessions that can still be read in what is damaged, here or beside it. */
  looseSessions?(): Promise<LooseSession[]>
  /** Rejects when `set` would, as far as that can be known before. */
  check?(): Promise<void>
}

/** Secrets as they are kept: a session of a credential that is not kept itself carries its proof (see session-proof.ts). */
export interface KeptSecrets extends Secrets {
  proof?: string
}

/** Of a session only the token matters here; who uses it judges the rest. */
const session = z.custom<KeptSession>(
  (value) => typeof value === 'object' && value !== null && 'token' in value && typeof value.token === 'string',
)

const keptSecrets = z.object({
  credential: z.exactOptional(
    z.union([z.object({ user: z.string(), password: z.string() }), z.object({ token: z.string() })]),
  ),
  appToken: z.exactOptional(z.string()),
  session: z.exactOptional(session),
  proof: z.exactOptional(z.string()),
})

/** The secrets that a stored value holds; undefined when it is not one of ours. */
export function parseSecrets(value: unknown): KeptSecrets | undefined {
  const read = keptSecrets.safeParse(value)
  return read.success ? read.data : undefined
}
