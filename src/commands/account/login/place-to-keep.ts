import type { Context } from '../../../app/context.ts'
import type { SecretPlace } from '../../../settings/account/account.ts'
import { KeychainUnavailable } from '../../../settings/secrets/keychain.ts'

/**
 * Where this login is to be kept, asked before it is typed: without a place for it, it would be typed in vain. Where there
 * is no keychain, a person may have a file instead, and is asked that once. Rejects with `KeychainUnavailable`.
 */
export async function placeToKeep(context: Context): Promise<SecretPlace> {
  const { account, terminal, prompts, configuration, settings, t } = context
  try {
    return await account.placeToStore()
  } catch (error) {
    if (!(error instanceof KeychainUnavailable)) throw error
    // Its passwords are known to everybody.
    if (settings.sandbox) return account.placeToStore('file')
    if (!terminal.interactive) throw error
    const isAbsent = error.trouble === 'absent'
    const message = isAbsent ? t('login.ask-file') : `${t(error.text)} ${t('login.ask-file-instead')}`
    if (!(await prompts.confirm({ message, default: true }))) throw error
    const place = await account.placeToStore('file')
    // A keychain that only is in trouble may be there the next time.
    if (isAbsent) await configuration.keep({ 'insecure-storage': true })
    return place
  }
}
