import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { MissingInformation, WrongUsage } from '../../../errors/error.ts'
import type { Message } from '../../../i18n/translate.ts'
import { isEmailAddress } from '../../../itil/email-address.ts'
import { described } from '../../command-facts.ts'
import { askNewPassword, notEmpty } from '../ask-credential.ts'
import { inputLine, inputLines } from '../input-line.ts'
import { mailsOf, tellNewMail } from './embedded-mail.ts'
import { isLinkOrCode, tokenIn } from './link-or-code.ts'

const command = 'ipeos password reset'

export interface PasswordResetOptions {
  email?: string
  /** True: it is to be asked for. */
  token?: string | true
  tokenStdin?: boolean
  passwordStdin?: boolean
}

export function addPasswordReset(password: Command, context: Context, run = resetPassword): void {
  const { t } = context
  const reset = described(password.command('reset'), 'password-reset', t)
    .argument('[email]', t('password-reset.argument.email'))
    .option('--token [token]', t('password-reset.option.token'))
    .option('--token-stdin', t('password-reset.option.token-stdin'))
    .option('--password-stdin', t('password-reset.option.password-stdin'))
    .action((email: string | undefined, flags: Omit<PasswordResetOptions, 'email'>) =>
      run({ ...flags, ...(email === undefined ? {} : { email }) }, context),
    )
  reset.examples = ['ipeos password reset alice@ipeos.example', 'ipeos password reset alice@ipeos.example --token']
}

/** Asks the platform for the mail; with the token of that mail, sets the new password. */
export async function resetPassword(given: PasswordResetOptions, context: Context): Promise<void> {
  const { account, terminal, settings, t } = context
  const options = addressFirst(given)
  const finishes = options.token !== undefined || options.tokenStdin === true
  if (options.passwordStdin && !finishes) throw new WrongUsage('no-token')
  if (options.token !== undefined && options.tokenStdin) throw new WrongUsage('token-twice')
  if (options.email !== undefined && !isEmailAddress(options.email)) throw new WrongUsage('not-email')
  account.checkAddress()
  refuseWhatIsMissing(options, context)

  const { askPasswordReset, finishPasswordReset } = await import('../../../glpi/session/lost-password.ts')
  const { plain } = await import('../../../terminal/sanitize.ts')
  const email = options.email ?? (await askEmail(context))
  const secrets = finishes ? await newSecrets(options, context) : undefined
  const to = {
    http: await context.http(),
    url: account.url,
    email,
    appToken: await account.appToken(),
    trace: settings.debug ? (line: string) => terminal.show(plain(line)) : undefined,
  }
  if (secrets) return finish(secrets)
  const mails = settings.sandbox ? await mailsOf(context) : undefined
  await terminal.during(t('login.trying'), askPasswordReset(to))
  terminal.note('password-reset.sent')
  if (mails) await tellNewMail(mails, context)
  terminal.note('password-reset.next', { email })
  const pasted = terminal.interactive ? await askPasted(context) : ''
  if (pasted !== '') await finish({ token: tokenIn(pasted), password: await newPassword({}, context) })

  async function finish(given: NewSecrets): Promise<void> {
    await terminal.during(t('login.trying'), finishPasswordReset({ ...to, ...given }))
    terminal.note('password-reset.done')
  }
}

interface NewSecrets {
  token: string
  password: string
}

/** What the mail holds, the link or the code in it, of which nothing is shown: who sees it sets the password. Empty: not now. */
function askPasted({ prompts, t }: Context): Promise<string> {
  return prompts.password({ message: t('password-reset.ask-pasted'), validate: isLinkOrCode(t) })
}

/** `--token alice@ipeos.example`: what stands behind it is the address, and the token is to be asked for. */
function addressFirst({ token, ...options }: PasswordResetOptions): PasswordResetOptions {
  if (token === undefined) return options
  const isAddress = typeof token === 'string' && options.email === undefined && isEmailAddress(token)
  return isAddress ? { ...options, email: token, token: true } : { ...options, token }
}

function refuseWhatIsMissing(options: PasswordResetOptions, { terminal }: Context): void {
  const { email, token, tokenStdin, passwordStdin } = options
  if (terminal.interactive) return
  const lines: Message[] = []
  if (!email) lines.push({ key: 'password-reset.missing-email' })
  if (token === true) lines.push({ key: 'password-reset.missing-token' })
  if ((token !== undefined || tokenStdin) && !passwordStdin) lines.push({ key: 'password-reset.missing-password' })
  if (lines.length > 0) throw new MissingInformation('password-reset-missing', undefined, { lines })
}

function askEmail({ prompts, t }: Context): Promise<string> {
  return prompts.input({
    message: t('password-reset.ask-email'),
    validate: (value) => isEmailAddress(value) || t('password-reset.not-email'),
  })
}

/** The token of the mail and the new password, each from where it is to come; both on standard input are a line each. */
async function newSecrets(
  { token, tokenStdin, passwordStdin }: PasswordResetOptions,
  context: Context,
): Promise<NewSecrets> {
  const { prompts, t } = context
  if (tokenStdin && passwordStdin) {
    const [first, second] = await inputLines('--token-stdin --password-stdin', 2, context, command)
    return { token: tokenIn(first ?? ''), password: second ?? '' }
  }
  const asked = (): Promise<string> =>
    prompts.password({
      message: t('password-reset.ask-token'),
      validate: (value) => (value === '' ? t('login.empty') : isLinkOrCode(t)(value)),
    })
  const own = tokenStdin
    ? await inputLine('--token-stdin', context, command)
    : token === true
      ? await asked()
      : (token ?? '')
  return { token: tokenIn(own), password: await newPassword({ passwordStdin: passwordStdin ?? false }, context) }
}

function newPassword({ passwordStdin }: PasswordResetOptions, context: Context): Promise<string> {
  return passwordStdin ? inputLine('--password-stdin', context, command) : askNewPassword(notEmpty(context.t), context)
}
