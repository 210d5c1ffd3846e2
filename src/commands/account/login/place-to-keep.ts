import type { Context } from '../../../app/context.ts'
import type { SecretPlace } from '../../../settings/account/account.ts'
import { KeychainUnavailable } from '../../../settings/secrets/keychain.ts'

/** Where a login goes, once it is accepted. */
export interface PlaceToKeep {
  place: SecretPlace
  /** It is what the person chose, now and for the next time. */
  isForGood?: boolean
}

/**
 * Where this login is to be kept, seen before anything is typed: without a place for it, it would be typed in vain. Gives a
 * question for a person who has no keychain, and may have a file instead; it is asked once their login was accepted, for who
 * comes here is about to type a password. Rejects with `KeychainUnavailable`, as the question does where a file is not wanted.
 */
export async function placeToKeep(context: Context): Promise<() => Promise<PlaceToKeep>> {
  const { account, terminal, settings } = context
  try {
    const place = await account.placeToStore()
    return async () => ({ place })
  } catch (error) {
    if (!(error instanceof KeychainUnavailable)) throw error
    // Its passwords are known to everybody.
    if (settings.sandbox) {
      const place = await account.placeToStore('file')
      return async () => ({ place })
    }
    if (!terminal.interactive) throw error
    // One that is locked may be opened first.
    if (error.trouble !== 'absent') terminal.warn(error.text)
    return () => askForFile(error, context)
  }
}

async function askForFile(error: KeychainUnavailable, context: Context): Promise<PlaceToKeep> {
  const { account, prompts, terminal, t } = context
  const isAbsent = error.trouble === 'absent'
  const message = t(isAbsent ? 'login.ask-file' : 'login.ask-file-instead')
  if (!(await prompts.confirm({ message, default: true }))) {
    // Before the ways that only who knows computers understands.
    terminal.warn('login.file-refused')
    throw error
  }
  // A keychain that only is in trouble may be there the next time.
  return { place: await account.placeToStore('file'), isForGood: isAbsent }
}
