import { hashPassword, hashToken } from '../secret.ts'
import type { ServerTime } from '../server-time.ts'
import type { UserRow } from '../store/rows.ts'
import type { Store } from '../store/store.ts'

const SELF_SERVICE = 1
const OBSERVER = 2
const SUPER_ADMIN = 4
const TECHNICIAN = 6

/** How the companies stand: ACME below IPEOS, or beside it, both below a root that is nobody's. */
export type EntityTree = 'nested' | 'apart'

const APART = [
  { id: 0, name: 'Entité racine', completename: 'Entité racine', entities_id: null, level: 1 },
  { id: 1, name: 'IPEOS-WTC', completename: 'Entité racine > IPEOS > IPEOS-WTC', entities_id: 3, level: 3 },
  { id: 2, name: 'ACME', completename: 'Entité racine > ACME', entities_id: 0, level: 2 },
  { id: 3, name: 'IPEOS', completename: 'Entité racine > IPEOS', entities_id: 0, level: 2 },
]

const NESTED = [
  { id: 0, name: 'IPEOS', completename: 'IPEOS', entities_id: null, level: 1 },
  { id: 1, name: 'IPEOS-WTC', completename: 'IPEOS > IPEOS-WTC', entities_id: 0, level: 2 },
  { id: 2, name: 'ACME', completename: 'IPEOS > ACME', entities_id: 0, level: 2 },
]

interface Account {
  id: number
  name: string
  realname: string
  firstname: string
  email: string
  language: UserRow['language']
  /** Profile, entity, and whether the entities below count too; the first is the default one. */
  holds: Array<[profile: number, entity: number, isRecursive: 0 | 1]>
}

/** Each one's password is `<name>-secret` and its personal API token `<name>-token`, but for glpi, whose password is glpi. */
const ACCOUNTS: Account[] = [
  account(2, 'glpi', '', '', 'glpi@ipeos.example', 'fr_FR', [SUPER_ADMIN, 0, 1]),
  account(8, 'alice', 'Durand', 'Alice', 'alice@ipeos.example', 'fr_FR', [SELF_SERVICE, 1, 0]),
  account(9, 'henri', 'Nourel', 'Henri', 'henri@ipeos.example', 'fr_FR', [OBSERVER, 0, 1], [SELF_SERVICE, 1, 0]),
  account(10, 'teo', 'Marchand', 'Téo', 'teo@ipeos.example', 'fr_FR', [TECHNICIAN, 0, 1]),
  account(11, 'bob', 'Smith', 'Bob', 'bob@acme.example', 'en_GB', [SELF_SERVICE, 2, 0]),
]

/** Entities, and the people of them. */
export function seedAccounts(store: Store, time: ServerTime, tree: EntityTree): void {
  const now = time.now()
  for (const entity of tree === 'nested' ? NESTED : APART) store.put('Entity', entity)
  for (const { id, name, realname, firstname, email, language, holds } of ACCOUNTS) {
    const [profiles_id, entities_id] = holds[0] ?? [SELF_SERVICE, 0]
    store.put('User', {
      ...{ id, name, realname, firstname, language, profiles_id, entities_id },
      password: hashPassword(firstPassword(name)),
      api_token: hashToken(`${name}-token`),
      phone: '',
      mobile: '',
      password_forget_token: null,
      password_forget_token_date: null,
      date_creation: now,
      date_mod: now,
    })
    store.add('UserEmail', { users_id: id, email, is_default: 1 })
    for (const [profile, entity, is_recursive] of holds)
      store.add('Profile_User', { users_id: id, profiles_id: profile, entities_id: entity, is_recursive })
  }
}

function account(
  id: number,
  name: string,
  realname: string,
  firstname: string,
  email: string,
  language: UserRow['language'],
  ...holds: Account['holds']
): Account {
  return { id, name, realname, firstname, email, language, holds }
}

/** The password that an account has at first. */
export function firstPassword(name: string): string {
  return name === 'glpi' ? 'glpi' : `${name}-secret`
}
