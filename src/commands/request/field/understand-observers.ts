import type { Problem } from '../../../errors/error.ts'
import type { People } from '../../../glpi/people/people.ts'
import { folded } from '../../../i18n/folded.ts'
import type { Translate } from '../../../i18n/translate.ts'
import { isEmailAddress } from '../../../itil/email-address.ts'
import { type FormPerson, isGroup, type Observer, type TicketForm } from '../../../itil/ticket-form.ts'
import { match, type Nameable } from '../../choice/match.ts'
import { isNone } from './none-word.ts'

/** Who may observe, as the platform tells it page by page. */
type Directory = Pick<People, 'find'>

export interface NamedObservers {
  observers: Observer[]
  problems: Problem[]
  /** Those of the words that nobody is called. */
  unknown: string[]
}

/** Why a word names no observer. */
type Missed = { problem: Problem; isUnknown?: true }

/**
 * Whom `--observer` means, of those whom the form offers; or an address, where the site takes one. Rejects with `Failed` where
 * the site does not say whom it offers.
 */
export async function understandObservers(
  words: readonly string[],
  { observers: taken }: Pick<TicketForm, 'observers'>,
  directory: Directory,
  t: Translate,
): Promise<NamedObservers> {
  const named = words.map((word) => word.trim()).filter((word) => word !== '' && !isNone(word, t))
  if (named.length === 0) return { observers: [], problems: [], unknown: [] }
  if (!taken) {
    const parameters = { text: named.join(', ') }
    return { observers: [], problems: [{ field: 'observers', key: 'new.not-taken.observer', parameters }], unknown: [] }
  }
  const found: NamedObservers = { observers: [], problems: [], unknown: [] }
  for (const text of named) {
    const one = isEmailAddress(text)
      ? await byAddress(text, taken.byAddress, directory)
      : await byName(text, directory, t)
    if ('problem' in one) {
      found.problems.push(one.problem)
      if (one.isUnknown) found.unknown.push(text)
    } else if (!found.observers.some((other) => isSame(one, other))) found.observers.push(one)
  }
  return found
}

/** The same person, or the same address. */
export function isSame(one: Observer, other: Observer): boolean {
  if ('user' in one) return 'user' in other && one.user === other.user
  if (isGroup(one)) return isGroup(other) && one.group === other.group
  return 'email' in other && folded(one.email) === folded(other.email)
}

/** A person whose address it is can read the ticket, too: an address alone only gets its mails. */
async function byAddress(email: string, isTaken: boolean, directory: Directory): Promise<Observer | Missed> {
  const { people } = await directory.find(email, 1)
  const owner = people.find((one) => one.email !== undefined && folded(one.email) === folded(email))
  if (owner) return observerOf(owner)
  return isTaken
    ? { name: email, email }
    : { problem: { field: 'observers', key: 'new.observer-address', parameters: { text: email } } }
}

async function byName(text: string, directory: Directory, t: Translate): Promise<Observer | Missed> {
  const [, kind = 'User', number] = /^(?:(User|Group)s?(?:_id)?[-_:])?(\d+)$/i.exec(text) ?? []
  const wanted = number === undefined ? text : keyOf(kind, number)
  const some = number === undefined ? (await directory.find(text, 1)).people : []
  const named = (one: FormPerson) => nameable(one, t)
  const first = match(wanted, some.map(named))
  // Perhaps it is spelled otherwise, or by a number: only all of them tell.
  const found = 'near' in first ? match(wanted, (await everybody(directory)).map(named)) : first
  if ('found' in found) return observerOf(found.found)
  if ('ambiguous' in found) return { problem: missed('ambiguous', text, found.ambiguous) }
  return { problem: missed(found.near.length > 0 ? 'unknown' : 'no-such', text, found.near), isUnknown: true }
}

function missed(how: 'ambiguous' | 'unknown' | 'no-such', text: string, names: string[]): Problem {
  return { field: 'observers', key: `new.${how}.observers`, parameters: { text, names: names.join(', ') } }
}

/** Of a site with more, the nearest names may be missing from what is told. */
const mostPages = 10

async function everybody(directory: Directory): Promise<FormPerson[]> {
  const all: FormPerson[] = []
  for (let page = 1; page <= mostPages; page += 1) {
    const { people, more } = await directory.find('', page)
    all.push(...people)
    if (!more) break
  }
  return all
}

function keyOf(kind: string, number: string | number): string {
  return /^group/i.test(kind) ? `group_${number}` : String(number)
}

/** By the login, the number or the address; by the name in either order, of a group with the word for it too. */
function nameable(one: FormPerson, t: Translate): Nameable<FormPerson> {
  const { name, login, email } = one
  if (isGroup(one))
    return { value: one, keys: [keyOf('group', one.group)], names: [t('observer.group', { name }), name] }
  const turned = name.split(' ').reverse().join(' ')
  return {
    value: one,
    keys: [String(one.user), ...(login ? [login] : []), ...(email ? [email] : [])],
    names: [login && login !== name ? `${name} (${login})` : name, name, turned],
  }
}

/** The same, to be kept. */
export function observerOf({ name, ...one }: FormPerson): Observer {
  return isGroup(one) ? { name, group: one.group } : { name, user: one.user }
}
