import type { Context } from '../../../app/context.ts'
import type { RecoveryRequest } from './recovery-request.ts'

/** How a request for a lost account reaches support. */
export const ways = ['page', 'mail', 'print'] as const
export type Way = (typeof ways)[number]

/** The ways that this site has; printing always works, over SSH too. */
export function waysOpen({ settings }: Pick<Context, 'settings'>): Way[] {
  const { recovery } = settings
  return [...(recovery?.url ? ['page' as const] : []), ...(recovery?.email ? ['mail' as const] : []), 'print']
}

/** Opens the page or the mail; where that cannot be, prints the request and says where it goes. Nothing leaves by itself. */
export async function sendRecovery(request: RecoveryRequest, way: Way, context: Context): Promise<void> {
  const { terminal, t, settings, account, browse, writeMail } = context
  const { recoveryMail, recoveryText } = await import('../../../views/recovery.ts')
  const { recovery = {} } = settings
  const text = recoveryText({ ...request, platform: account.url }, t)
  if (way === 'mail' && recovery.email) {
    if (await writeMail(recoveryMail(recovery.email, text)))
      return terminal.note('recover.mail-open', { email: recovery.email })
    terminal.warn('recover.no-mail-program')
  }
  const opened = way === 'page' && recovery.url !== undefined && (await browse(recovery.url))
  if (way === 'page' && !opened) terminal.warn('recover.no-browser')
  terminal.print(`${text.subject}\n\n${text.body}`)
  if (opened) terminal.note('recover.page-open', { url: recovery.url ?? '' })
  else tellWhere(context)
}

function tellWhere({ terminal, settings: { recovery } }: Context): void {
  if (recovery?.url) terminal.note('recover.to-page', { url: recovery.url })
  if (recovery?.email) terminal.note('recover.to-mail', { email: recovery.email })
  if (!recovery) terminal.note('recover.to-support')
}
