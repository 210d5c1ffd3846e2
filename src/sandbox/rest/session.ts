import { sanitize } from '../html-text.ts'
import { say } from '../messages.ts'
import { isOn, textAt } from '../php-query.ts'
import { HELPDESK_ITEM_TYPES, profileById } from '../profiles.ts'
import { FULL_VERSION } from '../site.ts'
import type { UserRow } from '../store/rows.ts'
import { PRIORITY_MATRIX } from '../ticket/ticket-words.ts'
import {
  entity,
  entityTree,
  friendlyName,
  heldEntities,
  heldProfiles,
  killSession,
  openSession,
  roleOf,
  type SessionRole,
  userByCredentials,
  userByToken,
  viewerOf,
} from '../viewer.ts'
import { expiryOf } from '../web/account/password-expiry.ts'
import { type AnonymousCall, type Answer, type Call, documented, itemNotFound, Refusal } from './answer.ts'
import type { Fields } from './resource.ts'

/** GET /initSession */
export function initSession(call: AnonymousCall): Answer {
  const { site } = call
  const { user, isExpired } = authenticate(call)
  const token = openSession(site.store, site.time, user, isExpired)
  const viewer = viewerOf(site, token)
  const isFull = isOn(call.query, 'get_full_session') && viewer !== undefined
  return {
    status: 200,
    json: { session_token: token, ...(isFull ? { session: fullSession({ ...call, viewer }) } : {}) },
  }
}

/** A password may be out of date; that is nothing to a personal token, unless the account was switched off for it. */
function authenticate(call: AnonymousCall): { user: UserRow; isExpired: boolean } {
  const { site, language } = call
  const header = site.configuration.stripAuthorization ? '' : (call.headers.get('authorization') ?? '')
  const [, scheme = '', value = ''] = /^(Basic|user_token)\s+(\S.*)$/i.exec(header) ?? []
  const userToken = scheme.toLowerCase() === 'user_token' ? value : textAt(call.query, 'user_token')
  if (userToken) {
    const user = site.configuration.tokenLoginEnabled ? userByToken(site.store, userToken) : undefined
    if (!user || expiryOf(site, user) === 'locked')
      throw new Refusal(401, 'ERROR_GLPI_LOGIN_USER_TOKEN', say(language, 'userTokenWrong'))
    return { user, isExpired: false }
  }
  const [name, password] = scheme === '' ? queryCredentials(call) : basicCredentials(value)
  if (!name || !password) throw documented(call, 'ERROR_LOGIN_PARAMETERS_MISSING', 'loginParametersMissing')
  if (!site.configuration.credentialsLoginEnabled)
    throw new Refusal(400, 'ERROR_LOGIN_WITH_CREDENTIALS_DISABLED', say(language, 'credentialsDisabled'))
  const user = userByCredentials(site, name, password)
  if (!user) throw new Refusal(401, 'ERROR_GLPI_LOGIN', say(language, 'loginWrong'))
  const expiry = expiryOf(site, user)
  if (expiry === 'locked') throw new Refusal(401, 'ERROR_GLPI_LOGIN', say(language, 'accountOff'))
  return { user, isExpired: expiry === 'expired' }
}

function queryCredentials({ query }: AnonymousCall): [string | undefined, string | undefined] {
  return [textAt(query, 'login'), textAt(query, 'password')]
}

function basicCredentials(value: string): [string, string] {
  const text = Buffer.from(value, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)]
}

/** GET /killSession */
export function endSession({ site }: Call, token: string): Answer {
  killSession(site.store, token)
  return { status: 200, json: true }
}

/** GET /getFullSession. Names of entities are stored encoded on 10.0 (contract step "getFullSession"). */
export function fullSession(call: Call): Fields {
  const { site, viewer } = call
  const { user, session } = viewer
  if (session.is_expired) return { ...ownFacts(call), glpi_password_expired: 1 }
  const active = entity(site.store, session.entities_id)
  return {
    ...ownFacts(call),
    glpiactive_entity: active.id,
    glpiactive_entity_name: encoded(call, withSpread(call, active.completename)),
    glpiactive_entity_shortname: encoded(call, withSpread(call, active.name)),
    glpiactive_entity_recursive: session.is_recursive,
    glpiactiveentities: Object.fromEntries([...viewer.entities].map((id) => [id, id])),
    glpiprofiles: Object.fromEntries(profilesOf(call).map(({ id, ...profile }) => [id, profile])),
    glpigroups: site.store
      .table('Group_User')
      .by('users_id', user.id)
      .map(({ groups_id }) => groups_id),
    glpiactiveprofile: activeProfile(call),
  }
}

