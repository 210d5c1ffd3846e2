import type { Context } from '../../app/context.ts'
import { keptItems } from '../../drafts/describe.ts'
import type { TicketDraft } from '../../drafts/draft.ts'
import type { OpenDraft } from '../../drafts/drafts.ts'
import { noted } from '../../drafts/noted.ts'
import { closeDraft, hintOfRefused, type Missing, wordsOfMissing } from '../../drafts/send-files.ts'
import { tellMissingFiles } from '../../drafts/send-message.ts'
import { newTicket, type SentTicket } from '../../drafts/send-ticket.ts'
import { tellAnswer } from '../../drafts/tell-answer.ts'
import { IpeosError, PartlyDone } from '../../errors/error.ts'
import type { Message } from '../../i18n/translate.ts'
import { isGroup } from '../../itil/ticket-form.ts'
import type { ChosenFields } from '../../records/chosen-fields.ts'
import { toJson } from '../../records/format/json.ts'
import { ticketRecord } from '../../records/ticket/ticket.ts'
import { plain } from '../../terminal/sanitize.ts'
import { typeWord, urgencyWord } from '../../views/word.ts'
import { droppedOf, type Expected, partsFor } from './arrival/dropped.ts'
import { tellRelated } from './arrival/related.ts'
import { seenTicket } from './arrival/seen-ticket.ts'
import { tellMadeByForm, tellUnseen } from './arrival/tell-form.ts'
import { offerToCancel, tellTwins } from './arrival/twins.ts'
import type { Arrival } from './dedupe.ts'

/**
 * Tells where a request went, then forgets its draft. Throws `PartlyDone` (7) when some of its files are missing, or the
 * ticket cannot be read. `asks`: a person is there to say what becomes of a ticket that is there twice.
 */
export async function tellArrival(
  arrival: Arrival,
  open: OpenDraft<TicketDraft>,
  print: (id: number, link: string) => Promise<void>,
  context: Context,
  { asks = false }: { asks?: boolean } = {},
): Promise<void> {
  if ('nowhere' in arrival) return context.terminal.note(`alert.${arrival.nowhere}`, { id: arrival.former ?? 0 })
  if ('accepted' in arrival) {
    const { accepted: id, sent } = arrival
    const failure = await tellAnswer(sent, id, context)
    await print(id, await (await context.platform()).tickets.link(id))
    if (failure) throw failure
    return
  }
  if ('leftOutOf' in arrival) {
    const { leftOutOf: id, leftOut } = arrival
    const link = await tellWhere('new.left-out', id, context, { count: leftOut.count, files: leftOut.files ?? 0 })
    return print(id, link)
  }
  if ('addedTo' in arrival) {
    const { addedTo: id, sent, related, unlinked } = arrival
    const link = await tellWhere('new.added', id, context)
    const apart = tellRelated(id, { related, unlinked }, context)
    await print(id, link)
    const failure = tellMissingFiles(sent, id, context) ?? apart
    if (failure) throw failure
    return
  }
  if ('unseen' in arrival) return tellUnseen(arrival, open, context)
  return tellSaved(arrival, open, print, context, asks)
}

async function tellSaved(
  { id, others = [], missing, younger, unlinked }: SentTicket,
  open: OpenDraft<TicketDraft>,
  print: (id: number, link: string) => Promise<void>,
  context: Context,
  asks: boolean,
): Promise<void> {
  const { terminal, seen, settings, t } = context
  const link = await tellWhere(settings.sandbox ? 'new.saved-rehearsed' : 'new.saved', id, context)
  const links = [link]
  for (const other of others) links.push(await tellWhere('new.also-saved', other, context))
  tellTwins([{ id, younger }], context)
  const dropped = await tellResult([id, ...others], open.draft, context)
  const apart = tellRelated(id, { related: open.draft.related, unlinked }, context)
  if (asks) await offerToCancel([{ id, younger }], context)
  const { title = '' } = open.draft.answers
  await seen.remember(
    'ticket',
    [id, ...others].map((one) => seenTicket({ id: one, title, status: 'new' }, t)),
  )
  const { form } = open.draft
  const isText = !form || form.textIn !== undefined
  if (open.draft.bestEffort && isText) await noteRefused(id, missing, context)
  else for (const one of missing) terminal.warn(wordsOfMissing(one, t))
  const trouble = await printAll([id, ...others], links, print)
  // Only now: a command killed before its last word says it again.
  const resume = await closeDraft(open, missing)
  if (missing.length > 0) throw filesMissing(id, missing, resume)
  const failure = trouble ?? dropped ?? apart
  if (failure) throw failure
}

/** Each as it is asked for; gives why one could not be. */
async function printAll(
  ids: number[],
  links: string[],
  print: (id: number, link: string) => Promise<void>,
): Promise<unknown> {
  let trouble: unknown
  for (const [index, id] of ids.entries())
    await print(id, links[index] ?? '').catch((error: unknown) => {
      trouble ??= notRead(id, error)
    })
  return trouble
}

/** Tells what the platform made of a request; gives the error with which to end where it dropped some of it. */
async function tellResult(ids: number[], draft: TicketDraft, context: Context): Promise<PartlyDone | undefined> {
  const [id = 0] = ids
  if (draft.form) return tellMadeByForm(ids, { ...draft, form: draft.form }, context)
  return tellDifferences(id, draft, context)
}

