import type { Context } from '../../../app/context.ts'
import { IpeosError } from '../../../errors/error.ts'
import type { Credential, Platform } from '../../../glpi/platform.ts'
import { type AcceptedLogin, loggedIn } from './expired.ts'

/** Tries a credential on the platform: nothing of it is kept. */
export function tryOut(
  credential: Credential,
  { appToken }: { appToken?: string },
  context: Context,
): Promise<AcceptedLogin> {
  return loggedIn(credential, appToken, context)
}

/** Ends a session that nobody will know of; what cannot be ended now ends by itself on the platform. */
export async function endSession(platform: Platform | undefined): Promise<void> {
  await settled(async () => platform?.close())
}

/** Undefined for what fails of the platform, or of a keychain, and is no reason to fail. */
export async function settled<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof IpeosError) return undefined
    throw error
  }
}
