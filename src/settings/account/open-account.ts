import { join } from 'node:path'
import { NotLoggedIn } from '../../errors/error.ts'
import type { Holder } from '../../files/lock.ts'
import { holding } from '../../files/private-file.ts'
import type { Credential, KeptSession } from '../../glpi/platform.ts'
import { isSameSite } from '../../glpi/session/address.ts'
import { defaultUrl, exposedAddress, platformAddress } from '../platform-address.ts'
import { type EnvironmentSecrets, environmentSecrets } from '../secrets/environment-secret.ts'
import { KeychainUnavailable, keychain } from '../secrets/keychain.ts'
import { secretFile } from '../secrets/secret-file.ts'
import type { SecretStore } from '../secrets/store.ts'
import type { Settings } from '../settings.ts'
import { type SettingsData, updateSettingsFile } from '../settings-file.ts'
import type { AcceptedLogin, Account, LooseSession, SecretPlace, SecretSource } from './account.ts'
import { type CredentialOrigin, environmentOrigin, nowhere, storedOrigin } from './credential-origin.ts'
import { environmentCredential } from './environment-credential.ts'
import {
  accountInUse,
  accountName,
  accountsOf,
  environmentItem,
  isLeftAside,
  knownAccounts,
  meantAccount,
  nameInUse,
  type SavedRole,
  withAccount,
  withoutAccounts,
  withRole,
} from './saved-account.ts'

export interface AccountOptions {
  settings: Settings
  env: Record<string, string | undefined>
  /** What settings.json says; undefined when there is none. */
  file: SettingsData | undefined
  /** In the place of the system's. */
  keychain?: SecretStore | undefined
  /** This process, for the locks that it holds. */
  holder?: Holder | undefined
  /** Told the path of a file with a secret of the environment that others on this computer can read. */
  onOpenFile?: ((path: string) => void) | undefined
  /** The platform is not known: who is meant is said as far as that goes, and there is no session. */
  isNowhere?: boolean | undefined
}

/** The account that a call means. Touches no secret before it is asked for one. */
export function openAccount(options: AccountOptions): Account {
  return new OpenAccount(options)
}

class OpenAccount implements Account {
  readonly url: string
  private readonly isNowhere: boolean
  private readonly settings: Settings
  private readonly env: AccountOptions['env']
  private readonly secret: EnvironmentSecrets
  private readonly holder: Holder | undefined
  private readonly stores: Record<SecretPlace, SecretStore>
  private data: SettingsData | undefined
  private found: Promise<CredentialOrigin> | undefined

  constructor({ settings, env, file, keychain: given, holder, onOpenFile, isNowhere = false }: AccountOptions) {
    this.url = isNowhere ? '' : settings.url
    this.isNowhere = isNowhere
    this.settings = settings
    this.env = env
    this.secret = environmentSecrets({ env, onOpenFile })
    this.data = file
    this.stores = {
      keychain: given ?? keychain({ env, cache: settings.folders.cache }),
      file: secretFile(settings.folders.config, holder),
    }
    this.holder = holder
  }

  get name(): string | undefined {
    return nameInUse({ env: this.env, data: this.data, url: this.url, wanted: this.settings.account })
  }

  get meant(): string | undefined {
    return this.name ?? meantAccount(this.data, this.url, this.settings.account)
  }

  get known(): string[] {
    return knownAccounts(this.data, this.url)
  }

  checkAddress({ allowHttp = false }: { allowHttp?: boolean | undefined } = {}): void {
    const { allowHttp: isUsual } = this.settings
    const accepted =
      allowHttp || isUsual || [...accountsOf(this.data, this.url).values()].some((account) => account.allowHttp)
    if (platformAddress(this.url)?.exposed && !accepted) throw exposedAddress(this.url)
  }

  async credential(): Promise<Credential> {
    this.checkAddress()
    const credential = await (await this.origin()).credential()
    if (credential === undefined) throw this.notLoggedIn()
    return credential
  }

  async source(): Promise<SecretSource | undefined> {
    return (await this.origin()).source()
  }

  async appToken(): Promise<string | undefined> {
    return (await this.secret('IPEOS_APP_TOKEN')) ?? (await this.origin()).appToken()
  }

  async session(): Promise<KeptSession | undefined> {
    if (this.isNowhere) return undefined
    this.checkAddress()
    return (await this.origin()).session()
  }

  async keepSession(session: KeptSession | undefined): Promise<void> {
    await (await this.origin()).keepSession(session)
  }

  async canKeepSession(): Promise<boolean> {
    return (await this.origin()).canKeepSession()
  }

  private get usualPlace(): SecretPlace {
    return this.settings.insecureStorage ? 'file' : 'keychain'
  }

  async placeToStore(place = this.usualPlace): Promise<SecretPlace> {
    await this.stores[place].check?.()
    return place
  }

