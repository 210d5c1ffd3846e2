import { IpeosError } from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'

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
