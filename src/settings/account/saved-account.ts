import type { Role } from '../../itil/person.ts'
import { platformAddress } from '../platform-address.ts'
import { givesSecret } from '../secrets/environment-secret.ts'
import { textUnder } from '../setting.ts'
import type { SavedAccount, SettingsData } from '../settings-file.ts'

/** The name under which a user of a platform is known here: `alice@support.ipeos.com`. */
export function accountName(user: string, url: string): string {
  return `${user}@${platformAddress(url)?.label ?? url}`
}

/** Where the session of a credential of the environment is kept; no user name has a space at its end. */
export function environmentItem(url: string): string {
  return accountName('environment ', url)
}

/** The accounts of one platform, by name: secrets belong to the host that they were stored for. */
export function accountsOf(data: SettingsData | undefined, url: string): Map<string, SavedAccount> {
  const all = Object.entries(data?.accounts ?? {})
  return new Map(all.filter(([, account]) => placeOf(account.url) === placeOf(url)))
}

/** The account in use on a platform: the wanted one; else the last that logged in; else the only one there is. */
export function accountInUse(
  data: SettingsData | undefined,
  url: string,
  wanted: string | undefined,
): string | undefined {
  const accounts = accountsOf(data, url)
  if (wanted !== undefined) return [wanted, accountName(wanted, url)].find((name) => accounts.has(name))
  const last = data?.current[placeOf(url)]
  if (last !== undefined && accounts.has(last)) return last
  return accounts.size === 1 ? [...accounts.keys()][0] : undefined
}

/**
 * The name of the account of a call: of the user that the environment names, else of the account in use; undefined when
 * nobody ever logged in on this platform, and for a token of the environment.
 */
export function nameInUse({ env, data, url, wanted }: CallOrigin): string | undefined {
  if (isLeftAside(env, url, wanted)) return accountInUse(data, url, wanted)
  if (givesSecret('IPEOS_TOKEN', env)) return undefined
  return env.IPEOS_USER ? accountName(env.IPEOS_USER, url) : accountInUse(data, url, wanted)
}

type Environment = Record<string, string | undefined>

/** The account that a call names; IPEOS_ACCOUNT says nothing beside a credential of the environment. */
export function wantedAccount(flag: string | undefined, env: Environment): string | undefined {
  return flag || (givesCredential(env) ? undefined : env.IPEOS_ACCOUNT || undefined)
}

function givesCredential(env: Environment): boolean {
  return Boolean(env.IPEOS_USER) || givesSecret('IPEOS_TOKEN', env) || givesSecret('IPEOS_PASSWORD', env)
}

/** Whether a call that names an account means another one than the environment gives: the environment is no help then. */
export function isLeftAside(env: Environment, url: string, wanted: string | undefined): boolean {
  if (wanted === undefined) return false
  const { IPEOS_USER: user } = env
  return !user || givesSecret('IPEOS_TOKEN', env) || ![user, accountName(user, url)].includes(wanted)
}

interface CallOrigin {
  env: Environment
  data: SettingsData | undefined
  url: string
  /** `--account`. */
  wanted: string | undefined
}

/** The account that `--account` names in full, or by its user when only one platform has such a user. */
export function chosenAccount(data: SettingsData | undefined, account: string): SavedAccount | undefined {
  const exact = data?.accounts[account]
  if (exact) return exact
  const ofUser = Object.values(data?.accounts ?? {}).filter(({ user }) => user === account)
  return ofUser.length === 1 ? ofUser[0] : undefined
}

/** The accounts of one platform that were ever logged in here, the last first. */
export function knownAccounts(data: SettingsData | undefined, url: string): string[] {
  return [...new Set([...(data?.known?.[placeOf(url)] ?? []), ...accountsOf(data, url).keys()])]
}

/** Whom a call means that has no login: the account that it names, else the last that was logged in here. */
export function meantAccount(
  data: SettingsData | undefined,
  url: string,
  wanted: string | undefined,
): string | undefined {
  if (wanted === undefined) return knownAccounts(data, url)[0]
  return wanted.endsWith(accountName('', url)) ? wanted : accountName(wanted, url)
}