/** Whether GLPI knows no password of this person. */
function isExternal({ configuration }: Call['site'], { name }: UserRow): boolean {
  return [...configuration.externalAccounts, ...configuration.singleSignOn.people].includes(name)
}

/** What a session has of its person, before any right is known. */
function ownFacts({ site, viewer: { user } }: Call): Fields {
  return {
    glpiID: user.id,
    glpiname: user.name,
    glpirealname: user.realname,
    glpifirstname: user.firstname,
    glpifriendlyname: friendlyName(user),
    glpiextauth: isExternal(site, user) ? 1 : 0,
    glpilanguage: user.language,
    glpilist_limit: 20,
    glpi_currenttime: site.time.now(),
    glpidefault_entity: user.entities_id,
  }
}

/** GLPI says beside the name when it is not this one entity that is active. */
function withSpread({ viewer, language }: Call, name: string): string {
  const { is_recursive, is_full } = viewer.session
  if (is_recursive) return `${name} (${say(language, 'treeStructure')})`
  return is_full ? `${name} (${say(language, 'fullStructure')})` : name
}

/** What a session may whose password is out of date: nearly nothing (GLPI-CUSTOMER.md, f). */
export function expiredSession(call: Call, name: string): Answer {
  if (name === 'getMyProfiles') return { status: 200, json: { myprofiles: [] } }
  if (name === 'getFullSession') return { status: 200, json: { session: fullSession(call) } }
  throw new Refusal(403, 'ERROR_RIGHT_MISSING', say(call.language, 'rightMissing'))
}

/** GET /getMyProfiles */
export function myProfiles(call: Call): Answer {
  return { status: 200, json: { myprofiles: profilesOf(call) } }
}

/** GET /getActiveProfile */
export function activeProfile(call: Call): Fields {
  const { id, name, interface: kind, rights } = call.viewer.profile
  const entities = profilesOf(call).find((profile) => profile.id === id)?.entities ?? []
  return {
    ...{ id, name, interface: kind, helpdesk_hardware: 1, helpdesk_item_type: HELPDESK_ITEM_TYPES, ...rights },
    entities: Object.fromEntries(entities.map((one) => [one.id, one])),
  }
}

/** GET /getMyEntities: encoded on 10.0 whatever the headers say (GLPI.md, "v1 — items"). */
export function myEntities(call: Call): Answer {
  const { store } = call.site
  const ids = heldEntities(store, call.viewer.user.id, call.viewer.profile.id).flatMap(
    ({ entities_id, is_recursive }) =>
      isOn(call.query, 'is_recursive') && is_recursive ? entityTree(store, entities_id) : [entities_id],
  )
  const json = { myentities: ids.map((id) => ({ id, name: encoded(call, entity(store, id).completename) })) }
  return { status: 200, json }
}

/** GET /getActiveEntities */
export function activeEntities({ viewer }: Call): Answer {
  const { entities_id, is_recursive } = viewer.session
  const active_entities = [...viewer.entities].map((id) => ({ id }))
  return {
    status: 200,
    json: { active_entity: { id: entities_id, active_entity_recursive: is_recursive, active_entities } },
  }
}

/** POST /changeActiveProfile */
export function changeActiveProfile(call: Call): Answer {
  const { site, viewer } = call
  const wanted = Number(call.body.profiles_id)
  if (!heldProfiles(site.store, viewer.user.id).some(({ profiles_id }) => profiles_id === wanted))
    throw itemNotFound(call)
  becomes(call, roleOf(site.store, viewer.user, wanted))
  return { status: 200, json: true }
}

/**
 * POST /changeActiveEntities: 200 `false` when nothing changed (contract step "changeActiveEntities"). All of them is
 * what a call that names none gets: PHP makes entity 0 of the word «all».
 */
export function changeActiveEntities(call: Call): Answer {
  const { site, viewer, body } = call
  const { entities_id: named, is_recursive: below = false } = body
  if (typeof below !== 'boolean') throw new Refusal(400, 'ERROR', 'Bad Request')
  const held = heldEntities(site.store, viewer.user.id, viewer.profile.id)
  const is_recursive = below ? 1 : 0
  const { profiles_id } = viewer.session
  if (named === undefined || named === null) {
    const first = held[0]?.entities_id
    if (first === undefined) return { status: 200, json: false }
    becomes(call, { profiles_id, entities_id: first, is_recursive, is_full: 1 })
    return { status: 200, json: true }
  }
  const wanted = Number.parseInt(String(named), 10) || 0
  const isHeld = held.some(
    (one) =>
      (one.entities_id === wanted && (!below || one.is_recursive === 1)) ||
      (one.is_recursive === 1 && entityTree(site.store, one.entities_id).includes(wanted)),
  )
  if (isHeld) becomes(call, { profiles_id, entities_id: wanted, is_recursive })
  return { status: 200, json: isHeld }
}

