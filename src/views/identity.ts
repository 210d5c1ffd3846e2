import type { IdentityRecord } from '../records/identity.ts'
import { plain } from '../terminal/sanitize.ts'
import { filled, viewFields } from './layout/fields.ts'
import type { Look } from './look.ts'

/** Who one is on the platform; what it does not say is left out. */
export function viewIdentity(identity: IdentityRecord, look: Look): string {
  const { t } = look
  const { source, platform, entity, reach } = identity
  const known = filled([
    [t('whoami.name'), identity.name],
    [t('whoami.login'), identity.login],
    [t('whoami.email'), identity.email],
    [t('whoami.profile'), identity.profile],
    [t('whoami.entity'), reach ? `${entity} (${t(`whoami.reach.${reach}`)})` : entity],
    [t('whoami.platform'), platform === 'sandbox' ? t('whoami.sandbox') : platform],
    [t('whoami.version'), identity.version],
    [t('whoami.secret'), source === null ? null : t(`whoami.secret.${source}`)],
  ])
  return viewFields(
    known.map(([label, value]) => [label, plain(value)]),
    look,
  )
}
