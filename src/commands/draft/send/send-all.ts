import type { Context } from '../../../app/context.ts'
import { isWaiting, resumeCommand, shortId } from '../../../drafts/describe.ts'
import type { Draft, Owner } from '../../../drafts/draft.ts'
import { isNobodys, isOnlyOwner, ownerHere } from '../../../drafts/own-drafts.ts'
import { type ErrorCode, IpeosError, NotLoggedIn, PartlyDone, Unreachable } from '../../../errors/error.ts'
import { headOf, resumeImportCommand, type Unfinished } from '../../request/import/find-import.ts'
import { openTicket } from '../../request/open-ticket.ts'
import { sendKeptDraft } from './send-kept-draft.ts'

/** Something that waits: a draft, or an import that is not done. */
interface Waiting {
  /** The part of its number that people type. */
  id: string
  owner: Owner
  /** The command that goes on with it. */
  command: string
  /** Rejects as the command does that goes on with it. */
  send(): Promise<void>
  /** True when another `ipeos` that runs is at it. */
  inUse(): Promise<boolean>
}

/**
 * Sends all that waits, first what was begun first, then imports, each exactly once; another process that does the same is
 * no harm. What a person is still typing stays. Rejects with `PartlyDone` (7) when something is left that nobody is at:
 * whoever is at it says what becomes of it.
 */
export async function sendAll(context: Context): Promise<void> {
  const { waiting, leftAside } = await allThatWaits(context)
  if (waiting.length > 0) await sendEach(waiting, context)
  const count = waiting.length > 0 ? await countLeft(context) : leftAside
  if (count > 0) throw new PartlyDone('drafts-left', { count })
}

/** What another process brought to its end, or took up, meanwhile is not left. */
async function countLeft(context: Context): Promise<number> {
  const { waiting, leftAside } = await allThatWaits(context)
  const busy = await Promise.all(waiting.map((one) => one.inUse()))
  const idle = new Set(waiting.filter((_one, place) => !busy[place]).map(({ id }) => id))
  if (idle.size === 0) return leftAside
  // Between the look at the list and at the claim it may have gone.
  const now = await allThatWaits(context)
  return now.waiting.filter(({ id }) => idle.has(id)).length + now.leftAside
}

/** `leftAside`: how many there are besides that others may have written. */
async function allThatWaits(context: Context): Promise<{ waiting: Waiting[]; leftAside: number }> {
  const kept = await waitingDrafts(context)
  const drafts = kept.waiting.map((draft): Waiting => {
    const send = async (): Promise<void> => {
      if (!(await context.drafts.inUse(draft))) await sendOne(draft, context)
    }
    const inUse = () => context.drafts.inUse(draft)
    return { id: shortId(draft), owner: draft.owner, command: resumeCommand(draft), send, inUse }
  })
  const { imports, given, leftAside } = await (await context.imports()).list()
  const unfinished: Unfinished[] = [...imports.map((kept) => ({ kept })), ...given.map((one) => ({ given: one }))]
  const waiting = [...drafts, ...unfinished.reverse().map((one) => waitingImport(one, context))]
  return { waiting, leftAside: leftAside + kept.leftAside }
}

function waitingImport(one: Unfinished, context: Context): Waiting {
  const head = headOf(one)
  const send = async (): Promise<void> => {
    const { finishImport } = await import('../../request/import/import-lines.ts')
    await finishImport(one, { output: undefined }, context)
  }
  const inUse = async () => (await context.imports()).inUse(head.id)
  return { id: head.id.slice(0, 8), owner: head.owner, command: resumeImportCommand(head), send, inUse }
}

async function waitingDrafts({ drafts }: Context): Promise<{ waiting: Draft[]; leftAside: number }> {
  const { drafts: newestFirst, leftAside } = await drafts.list()
  const all = newestFirst.reverse().sort((one, other) => Date.parse(one.created) - Date.parse(other.created))
  const joined = new Set(all.flatMap((draft) => (draft.kind === 'ticket' ? (draft.joined ?? []) : [])))
  // Its text is in another already: whoever joined them was killed before it went.
  for (const draft of all) if (joined.has(draft.id)) await drafts.delete(draft).catch(() => undefined)
  return { waiting: all.filter((draft) => isWaiting(draft) && !joined.has(draft.id)), leftAside }
}

async function sendEach(waiting: Waiting[], context: Context): Promise<void> {
  const { terminal, t } = context
  try {
    const owner = await ownerHere(context)
    const isOnly = await isOnlyOwner(owner, context)
    for (const one of waiting) {
      const { id, command, send } = one
      if (!isOnly && isNobodys(one)) {
        terminal.warn('draft.nobodys', { id, user: owner.user, command })
        continue
      }
      await send().catch((error: unknown) => {
        // Sent, or joined to another, meanwhile; or taken up by another process.
        if (isElsewhere(error)) return
        if (!(error instanceof IpeosError) || isForAll(error)) throw error
        // It was sent, but for a part: its own sentence says so.
        if (error instanceof PartlyDone) terminal.warn(error.text)
        else
          terminal.warn('draft.not-sent', { id, reason: [error.text, ...error.lines].map((one) => t(one)).join(' ') })
      })
    }
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    terminal.warn('draft.none-sent', { reason: t(error.text) })
  }
}

function sendOne({ id, kind }: Draft, context: Context): Promise<void> {
  const asWritten = { resume: id, yes: true, unattended: true }
  return kind === 'ticket' ? openTicket(asWritten, context) : sendKeptDraft(id, context)
}

const elsewhere: ErrorCode[] = ['draft-not-found', 'draft-in-use', 'import-not-found', 'import-in-use']

function isElsewhere(error: unknown): boolean {
  return error instanceof IpeosError && elsewhere.includes(error.code)
}

/** What stops one stops all: a network that is away, a login that is refused; not what concerns a form alone. */
function isForAll(error: IpeosError): boolean {
  if (error.code === 'perhaps-submitted' || error.code === 'forms-down') return false
  return error instanceof Unreachable || error instanceof NotLoggedIn
}