function becomes({ site, viewer }: Call, role: SessionRole): void {
  const { is_full: _, ...session } = viewer.session
  site.store.put('Session', { ...session, ...role })
}

/** GET /getGlpiConfig */
export function glpiConfig({ site, root }: Call): Answer {
  const { documentMaxSizeMb, urgencyMask, notificationsEnabled } = site.configuration
  const cfg_glpi = {
    version: FULL_VERSION[site.version],
    ...signInSettings(site),
    document_max_size: String(documentMaxSizeMb),
    urgency_mask: String(urgencyMask),
    impact_mask: '62',
    priority_matrix: PRIORITY_MATRIX,
    list_limit_max: '50',
    url_base: root,
    language: 'fr_FR',
    use_notifications: notificationsEnabled ? '1' : '0',
    notifications_mailing: notificationsEnabled ? '1' : '0',
    ticket_types: TICKET_TYPES,
    reservation_types: site.version === '11.0' ? [...RESERVATION_TYPES, 'Rack'] : RESERVATION_TYPES,
  }
  return { status: 200, json: { cfg_glpi } }
}

/** By which ways one signs in, and what a password must be like: as texts, as GLPI keeps them. */
function signInSettings({ configuration, version }: Call['site']): Fields {
  const { credentialsLoginEnabled, tokenLoginEnabled, secondFactorEnforced, singleSignOn, passwordPolicy } =
    configuration
  const flag = (isOn: boolean) => (isOn ? '1' : '0')
  return {
    enable_api_login_credentials: flag(credentialsLoginEnabled),
    enable_api_login_external_token: flag(tokenLoginEnabled),
    // Of the variables that a web server may tell somebody by, REMOTE_USER is the second.
    ssovariables_id: singleSignOn.kind === 'web-server' ? '2' : '0',
    cas_host: singleSignOn.kind === 'cas' ? 'cas.example' : '',
    use_password_security: flag(passwordPolicy.isUsed),
    password_min_length: String(passwordPolicy.minimumLength),
    password_need_number: flag(passwordPolicy.number),
    password_need_letter: flag(passwordPolicy.letter),
    password_need_caps: flag(passwordPolicy.capital),
    password_need_symbol: flag(passwordPolicy.symbol),
    password_expiration_delay: String(configuration.passwordExpirationDelay),
    ...(version === '11.0' ? { '2fa_enforced': flag(secondFactorEnforced), non_reusable_passwords_count: '1' } : {}),
  }
}

interface HeldProfile {
  id: number
  name: string
  entities: Array<{ id: number; name: string; is_recursive: 0 | 1 }>
}

function profilesOf(call: Call): HeldProfile[] {
  const { store } = call.site
  const found = new Map<number, HeldProfile>()
  for (const { profiles_id, entities_id, is_recursive } of heldProfiles(store, call.viewer.user.id)) {
    const profile = found.get(profiles_id) ?? { id: profiles_id, name: profileById(profiles_id).name, entities: [] }
    profile.entities.push({ id: entities_id, name: encoded(call, entity(store, entities_id).name), is_recursive })
    found.set(profiles_id, profile)
  }
  return [...found.values()]
}

function encoded({ site }: Call, text: string): string {
  return site.version === '10.0' ? sanitize(text) : text
}

const TICKET_TYPES = [
  ...['Computer', 'Monitor', 'NetworkEquipment', 'Peripheral', 'Phone', 'Printer', 'Software', 'SoftwareLicense'],
  ...['Certificate', 'Line', 'DCRoom', 'Rack', 'Enclosure', 'Cluster', 'PDU', 'Domain', 'DomainRecord', 'Appliance'],
  ...['Item_DeviceSimcard', 'PassiveDCEquipment', 'DatabaseInstance', 'Database', 'Cable'],
]
const RESERVATION_TYPES = ['Computer', 'Monitor', 'NetworkEquipment', 'Peripheral', 'Phone', 'Printer', 'Software']
