import { createHmac } from 'node:crypto'
import type { Credential } from '../../glpi/platform.ts'

/**
 * Says that a session was opened with this very credential, without keeping the credential: a session is used again
 * only by who can show the same one.
 */
export function sessionProof(sessionToken: string, credential: Credential): string {
  const parts = 'token' in credential ? [credential.token] : [credential.user, credential.password]
  return createHmac('sha256', sessionToken).update(JSON.stringify(parts)).digest('hex')
}
