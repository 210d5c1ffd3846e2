import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { MissingInformation, WrongUsage } from '../../errors/error.ts'
import type { Message } from '../../i18n/translate.ts'
import { isEmailAddress } from '../../itil/email-address.ts'
import { described } from '../command-facts.ts'
import { inputLine } from './input-line.ts'

export interface PasswordResetOptions {
  email?: string
  token?: string
  passwordStdin?: boolean
}

export function addPasswordReset(password: Command, context: Context, run = resetPassword): void {
  const { t } = context
  const command = described(password.command('reset'), 'password-reset', t)
    .argument('[email]', t('password-reset.argument.email'))
    .option('--token <token>', t('password-reset.option.token'))
    .option('--password-stdin', t('password-reset.option.password-stdin'))
    .action((email: string | undefined, flags: Omit<PasswordResetOptions, 'email'>) =>
      run({ ...flags, ...(email === undefined ? {} : { email }) }, context),
    )
  command.examples = ['ipeos password reset alice@ipeos.example']
}

/** Asks the platform for the mail; with the token of that mail, sets the new password. */
export async function resetPassword(options: PasswordResetOptions, context: Context): Promise<void> {
  const { account, terminal, settings, t } = context
  if (options.passwordStdin && !options.token) throw new WrongUsage('no-token')
  if (options.email !== undefined && !isEmailAddress(options.email)) throw new WrongUsage('not-email')
  account.checkAddress()
  refuseWhatIsMissing(options, context)

  const { askPasswordReset, finishPasswordReset } = await import('../../glpi/session/lost-password.ts')
  const { plain } = await import('../../terminal/sanitize.ts')
  const email = options.email ?? (await askEmail(context))
  const { token } = options
  const password = token ? await newPassword(options, context) : undefined
  const to = {
    http: await context.http(),
    url: account.url,
    email,
    appToken: await account.appToken(),
    trace: settings.debug ? (line: string) => terminal.show(plain(line)) : undefined,
  }
  if (token && password !== undefined) {
    await terminal.during(t('login.trying'), finishPasswordReset({ ...to, token, password }))
    terminal.note('password-reset.done')
  } else {
    await terminal.during(t('login.trying'), askPasswordReset(to))
    terminal.note('password-reset.sent')
    terminal.note('password-reset.next', { email })
  }
}

function refuseWhatIsMissing({ email, token, passwordStdin }: PasswordResetOptions, { terminal }: Context): void {
  if (terminal.interactive) return
  const lines: Message[] = []
  if (!email) lines.push({ key: 'password-reset.missing-email' })
  if (token && !passwordStdin) lines.push({ key: 'password-reset.missing-password' })
  if (lines.length > 0) throw new MissingInformation('password-reset-missing', undefined, { lines })
}

function askEmail({ prompts, t }: Context): Promise<string> {
  return prompts.input({
    message: t('password-reset.ask-email'),
    validate: (value) => isEmailAddress(value) || t('password-reset.not-email'),
  })
}

/** Typed twice and never shown: a slip of the finger would lock the person out. */
async function newPassword({ passwordStdin }: PasswordResetOptions, context: Context): Promise<string> {
  const { prompts, terminal, t } = context
  if (passwordStdin) return inputLine('--password-stdin', context)
  for (;;) {
    const password = await prompts.password({
      message: t('password-reset.ask-password'),
      validate: (value) => value !== '' || t('login.empty'),
    })
    if ((await prompts.password({ message: t('password-reset.ask-again') })) === password) return password
    terminal.warn('password-reset.different')
  }
}