/**
 * The platform takes what it does not offer, and makes something else of it; its own rules may change it too. Gives the error with
 * which to end where it dropped something altogether.
 */
async function tellDifferences(
  id: number,
  { answers }: TicketDraft,
  context: Context,
): Promise<PartlyDone | undefined> {
  const { terminal, platform, t } = context
  const asked = newTicket(answers)
  try {
    const { tickets, session } = await platform()
    const expected = expectedOf(answers, (await session()).person.id)
    const stored = await tickets.stored(id, partsFor(expected))
    const differences = [
      ...(stored.urgency === asked.urgency ? [] : [t('new.differs.urgency', { is: urgencyWord(stored.urgency, t) })]),
      ...(stored.type === asked.type || !stored.type ? [] : [t('new.differs.type', { is: typeWord(stored.type, t) })]),
      ...(stored.categoryId === (asked.categoryId ?? stored.categoryId) ? [] : [t('new.differs.category')]),
    ]
    if (differences.length > 0) terminal.warn('new.differs', { id, differences: differences.join(', ') })
    const dropped = droppedOf(expected, [stored])
    if (expected.observers?.some(isGroup)) terminal.note('observer.group-reads')
    for (const { key, parameters } of dropped) terminal.warn(key, parameters)
    return dropped.length > 0 ? new PartlyDone('ticket-dropped', { id }) : undefined
  } catch (error) {
    // That it cannot be looked at changes nothing of the ticket, which is there.
    if (!(error instanceof IpeosError)) throw error
    return undefined
  }
}

/** What of the answers is to be found on the ticket. */
function expectedOf({ observers = [], equipment, location, notify }: TicketDraft['answers'], user: number): Expected {
  const items = keptItems(equipment)
  return {
    ...(observers.length > 0 && { observers }),
    ...(items.length > 0 && { items }),
    ...(location && { location: { id: location.id, name: location.fullName } }),
    ...(notify !== undefined && { requester: { user, notify } }),
  }
}

/** Puts into the description of a ticket that is just opened which files the platform would not have. */
async function noteRefused(id: number, missing: Missing[], context: Context): Promise<void> {
  const { terminal, settings, t } = context
  for (const one of missing) if (one.unseen) terminal.warn(wordsOfMissing(one, t))
  // What may be there is no part of a note that stays.
  const known = missing.filter(({ unseen }) => !unseen)
  const note = noted(
    '',
    known.map((one) => wordsOfMissing(one, t)),
    context,
  )
  if (!missing.some(({ refused }) => refused)) return
  const { tickets } = await context.platform()
  // Somebody wrote on it meanwhile, or the network is gone: the warning says it, and the exit code.
  await tickets.addToDescription(id, note).catch((error: unknown) => {
    if (!(error instanceof IpeosError)) throw error
    if (settings.debug) terminal.show(plain(String(error)))
  })
}

/** Throws `PartlyDone` where files of the request could not be had: the ticket says which. */
export function failOnLostFiles(arrival: Arrival, { lostFiles = 0 }: Pick<TicketDraft, 'lostFiles'>): void {
  if (lostFiles === 0) return
  if ('addedTo' in arrival) throw new PartlyDone('ticket-files-lost', { id: arrival.addedTo, count: lostFiles })
  if ('id' in arrival) throw new PartlyDone('ticket-files-lost', { id: arrival.id, count: lostFiles })
  if ('unseen' in arrival) throw new PartlyDone('unseen-files', { count: lostFiles })
}

/** Gives the address of the ticket on the web; `more`: of what was left out there. */
async function tellWhere(
  key: 'new.saved' | 'new.also-saved' | 'new.saved-rehearsed' | 'new.added' | 'new.left-out',
  id: number,
  { platform, terminal, settings }: Context,
  more?: { count: number; files: number },
): Promise<string> {
  if (more) terminal.note(key, { id, ...more })
  else terminal.done(key, { id })
  const link = await (await platform()).tickets.link(id)
  if (!settings.quiet) terminal.show(link)
  terminal.note('new.follow', { id })
  return link
}

/** The number for scripts, or the ticket as JSON; a person was told already. */
export async function printForScripts(
  id: number,
  link: string,
  json: ChosenFields | undefined,
  context: Context,
): Promise<void> {
  const { terminal, platform, settings } = context
  context.wrote({ key: 'new.is-there', parameters: { id } })
  if (json !== undefined) {
    const ticket = await (await platform()).tickets.get(id)
    terminal.print(toJson(ticketRecord(ticket, link, context.dates()), json))
  } else if (!terminal.outputIsTerminal || settings.quiet) terminal.print(String(id))
}

/** What may still be sent goes on from the draft, what was refused has to be made another file. */
function filesMissing(id: number, missing: Missing[], resume: string | undefined): PartlyDone {
  const hint: Message = resume
    ? {
        key: missing.some(({ unseen }) => unseen) ? 'draft.see-command' : 'attach.again',
        parameters: { command: resume },
      }
    : hintOfRefused(missing, 'ticket', id)
  return new PartlyDone('ticket-files-missing', { id, count: missing.length }, { hint })
}

function notRead(id: number, error: unknown): unknown {
  // It was read: what is wrong is told by itself.
  if (!(error instanceof IpeosError) || error.code === 'output-not-filtered') return error
  return new PartlyDone('ticket-not-read', { id }, { cause: error })
}
