import { createHash } from 'node:crypto'
import { join } from 'node:path'

/** Where the form of an account (its name, or the platform's address) is kept: one file an account. */
export function formFile(folder: string, account: string): string {
  return join(folder, `form-${createHash('sha256').update(account).digest('hex').slice(0, 32)}.json`)
}
