import type { Translate } from '../i18n/translate.ts'
import { plain } from '../terminal/sanitize.ts'
import { type Field, filled, viewFields } from './layout/fields.ts'
import type { Look } from './look.ts'

/** Who asks for their account, and what they lost. */
export interface Recovery {
  name: string
  organisation: string
  contract?: string
  phone?: string
  email?: string
  lost: 'user' | 'email' | 'password' | 'all'
  /** The platform's address. */
  platform: string
}

function fieldsOf(recovery: Recovery, t: Translate): Field[] {
  const fields = filled([
    [t('recover.field.name'), recovery.name],
    [t('recover.field.organisation'), recovery.organisation],
    [t('recover.field.contract'), recovery.contract || t('recover.unknown')],
    [t('recover.field.phone'), recovery.phone],
    [t('recover.field.email'), recovery.email],
    [t('recover.field.lost'), t(`recover.lost.${recovery.lost}`)],
    [t('recover.field.platform'), recovery.platform],
  ])
  return fields.map(([label, value]) => [label, plain(value)])
}

/** The request as it is shown before it goes. */
export function viewRecovery(recovery: Recovery, look: Look): string {
  const { style, t } = look
  return `${style.bold(t('recover.title'))}\n\n${viewFields(fieldsOf(recovery, t), look)}`
}

/** The request as it is sent: plain lines, to be copied anywhere. */
export function recoveryText(recovery: Recovery, t: Translate): { subject: string; body: string } {
  const lines = fieldsOf(recovery, t).map(([label, value]) => t('recover.line', { label, value }))
  return {
    subject: t('recover.subject', { name: plain(recovery.name) }),
    body: [t('recover.intro'), '', ...lines].join('\n'),
  }
}

/** A mail to that address, with all of it in (RFC 6068). */
export function recoveryMail(address: string, { subject, body }: { subject: string; body: string }): string {
  const to = encodeURIComponent(address).replaceAll('%40', '@')
  return `mailto:${to}?subject=${encoded(subject)}&body=${encoded(body.replaceAll('\n', '\r\n'))}`
}

/** Apostrophes and brackets too: what is handed to another program holds nothing that a shell would read. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}
