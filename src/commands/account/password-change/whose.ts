import type { Context } from '../../../app/context.ts'
import { MissingInformation, NotAllowed, WrongUsage } from '../../../errors/error.ts'
import type { Message } from '../../../i18n/translate.ts'
import { askUser } from '../ask-credential.ts'

export interface PasswordChangeOptions {
  user?: string
  passwordStdin?: boolean
}

/**
 * The name of whose password it is: who is named, else who is logged in, else who a person says. Rejects, with the way, for a
 * login by something else than a password that is kept here.
 */
export async function whoseOf({ user, passwordStdin }: PasswordChangeOptions, context: Context): Promise<string> {
  const { account, terminal } = context
  const source = user === undefined ? await account.source() : undefined
  const lines: Message[] = []
  if (user === undefined && source === undefined) lines.push({ key: 'password-change.missing-user' })
  if (!passwordStdin) lines.push({ key: 'password-change.missing-password' })
  if (!terminal.interactive && lines.length > 0)
    throw new MissingInformation('password-change-missing', undefined, { lines })
  if (user !== undefined) return user
  if (source !== undefined) return ownName(source === 'environment', context)
  return askUser(context, account.meant?.slice(0, account.meant.lastIndexOf('@')))
}

async function ownName(isFromEnvironment: boolean, { account, connectAs }: Context): Promise<string> {
  const credential = await account.credential()
  if ('token' in credential) {
    const appToken = await account.appToken()
    const { password } = await connectAs(credential, appToken ? { appToken } : {})
    throw new NotAllowed('password-by-token', { url: await password.link() })
  }
  if (isFromEnvironment) throw new WrongUsage('password-of-environment', { user: credential.user })
  return credential.user
}
