import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { madeOnce } from '../../../drafts/once/made-once.ts'
import {
  ExitAs,
  exitCodeOfAll,
  IpeosError,
  MissingInformation,
  NotFound,
  PartlyDone,
  Unreachable,
  WrongUsage,
} from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import { isGroup, type Observer } from '../../../itil/ticket-form.ts'
import type { TicketPart } from '../../../itil/ticket-part.ts'
import { observerShape } from '../../../records/ticket/observer.ts'
import { plain } from '../../../terminal/sanitize.ts'
import { missing } from '../../choice/pick.ts'
import { described } from '../../command-facts.ts'
import { addJsonFlags, printedSchema } from '../../output.ts'
import { askObservers } from '../../request/field/ask-observers.ts'
import { isSame, understandObservers } from '../../request/field/understand-observers.ts'
import { ticketArgument } from '../ticket-number.ts'
import { isObserver } from './named-part.ts'
import { namesOf, type ObserverFlags, printObservers, ticketOf } from './told.ts'

interface AddFlags extends ObserverFlags {
  /** False with `--no-notify`. */
  notify?: boolean
}

export function addObserverAdd(observer: Command, context: Context, run = add): void {
  const { t } = context
  const command = described(observer.command('add'), 'observer.add', t)
    .addArgument(ticketArgument('[ticket]', t('show.ticket')))
    .argument('[persons...]', t('observer.add.persons'))
    .option('--no-notify', t('observer.add.option.no-notify'))
    .action((id: number | undefined, words: string[], flags: AddFlags) => run(id, words, flags, context))
  addJsonFlags(command, t, observerShape, 'observer.option.json')
  command.examples = ['ipeos ticket observer add 15', 'ipeos ticket observer add 15 henri --no-notify']
}

/** Lets others follow a ticket: those whom the site offers, and nobody else, for they would not see it. */
async function add(
  named: number | undefined,
  words: string[],
  { notify: notified = true, ...flags }: AddFlags,
  context: Context,
): Promise<void> {
  if (printedSchema(flags, observerShape, context)) return
  const { terminal, t } = context
  if (words.length === 0 && !terminal.interactive)
    throw missing('observer', `ipeos ticket observer add ${named ?? 15} NAME`)
  const id = await ticketOf(named, 'add', context)
  if (id === undefined) return
  const platform = await context.platform()
  const before = await terminal.during(t('terminal.waiting'), platform.around.people(id))
  const wanted = await whoIsMeant(id, words, platform, context)
  const group = notified ? undefined : wanted.find(isGroup)
  if (group) throw new WrongUsage('group-mails', { id, name: group.name })
  const fresh = wanted.filter((one) => !isThere(one, before, id, context))
  const failures = await addEach(id, fresh, { notified, platform, context })
  const after = fresh.length > 0 ? await platform.around.people(id) : before
  const failure = tell(id, { fresh, after, notified, failures }, context)
  await printObservers(id, after, flags, context)
  if (failure) throw failure
}

/** Throws `NotFound` (3) where one of them is not offered, `MissingInformation` (2) where a word may mean several. */
async function whoIsMeant(id: number, words: string[], { people }: Platform, context: Context): Promise<Observer[]> {
  const { terminal, t } = context
  const byAddress = await terminal.during(t('terminal.waiting'), people.byAddress())
  if (words.length === 0) {
    const asked = { known: [], byAddress, mandatory: false, back: false, keep: async () => undefined }
    const observers = await askObservers(asked, context)
    if (observers.length === 0) terminal.note('observer.nobody', { id })
    return observers
  }
  const understanding = understandObservers(words, { observers: { byAddress } }, people, t)
  const { observers, problems, unknown } = await terminal.during(t('terminal.waiting'), understanding)
  const lines = problems.map(({ key, parameters = {} }) => ({ key, parameters }))
  if (unknown.length > 0) throw new NotFound('observer-not-offered', { id }, { lines })
  if (problems.length > 0) throw new MissingInformation('observer-unclear', { id }, { lines })
  return observers
}

