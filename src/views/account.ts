import type { Translate } from '../i18n/translate.ts'
import type { AccountRecord, IdentityRecord } from '../records/account.ts'
import { plain } from '../terminal/sanitize.ts'
import { filled, viewFields } from './layout/fields.ts'
import { markedTable } from './layout/marked-table.ts'
import type { Look } from './look.ts'

/** Accounts whose logins are kept here. */
export function accountTable(accounts: AccountRecord[], look: Look): string {
  const { t } = look
  const entityOf = ({ entity }: AccountRecord) =>
    entity === 'all' ? t('entity.use.all') : (entity?.split(' > ').at(-1) ?? '')
  return markedTable(
    accounts,
    [
      { head: t('account.name'), of: ({ name }) => name, minWidth: 20 },
      { head: t('whoami.profile'), of: ({ profile }) => profile ?? '', minWidth: 10, dropRank: 3 },
      { head: t('whoami.entity'), of: entityOf, minWidth: 8, dropRank: 2 },
      { head: t('whoami.secret'), of: ({ storage }) => t(`account.storage.${storage}`), dropRank: 1 },
    ],
    look,
  )
}

/** Who one is on the platform; what it does not say is left out. */
export function viewIdentity(identity: IdentityRecord, look: Look): string {
  const { t } = look
  const { source, platform, entity, reach, credential } = identity
  const known = filled([
    [t('whoami.name'), identity.name],
    [t('whoami.login'), identity.login],
    [t('whoami.email'), identity.email],
    [t('whoami.profile'), identity.profile],
    [t('whoami.entity'), reach ? `${entity} (${t(`whoami.reach.${reach}`)})` : entity],
    [t('whoami.platform'), platform === 'sandbox' ? t('whoami.sandbox') : platform],
    [t('whoami.version'), identity.version],
    [
      t('whoami.secret'),
      source === null ? null : t(`whoami.secret.${credential}`, { where: t(`whoami.secret.${source}`) }),
    ],
    ...signInLines(identity, t),
  ])
  return viewFields(
    known.map(([label, value]) => [label, plain(value)]),
    look,
  )
}

/** Of the ways to sign in to the site, what differs from a stock one. */
function signInLines(identity: IdentityRecord, t: Translate): Array<[string, string | null]> {
  const { takesTokens, singleSignOn, secondFactorEnforced } = identity
  return [
    [t('whoami.tokens'), takesTokens === false ? t('whoami.tokens.off') : null],
    [t('whoami.single-sign-on'), singleSignOn && t(`whoami.single-sign-on.${singleSignOn}`)],
    [t('whoami.second-factor'), secondFactorEnforced ? t('whoami.second-factor.enforced') : null],
  ]
}

/** What one may do once one is logged in: commands to copy. */
export function viewNextSteps(look: Look): string {
  const { t, style } = look
  const steps = [
    ['ipeos', t('login.next.home')],
    ['ipeos ticket new', t('login.next.new')],
    ['ipeos faq list', t('login.next.faq')],
  ] as const
  return `\n${viewFields(
    steps.map(([command, does]) => [style.bold(style.cyan(command)), does]),
    look,
  )}`
}
