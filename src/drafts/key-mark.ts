import { createHash } from 'node:crypto'
import type { Owner } from './draft.ts'

/**
 * The mark of what a ticket is about, for the account that says so: the same for the same key, of letters, digits and
 * hyphens only, and none the beginning of another, as marks are found by what descriptions contain.
 */
export function keyMarkOf(key: string, { user }: Pick<Owner, 'user'>): string {
  const hash = createHash('sha256').update(JSON.stringify([user, key.trim().normalize('NFC')]))
  return `key-${hash.digest('hex').slice(0, 32)}`
}
