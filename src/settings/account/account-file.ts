import { join } from 'node:path'

/** File systems take 255 bytes. */
const longestName = 200

/**
 * Where a cache of an account (its name, or the platform's address) is kept: one file an account, but for two whose names
 * begin alike for longer than a file name can be. Without node:crypto, which takes longer to load than all of this.
 */
export function accountFile(folder: string, kind: 'seen' | 'form', account: string): string {
  return join(folder, `${kind}-${Buffer.from(account).toString('base64url').slice(0, longestName)}.json`)
}
