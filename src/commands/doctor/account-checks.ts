import type { Context } from '../../app/context.ts'
import { type ErrorCode, IpeosError, NotAllowed } from '../../errors/error.ts'
import type { MessageKey } from '../../i18n/translate.ts'
import { refusedVariables } from '../../settings/account/environment-credential.ts'
import { KeychainUnavailable } from '../../settings/secrets/keychain.ts'
import { type Check, type Finding, failed, fine, skipped, warned } from './check.ts'
import { lookAtSignIn } from './sign-in-check.ts'
import type { Visit } from './visit.ts'

/** Who logs in, with what, and as what. */
export function accountChecks(context: Context, visit: Visit): Check[] {
  const { account } = context
  return [
    { id: 'keychain', look: () => lookAtKeychain(context) },
    { id: 'credential', needs: ['url', 'keychain'], look: () => lookForCredential(context) },
    {
      id: 'authorization',
      needs: ['app-token', 'credential'],
      look: () => lookAtLogin(visit, 'authorization-stripped', 'doctor.seen.authorization'),
    },
    {
      id: 'password-login',
      needs: ['authorization'],
      look: async () =>
        'token' in (await account.credential())
          ? skipped('doctor.seen.by-token')
          : lookAtLogin(visit, 'credentials-off', 'doctor.seen.password-login'),
    },
    {
      id: 'session',
      needs: ['password-login'],
      look: () => lookAtSession(context, visit),
    },
    { id: 'sign-in', needs: ['session'], look: () => lookAtSignIn(context, visit) },
    { id: 'profile', needs: ['session'], look: () => lookAtProfile(visit) },
    { id: 'rights', needs: ['session'], look: () => lookAtRights(visit) },
  ]
}

const services: Partial<Record<NodeJS.Platform, MessageKey>> = {
  darwin: 'doctor.seen.keychain.darwin',
  win32: 'doctor.seen.keychain.win32',
}

/** Only a keychain that holds the login stops anything when it cannot be opened. */
async function lookAtKeychain(context: Context): Promise<Finding> {
  const { account, machine, settings } = context
  let holdsLogin = true
  try {
    const source = await account.source()
    holdsLogin = source === 'keychain'
    if (source === 'file' || (settings.insecureStorage && !holdsLogin)) return fine('doctor.seen.secret-file')
    await account.placeToStore()
    return fine(services[machine.platform] ?? 'doctor.seen.keychain')
  } catch (error) {
    if (!(error instanceof KeychainUnavailable)) throw error
    const finding = { ...failed(error), ...(await seenOf(error, context)) }
    return holdsLogin ? finding : asWarning(finding)
  }
}

function asWarning({ exitCode: _none, ...finding }: Finding): Finding {
  return { ...finding, status: 'warning' }
}

/** Over ssh and in cron there is no keychain because there is no session. */
async function seenOf({ trouble, text }: KeychainUnavailable, { machine }: Context): Promise<Pick<Finding, 'seen'>> {
  const isOutside = trouble === 'absent' && machine.platform === 'linux' && !(await machine.hasSessionBus())
  return { seen: isOutside ? { key: 'doctor.seen.no-session-bus' } : text }
}

async function lookForCredential({ account }: Context): Promise<Finding> {
  await account.credential()
  const source = (await account.source()) ?? 'environment'
  return fine(`doctor.seen.credential.${source}`, { name: account.name ?? 'IPEOS_TOKEN' })
}

/** One reason for which a login may fail, told apart from the others. */
async function lookAtLogin(visit: Visit, code: ErrorCode, seen: MessageKey): Promise<Finding> {
  try {
    await visit.login()
    return fine(seen)
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    if (error.code === code) throw error
    // Refused for what it says: it arrived. Of all other troubles the session tells.
    return judged.has(error.code) ? fine(seen) : skipped('doctor.seen.not-known')
  }
}

const judged = new Set<ErrorCode>([
  'wrong-password',
  'password-expired',
  'account-off',
  'wrong-token',
  'session-refused',
])

async function lookAtSession({ account }: Context, visit: Visit): Promise<Finding> {
  try {
    const { person, platform } = await visit.login()
    // A session that was given may be refused all the same.
    await visit.inspection()
    const { glpiVersion } = await platform.session()
    return fine('doctor.seen.session', { name: person.name, version: glpiVersion })
  } catch (error) {
    const variables = error instanceof IpeosError ? refusedVariables(error) : undefined
    if (!(error instanceof IpeosError) || !variables || (await account.source()) !== 'environment') throw error
    return { ...failed(error), repair: { key: 'program.environment-refused', parameters: { variables } } }
  }
}

/** A customer's profile shows the customer's form and tickets; others may see more, and other things. */
async function lookAtProfile(visit: Visit): Promise<Finding> {
  const { person, platform } = await visit.login()
  const { profile, entity } = person
  const parameters = { profile: profile.name, entity: entity.name }
  if (person.interface === 'helpdesk') return fine('doctor.seen.profile', parameters)
  const others = (await platform.roles.profiles()).filter(({ id }) => id !== profile.id)
  const seen = { key: 'doctor.seen.profile-central', parameters } as const
  if (others.length === 0) return warned(seen, { key: 'doctor.repair.no-customer' })
  const names = others.map(({ name }) => name).join(', ')
  return warned(seen, { key: 'doctor.repair.profile', parameters: { names } })
}

async function lookAtRights(visit: Visit): Promise<Finding> {
  const { mayCreate } = await visit.inspection()
  if (mayCreate === undefined) return skipped('doctor.seen.not-known')
  if (mayCreate) return fine('doctor.seen.rights')
  throw new NotAllowed('no-create')
}