/** The platform of all accounts, when it is one: whoever logged in somewhere means that place. */
export function onlyPlatform(data: SettingsData | undefined): string | undefined {
  const urls = Object.values(data?.accounts ?? {})
    .map(({ url }) => url)
    .filter((url) => url !== 'sandbox')
  return new Set(urls.map(placeOf)).size === 1 ? urls[0] : undefined
}

/** These settings with one more account, which commands use from now on (see `withCurrent`). */
export function withAccount(data: SettingsData, name: string, account: SavedAccount, usual: string): SettingsData {
  const more = {
    ...data,
    accounts: { ...data.accounts, [name]: account },
    known: withKnown(data, account.url, name),
  }
  return withCurrent(more, name, usual)
}

function withKnown(data: SettingsData, url: string, name: string): Record<string, string[]> {
  const others = knownAccounts(data, url).filter((one) => one !== name)
  return { ...data.known, [placeOf(url)]: [name, ...others] }
}

/** These settings without the logins of some accounts; their names stay known. Without any on the embedded platform, it is left. */
export function withoutAccounts(data: SettingsData, names: string[]): SettingsData {
  let { known } = data
  for (const name of names) {
    const { url } = data.accounts[name] ?? {}
    if (url !== undefined) known = withKnown({ ...data, ...(known && { known }) }, url, name)
  }
  const accounts = Object.entries(data.accounts).filter(([name]) => !names.includes(name))
  const current = Object.entries(data.current).filter(([, name]) => !names.includes(name))
  const stays = accounts.some(([, { url }]) => url === 'sandbox')
  return {
    ...(stays ? data : withoutRehearsal(data)),
    accounts: Object.fromEntries(accounts),
    current: Object.fromEntries(current),
    ...(known && { known }),
  }
}

/** What an account chose to be; nothing where it leaves that to the platform. */
export type SavedRole = Pick<SavedAccount, 'profile' | 'entity'>

/** The same, as the platform is asked for it; undefined when it is left to the platform. */
export function askedRole({ profile, entity }: SavedRole): Role | undefined {
  if (!profile && !entity) return undefined
  return {
    ...(profile && { profile: profile.id }),
    ...(entity && (entity === 'all' ? { entity } : { entity: entity.id, ...(entity.alone && { alone: true }) })),
  }
}

/** These settings with the role that an account takes from now on; as they are when there is no such account. */
export function withRole(data: SettingsData, name: string, { profile, entity }: SavedRole): SettingsData {
  const account = data.accounts[name]
  if (!account) return data
  const { profile: _profile, entity: _entity, ...others } = account
  const changed = { ...others, ...(profile && { profile }), ...(entity && { entity }) }
  return { ...data, accounts: { ...data.accounts, [name]: changed } }
}

/**
 * These settings with that account as the one that commands use, and its platform theirs; `usual` is the platform where
 * settings.json names none. The embedded platform stands before that other one, which is known again when it is left.
 */
export function withCurrent(data: SettingsData, name: string, usual: string): SettingsData {
  const account = data.accounts[name]
  if (!account) return data
  const { rehearsal: _, ...others } = data
  const current = { ...data.current, [placeOf(account.url)]: name }
  if (account.url === 'sandbox') return { ...others, current, rehearsal: true }
  const isMeant = isSamePlatform(textUnder(data, 'url') ?? usual, account.url)
  return { ...others, current, ...(isMeant ? {} : { url: account.url }) }
}

/** Whether a call goes to the embedded platform because somebody logged in there last; a credential of the environment is none of it. */
export function isRehearsal(data: SettingsData | undefined, env: Environment): boolean {
  return data?.rehearsal === true && !givesCredential(env)
}

/** These settings for a call that means the platform itself, though one rehearses. */
export function withoutRehearsal(data: SettingsData): SettingsData {
  const { rehearsal: _, ...others } = data
  return others
}

/** Whether two addresses are those of one platform. */
export function isSamePlatform(one: string, other: string): boolean {
  return placeOf(one) === placeOf(other)
}

function placeOf(url: string): string {
  return platformAddress(url)?.url ?? url
}