/** Who has a part in it already is told, and not doubled. */
function isThere(one: Observer, parts: readonly TicketPart[], id: number, { terminal }: Context): boolean {
  const part = parts.find((other) => isPartOf(one, other))
  if (part) terminal.note(`observer.is.${part.part}`, { id, name: plain(part.name) })
  return part !== undefined
}

function isPartOf(one: Observer, part: TicketPart): boolean {
  const { user, email, name } = part
  if (isGroup(part)) return isSame(one, { name, group: part.group })
  return isSame(one, user > 0 ? { name, user } : { name, email })
}

interface Adding {
  notified: boolean
  platform: Platform
  context: Context
}

/** One after the other; what the platform refuses of one keeps no other back. Where it is gone, the rest fail by that. */
async function addEach(
  id: number,
  observers: readonly Observer[],
  { notified, platform: { around }, context }: Adding,
): Promise<Map<Observer, IpeosError>> {
  const failures = new Map<Observer, IpeosError>()
  for (const [place, one] of observers.entries()) {
    const isObserving = async () => (await around.people(id)).some((part) => isObserver(part) && isPartOf(one, part))
    const send = () => around.addObserver(id, one, { notified })
    try {
      await context.terminal.during(context.t('write.sending'), madeOnce({ isThere: isObserving, send }, context))
    } catch (error) {
      if (!(error instanceof IpeosError)) throw error
      const isGone = error instanceof Unreachable
      for (const other of isGone ? observers.slice(place) : [one]) failures.set(other, error)
      if (isGone) break
    }
  }
  return failures
}

interface Added {
  fresh: readonly Observer[]
  after: readonly TicketPart[]
  notified: boolean
  failures: ReadonlyMap<Observer, IpeosError>
}

/** Tells who observes since; gives the error with which to end where the platform left somebody out. */
function tell(
  id: number,
  { fresh, after, notified, failures }: Added,
  { terminal, t }: Context,
): IpeosError | undefined {
  const parts = fresh.map((one) => ({ one, part: after.find((part) => isObserver(part) && isPartOf(one, part)) }))
  const there = parts.flatMap(({ one, part }) => (part ? { one, part } : []))
  if (there.length > 0) {
    terminal.done('observer.added', { id, count: there.length, names: namesOf(there.map(({ part }) => part)) })
    const isByAddress = ({ part }: { part: TicketPart }) => part.user === 0 && !isGroup(part)
    if (there.some(({ part }) => part.user > 0)) terminal.note('observer.only-reads')
    if (there.some(({ part }) => isGroup(part))) terminal.note('observer.group-reads')
    if (there.some(isByAddress)) terminal.note('observer.address-alone')
  }
  const otherwise = there.filter(({ part }) => part.notified !== notified)
  for (const { part } of otherwise) terminal.warn('observer.mails-otherwise', { name: plain(part.name) })
  const lost = parts.filter(({ part }) => !part).map(({ one }) => one)
  const [first] = failures.values()
  if (lost.length === 1 && there.length === 0 && first) return first
  for (const one of lost) {
    const error = failures.get(one)
    const reason = error ? t(error.text) : t('observer.dropped-silently')
    terminal.warn('observer.left-out', { name: plain(one.name), reason })
  }
  if (lost.length > 1 && lost.length === failures.size && there.length === 0) return nobodyAdded(id, failures)
  return lost.length + otherwise.length > 0 ? new PartlyDone('observers-left-out', { id }) : undefined
}

/** Ends with the exit code of their reason, and with what to do about it, where it is the same for all. */
function nobodyAdded(id: number, failures: ReadonlyMap<Observer, IpeosError>): IpeosError {
  const [first, ...others] = failures.values()
  const hint = others.every(({ code }) => code === first?.code) ? first?.hint : undefined
  return new ExitAs(exitCodeOfAll([...failures.values()]), 'no-observer-added', { id }, { hint })
}
