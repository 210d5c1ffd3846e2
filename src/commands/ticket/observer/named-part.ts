import { Failed, NotFound, WrongUsage } from '../../../errors/error.ts'
import type { ObserverPart } from '../../../glpi/around/around.ts'
import { isGroup } from '../../../itil/ticket-form.ts'
import type { TicketPart } from '../../../itil/ticket-part.ts'
import { match, type Nameable } from '../../choice/match.ts'

export function isObserver(part: TicketPart): part is ObserverPart {
  return part.part === 'observer'
}

/**
 * Whom of those who observe a ticket a word means. Rejects with `NotFound` that names those there are, and with `Failed` for
 * somebody who has another part in it: that is never changed here.
 */
export function observerNamed(text: string, parts: readonly TicketPart[], id: number): ObserverPart {
  const observers = parts.filter(isObserver)
  const found = match(text, observers.map(nameable))
  if ('found' in found) return found.found
  if ('ambiguous' in found) throw new WrongUsage('ambiguous-observer', { text, names: found.ambiguous.join(', ') })
  const other = match(text, parts.filter((one) => !isObserver(one)).map(nameable))
  if ('found' in other) throw new Failed('no-observer', { id, name: other.found.name })
  const names = observers.map(({ name }) => name).join(', ')
  throw new NotFound(names === '' ? 'no-observers' : 'unknown-observer', { id, text, names })
}

/** Groups have numbers of their own. */
export function isSamePart(one: TicketPart, other: TicketPart): boolean {
  return one.id === other.id && isGroup(one) === isGroup(other)
}

/** By the login, the address, or the name in either order. */
function nameable<Part extends TicketPart>(part: Part): Nameable<Part> {
  const { name, login, email } = part
  return {
    value: part,
    keys: [login, email].flatMap((key) => key || []),
    names: [name, name.split(' ').reverse().join(' ')],
  }
}
