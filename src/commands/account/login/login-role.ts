import type { Context } from '../../../app/context.ts'
import { NotFound } from '../../../errors/error.ts'
import type { KeptSession, Platform } from '../../../glpi/platform.ts'
import type { HeldProfile } from '../../../itil/person.ts'
import { accountName, askedRole, type SavedRole } from '../../../settings/account/saved-account.ts'
import { chosen } from '../../choice/choose.ts'

/** A session that was just opened, and that nothing else uses yet. */
interface NewSession {
  platform: Platform
  /** As the platform opened it, in the role of its own choice. */
  session: KeptSession
}

/**
 * Puts a new session into the role that this account is to have: what this call says, else what the account chose
 * before; else a customer's own, where the platform takes a customer for something else and the person agrees.
 */
export async function takeRoleAtLogin(opened: NewSession, context: Context): Promise<SavedRole> {
  const { settings } = context
  if (settings.profile !== undefined || settings.entity !== undefined) return takeGiven(opened, context)
  const former = formerRole(opened, context)
  if (former && (await takesAgain(opened, former, context))) return former
  return offerCustomerProfile(opened, context)
}

async function takeGiven({ platform: { roles } }: NewSession, { settings }: Context): Promise<SavedRole> {
  const { profile, entity } = settings
  const role: SavedRole = {}
  if (profile !== undefined) {
    const { id, name } = chosen(profile, await roles.profiles(), 'unknown-profile')
    role.profile = { id, name }
    await roles.take({ profile: id })
  }
  if (entity !== undefined) {
    role.entity = entity.toLowerCase() === 'all' ? 'all' : chosen(entity, await roles.entities(), 'unknown-entity')
    await roles.take(askedRole(role) ?? {})
  }
  return role
}

function formerRole({ session }: NewSession, { accounts, account }: Context): SavedRole | undefined {
  const name = accountName(session.person.login, account.url)
  const known = accounts.list().find((one) => one.name === name)
  return known && (known.profile || known.entity) ? pickRole(known) : undefined
}

function pickRole({ profile, entity }: SavedRole): SavedRole {
  return { ...(profile && { profile }), ...(entity && { entity }) }
}

async function takesAgain({ platform }: NewSession, role: SavedRole, { terminal }: Context): Promise<boolean> {
  try {
    await platform.roles.take(askedRole(role) ?? {})
    return true
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    terminal.warn('login.role-gone')
    return false
  }
}

async function offerCustomerProfile({ platform, session }: NewSession, context: Context): Promise<SavedRole> {
  const { terminal, t } = context
  const { person } = session
  if (person.interface === 'helpdesk' || !terminal.interactive) return {}
  const [profile, ...others] = await terminal.during(t('login.trying'), platform.roles.customerProfiles())
  if (!profile) return {}
  const wanted = await askProfile(profile, others, person.profile.name, context)
  if (!wanted) return {}
  const role = { profile: { id: wanted.id, name: wanted.name } }
  await platform.roles.take({ profile: wanted.id })
  return role
}

async function askProfile(
  profile: HeldProfile,
  others: HeldProfile[],
  current: string,
  context: Context,
): Promise<HeldProfile | undefined> {
  const { prompts, t } = context
  if (others.length > 0) return askWhich([profile, ...others], context)
  const message = t('login.ask-customer', { profile: profile.name, current })
  return (await prompts.confirm({ message, default: true })) ? profile : undefined
}

async function askWhich(profiles: HeldProfile[], { prompts, t }: Context): Promise<HeldProfile | undefined> {
  const { plain } = await import('../../../terminal/sanitize.ts')
  const [first] = profiles
  return prompts.select<HeldProfile | undefined>({
    message: t('login.ask-profile'),
    choices: [
      ...profiles.map((value) => ({ name: plain(value.name), value })),
      { name: t('login.as-it-is'), value: undefined },
    ],
    ...(first && { default: first }),
  })
}

/** Whoever was left in another role than a customer's is told that there are others. */
export async function tellOtherRoles(
  { platform, session }: NewSession,
  role: SavedRole,
  { terminal }: Context,
): Promise<void> {
  if (role.profile || session.person.interface === 'helpdesk') return
  const others = (await platform.roles.profiles()).filter(({ id }) => id !== session.person.profile.id)
  const [other] = others
  if (other) terminal.note('login.other-profiles', { names: others.map(({ name }) => name).join(', ') })
}
