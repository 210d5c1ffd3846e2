import type { Context } from '../../../app/context.ts'
import type { Credential } from '../../../glpi/platform.ts'
import { type AcceptedLogin, loggedIn } from './expired.ts'

/** Tries a credential on the platform: nothing of it is kept. */
export function tryOut(
  credential: Credential,
  { appToken }: { appToken?: string },
  context: Context,
): Promise<AcceptedLogin> {
  return loggedIn(credential, appToken, context)
}
