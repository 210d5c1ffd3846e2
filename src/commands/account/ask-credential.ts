import type { Context } from '../../app/context.ts'
import { unlessBack } from '../../terminal/prompts/went-back.ts'

type Check = (value: string) => true | string

/** For a question: true, or that something is to be typed. */
export function notEmpty(t: Context['t']): Check {
  return (value) => value !== '' || t('login.empty')
}

/** The user name on the platform that is meant; `before` stands there already. */
export function askUser({ prompts, account, settings, t }: Context, before?: string): Promise<string> {
  const platform = settings.sandbox ? t('login.sandbox') : account.url
  const preset = before ? { default: before } : {}
  return prompts.input({ message: t('login.ask-user', { platform }), ...preset, validate: notEmpty(t) })
}

/** A new password, typed twice and never shown: a slip of the finger would lock the person out. */
export async function askNewPassword(validate: Check, { prompts, terminal, t }: Context): Promise<string> {
  for (;;) {
    const password = await prompts.password({ message: t('password-reset.ask-password'), validate })
    const again = await unlessBack(prompts.password({ message: t('password-reset.ask-again'), back: true }))
    if (again === password) return password
    if (again !== undefined) terminal.warn('password-reset.different')
  }
}