  async store({
    user,
    allowHttp,
    role,
    place: storage = this.usualPlace,
    ...secrets
  }: AcceptedLogin): Promise<SecretPlace> {
    const name = accountName(user, this.url)
    const before = this.data?.accounts[name]?.storage
    await this.exclusively(() => this.stores[storage].set(name, secrets))
    const account = { url: this.url, user, storage, ...(allowHttp ? { allowHttp } : {}), ...role } as const
    this.data = await updateSettingsFile(
      this.settings.folders.config,
      (data) => withAccount(data, name, account, this.settings.usualUrl),
      this.holder,
    )
    this.found = undefined
    if (before && before !== storage) await this.removeIfReachable(before, name)
    return storage
  }

  async keepPassword(password: string): Promise<boolean> {
    const { name } = this
    const place = name && this.data?.accounts[name]?.storage
    if (!place) return false
    const store = this.stores[place]
    return this.exclusively(async () => {
      const kept = await store.get(name)
      if (!kept?.credential || 'token' in kept.credential) return false
      await store.set(name, { ...kept, credential: { ...kept.credential, password } })
      this.found = undefined
      return true
    })
  }

  role(): SavedRole {
    const { profile, entity } = (this.name && this.data?.accounts[this.name]) || {}
    return { ...(profile && { profile }), ...(entity && { entity }) }
  }

  async keepRole(role: SavedRole): Promise<boolean> {
    const { name } = this
    if (name === undefined || !this.data?.accounts[name]) return false
    this.data = await updateSettingsFile(
      this.settings.folders.config,
      (data) => withRole(data, name, role),
      this.holder,
    )
    return true
  }

  async forget(): Promise<boolean> {
    // Not one that is kept here while the environment speaks for somebody else.
    const { name } = this
    const account = name === undefined ? undefined : this.data?.accounts[name]
    if (name === undefined || account === undefined) return false
    await this.exclusively(() => this.stores[account.storage].remove(name))
    await this.leaveOut([name])
    return true
  }

  async looseSessions(): Promise<LooseSession[]> {
    const sites = [this.url, ...Object.values(this.data?.accounts ?? {}).map(({ url }) => url)]
    const found = (await this.stores.file.looseSessions?.()) ?? []
    // To nobody but who gave it.
    return found.filter(({ apiUrl }) => sites.some((site) => URL.canParse(site) && isSameSite(site, apiUrl)))
  }

  async forgetAll(): Promise<string[]> {
    const accounts = Object.entries(this.data?.accounts ?? {})
    await this.stores.file.clear?.()
    for (const [name, { storage }] of accounts) if (storage === 'keychain') await this.stores.keychain.remove(name)
    for (const url of new Set([this.url, ...accounts.map(([, account]) => account.url)]))
      await this.removeIfReachable('keychain', environmentItem(url))
    const names = accounts.map(([name]) => name)
    if (names.length > 0) await this.leaveOut(names)
    return names
  }

  /** Looked for when it is first needed: a half-given environment must not keep a person from logging in. */
  private origin(): Promise<CredentialOrigin> {
    this.found ??= this.findOrigin()
    return this.found
  }

  private async findOrigin(): Promise<CredentialOrigin> {
    const { account: wanted } = this.settings
    const credential = isLeftAside(this.env, this.url, wanted)
      ? undefined
      : await environmentCredential(this.env, this.secret)
    if (credential) {
      const place = this.stores[this.usualPlace]
      return environmentOrigin(credential, place, environmentItem(this.url), (work) => this.exclusively(work))
    }
    const name = accountInUse(this.data, this.url, wanted)
    const storage = name === undefined ? undefined : this.data?.accounts[name]?.storage
    return name && storage
      ? storedOrigin(name, storage, this.stores[storage], (work) => this.exclusively(work))
      : nowhere
  }

  private notLoggedIn(): NotLoggedIn {
    const { account, sandbox } = this.settings
    if (sandbox && !account) return new NotLoggedIn('not-logged-in-sandbox')
    const { url } = this
    const isUsual = sandbox || url === defaultUrl
    const hint = {
      key: isUsual ? 'settings.not-logged-in.hint' : 'settings.not-logged-in-there.hint',
      parameters: { url },
    } as const
    if (account) return new NotLoggedIn('no-such-account', { account, url }, { hint })
    const [name] = Object.keys(this.data?.accounts ?? {})
    return name
      ? new NotLoggedIn('logged-in-elsewhere', { name, url })
      : new NotLoggedIn('not-logged-in', { url }, { hint })
  }

  private async leaveOut(names: string[]): Promise<void> {
    this.data = await updateSettingsFile(
      this.settings.folders.config,
      (data) => withoutAccounts(data, names),
      this.holder,
    )
    this.found = undefined
  }

  /** A keychain has no lock of its own, and two commands must not undo what the other keeps. */
  private exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    return holding(join(this.settings.folders.config, 'account'), work, this.holder)
  }

  /** For what is no longer in use: a keychain that cannot be reached is no reason to fail. */
  private async removeIfReachable(place: SecretPlace, name: string): Promise<void> {
    try {
      await this.stores[place].remove(name)
    } catch (error) {
      if (!(error instanceof KeychainUnavailable)) throw error
    }
  }
}
