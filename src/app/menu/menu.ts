import { pickTicket } from '../../commands/choice/pick-ticket.ts'
import { pickToResume } from '../../commands/draft/pick-draft.ts'
import { inTime, patience } from '../../commands/home/in-time.ts'
import { waitingApprovals } from '../../commands/home/read-home.ts'
import { ticketNumber } from '../../commands/ticket/ticket-number.ts'
import { resumeCommand } from '../../drafts/describe.ts'
import type { Draft } from '../../drafts/draft.ts'
import { currentOwner, idleDrafts } from '../../drafts/own-drafts.ts'
import { Cancelled, IpeosError } from '../../errors/error.ts'
import { ticketPages } from '../../glpi/ticket/every-ticket.ts'
import type { Person } from '../../itil/person.ts'
import type { TicketSummary } from '../../itil/ticket.ts'
import type { TicketFilter } from '../../itil/ticket-query.ts'
import { plain } from '../../terminal/sanitize.ts'
import { cut } from '../../terminal/width.ts'
import { kindWord, subjectOf } from '../../views/draft.ts'
import type { Context } from '../context.ts'
import { approvalMenu } from './approval-menu.ts'
import { type Item, type MenuPlace, offer } from './offer.ts'
import { ticketMenu } from './ticket-menu.ts'

/** The latest of some tickets, and how many there are. */
interface Some {
  latest?: TicketSummary | undefined
  total: number
}

/** What there is to be done. */
interface Now {
  person?: Person
  /** Those whose solution this person is to answer. */
  awaiting?: Some
  /** What was begun, and not sent, the last first. */
  drafts?: Draft[]
  /** How many requests wait for this person's approval. */
  toApprove?: number
  /** The closed ones whose survey waits for a mark. */
  toRate?: Some | undefined
  /** Something is announced. */
  hasNews?: boolean
}

/**
 * What `ipeos` alone ends in: what can be done, to be chosen, until the person leaves. What is chosen is a command line, run
 * as if it were typed; then the menu is there again, as things stand by then.
 */
export async function menu(place: MenuPlace): Promise<void> {
  for (;;) {
    const chosen = await offer(place.context.t('menu.question'), itemsOf(await now(place), place), place)
    if (chosen === undefined || (await chosen()) === 'leave') return
  }
}

/** Where the platform does not answer, the menu offers what can be tried all the same. */
async function now(place: MenuPlace): Promise<Now> {
  const { terminal, t } = place.context
  try {
    return await terminal.during(t('terminal.waiting'), read(place.context))
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    await place.tell(error)
    return {}
  }
}

async function read({ platform: connect, drafts, clock }: Context): Promise<Now> {
  const platform = await connect()
  const { person } = await platform.session()
  const begun = await idleDrafts(drafts, await currentOwner(platform))
  const found: Now = { person, drafts: begun }
  const asking = inTime([askApprovals, askSurveys, askNews], { lanes: 2, patience })
  found.awaiting = await some({ awaitsMe: true })
  await asking
  return found

  async function askApprovals(): Promise<void> {
    found.toApprove = (await waitingApprovals(platform)).length
  }

  async function askSurveys(): Promise<void> {
    found.toRate = await some({ toRate: true })
  }

  async function some(filter: TicketFilter): Promise<Some> {
    const counted: Some = { total: 0 }
    for await (const { tickets, total } of ticketPages(platform, { filter, limit: 1 }, clock.now())) {
      counted.latest ??= tickets[0]
      counted.total = total
    }
    return counted
  }

  async function askNews(): Promise<void> {
    found.hasNews = (await platform.news.announcements()).length > 0
  }
}

/** Columns of what is not ours within a choice. */
const longestTitle = 40

function itemsOf(found: Now, place: MenuPlace): Item[] {
  const { person, awaiting, toRate, drafts = [], toApprove = 0, hasNews = false } = found
  const { t } = place.context
  const line = (words: string[]): Item['act'] => {
    return async () => {
      await place.run(words)
      return undefined
    }
  }
  const answer = (id: number | undefined) => (id === undefined ? choose('accept', place) : ticketMenu(id, place))
  const rate = (id: number | undefined) => line(['ticket', 'rate', ...(id === undefined ? [] : [String(id)])])()
  return [
    ...itemOf('answer', awaiting, answer, place),
    ...(toApprove > 0 ? [{ says: t('menu.approve', { count: toApprove }), act: () => approvalMenu(place) }] : []),
    ...itemOf('rate', toRate, rate, place),
    ...resumeItems(drafts, place),
    ...(person?.opensNone ? [] : [{ says: t('menu.open'), act: line(['ticket', 'new']) }]),
    { says: t('menu.read'), act: () => choose('show', place) },
    ...(hasNews ? [{ says: t('menu.news'), act: line(['news']) }] : []),
    { says: t('menu.faq'), act: line(['faq', 'show']) },
    { says: t('menu.reserve'), act: line(['reservation', 'new']) },
    { says: t('menu.leave'), act: async () => 'leave' },
  ]
}

/** The only one is named, and gone to; of several, none is. */
function itemOf(
  what: 'answer' | 'rate',
  some: Some | undefined,
  act: (id: number | undefined) => ReturnType<Item['act']>,
  { context: { t } }: MenuPlace,
): Item[] {
  if (!some?.latest) return []
  const { id, title } = some.latest
  const says = t(`menu.${what}`, { count: some.total, id, title: cut(plain(title), longestTitle) })
  return [{ says, act: () => act(some.total === 1 ? id : undefined) }]
}

/** The only draft by what it is; of several one is chosen. */
function resumeItems(drafts: Draft[], place: MenuPlace): Item[] {
  const [draft, ...others] = drafts
  if (!draft) return []
  const resume = async (one: Draft): Promise<undefined> => {
    await place.run(resumeCommand(one).split(' ').slice(1))
    return undefined
  }
  if (others.length === 0) return [{ says: resumeSays(draft, place), act: () => resume(draft) }]
  const act = () => unlessLeft(async () => resume(await pickToResume(drafts, place.context)), place)
  return [{ says: place.context.t('menu.resume-one'), act }]
}

function resumeSays(draft: Draft, { context: { t } }: MenuPlace): string {
  const subject = subjectOf(draft, t).split('\n')[0] ?? ''
  return t('menu.resume', {
    what: kindWord(draft, t),
    subject: subject ? `(${cut(subject, longestTitle)})` : '',
  }).trim()
}

/** One ticket of those that fit, and what can be done with it. */
async function choose(verb: 'show' | 'accept', place: MenuPlace): Promise<undefined> {
  return unlessLeft(async () => {
    const id = await pickTicket(verb, ticketNumber, place.context)
    if (id !== undefined) await ticketMenu(id, place)
  }, place)
}

/** Who leaves a list is where they came from. */
async function unlessLeft(act: () => Promise<unknown>, place: MenuPlace): Promise<undefined> {
  try {
    await act()
  } catch (error) {
    if (error instanceof Cancelled) return
    if (!(error instanceof IpeosError)) throw error
    await place.tell(error)
  }
}
