import { createHash } from 'node:crypto'
import { Failed, WrongUsage } from '../errors/error.ts'
import type { Platform } from '../glpi/platform.ts'
import { readAddress } from '../glpi/session/address.ts'
import type { Account } from '../settings/account/account.ts'
import { embeddedHost } from '../settings/platform-address.ts'
import type { Draft, Owner } from './draft.ts'
import type { Drafts, KnownDraft } from './drafts.ts'
import { keyMarkOf } from './key-mark.ts'

/** Who types here: a draft is sent by nobody else, and nowhere else. */
export async function currentOwner(platform: Platform): Promise<Owner> {
  const { rootUrl, person } = await platform.session()
  return { platform: rootUrl, user: person.login }
}

/** An account, as this computer knows it. */
type KnownAccount = Pick<Account, 'name' | 'url' | 'meant' | 'known' | 'session' | 'credential'>

/** Who types here, as far as can be said before anything is asked of the network. */
export async function localOwner(account: KnownAccount): Promise<Owner> {
  const session = await account.session().catch(() => undefined)
  return session ? { platform: session.rootUrl, user: session.person.login } : namedOwner(account)
}

/** The same by the account's name, or by its token, or whom it means; the user is empty where nobody was ever named. */
async function namedOwner(account: KnownAccount): Promise<Owner> {
  const { name, url, meant } = account
  const platform = platformOf(url)
  if (name !== undefined) return { platform, user: userOf(name) }
  const given = await account.credential().catch(() => undefined)
  if (!given || !('token' in given)) return { platform, user: meant === undefined ? '' : userOf(meant) }
  return { platform, user: `token ${createHash('sha256').update(given.token).digest('hex').slice(0, 12)}` }
}

/** The root of a platform; empty where settings are broken, and it is not known which one is meant. */
function platformOf(url: string): string {
  if (url === '') return ''
  return url === 'sandbox' ? `http://${embeddedHost}` : readAddress(url).rootUrl
}

function userOf(name: string): string {
  return name.slice(0, name.lastIndexOf('@'))
}

/** Whom what was kept here may belong to: the account as the platform calls it, or as it was called before it answered. */
export async function ownersHere(owner: Owner, account: KnownAccount): Promise<Owner[]> {
  const named = await namedOwner(account)
  const ofNowhere = [named.user, owner.user, ''].map((user) => ({ platform: '', user }))
  return [owner, named, { platform: named.platform, user: '' }, ...ofNowhere]
}

/** Nobody was named when it was kept: who sends it says whose it is. */
export function isNobodys({ owner }: Pick<Draft, 'owner'>): boolean {
  return owner.user === ''
}

/** True where no other account of the platform was ever known here: what is nobody's can only be of this one. */
export async function isOnlyOwner(owner: Owner, { account, drafts }: OwnerPlace): Promise<boolean> {
  const own = [owner, await namedOwner(account)].map(({ user }) => user.toLowerCase())
  const isOthers = (user: string): boolean => user !== '' && !own.includes(user.toLowerCase())
  if (account.known.map(userOf).some(isOthers)) return false
  const ofOthers = (draft: KnownDraft): boolean => draft.owner.platform === owner.platform && isOthers(draft.owner.user)
  return (await readableDrafts(drafts, ofOthers)).length === 0
}

interface OwnerPlace {
  account: KnownAccount
  drafts: Drafts
}

/**
 * Who types here; what was kept before the platform said so is this account's from now on. What is nobody's is so only
 * where it can be of nobody else, or where it is `asked` for by its number, or how that begins.
 */
export async function ownerHere(
  { account, drafts, platform }: OwnerPlace & { platform(): Promise<Platform> },
  asked?: string,
): Promise<Owner> {
  const owner = await currentOwner(await platform())
  const others = (await ownersHere(owner, account)).slice(1)
  const isOfOthers = (draft: KnownDraft) => !belongsTo(draft, owner) && others.some((other) => belongsTo(draft, other))
  let isOnly: boolean | undefined
  for (const draft of await readableDrafts(drafts, isOfOthers)) {
    const isAsked = asked !== undefined && draft.id.startsWith(asked.toLowerCase())
    if (isNobodys(draft) && !isAsked) {
      isOnly ??= await isOnlyOwner(owner, { account, drafts })
      if (!isOnly) continue
    }
    // Whoever is at it knows by itself.
    const open = await drafts.takeUp(draft).catch(() => undefined)
    const key = draft.kind === 'ticket' ? draft.given?.dedupe : undefined
    const mark = key === undefined ? {} : { keyMark: keyMarkOf(key, owner) }
    await open?.change({ owner, ...mark }).finally(() => open.release())
  }
  return owner
}

/** As `Drafts.others`; none where they cannot be read: what is sent now does not wait for that. */
export async function readableDrafts(drafts: Drafts, where: (known: KnownDraft) => boolean): Promise<Draft[]> {
  try {
    return await drafts.others(where)
  } catch (error) {
    if (error instanceof Failed && error.code === 'cannot-read-settings') return []
    throw error
  }
}

/** Why a draft, or import, is not sent from here; `id`: as people type it. */
export function notYours({ id, owner }: { id: string; owner: Owner }): WrongUsage {
  return isNobodys({ owner })
    ? new WrongUsage('draft-elsewhere', { id, platform: owner.platform })
    : new WrongUsage('draft-not-yours', { id, ...owner })
}

/** True when this draft, or import, is of this account. */
export function belongsTo({ owner }: Pick<Draft, 'owner'>, { platform, user }: Owner): boolean {
  return owner.platform === platform && owner.user === user
}

/** What this account began and nobody is at, the last changed first. */
export async function idleDrafts(drafts: Drafts, owner: Owner): Promise<Draft[]> {
  const own = (await drafts.list()).drafts.filter((draft) => belongsTo(draft, owner))
  const busy = await Promise.all(own.map((draft) => drafts.inUse(draft)))
  return own.filter((_draft, index) => !busy[index])
}
