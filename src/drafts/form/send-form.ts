import { Failed, type IpeosError, Unreachable, WrongUsage } from '../../errors/error.ts'
import type { OutgoingFile } from '../../glpi/document/documents.ts'
import type { OpenForm, Submission, Submitted } from '../../glpi/forms/open-form.ts'
import type { Platform } from '../../glpi/platform.ts'
import type { Person } from '../../itil/person.ts'
import { questionsOf } from '../../itil/site-form.ts'
import { shortId } from '../describe.ts'
import type { TicketDraft } from '../draft.ts'
import type { OpenDraft } from '../drafts.ts'
import { exactlyOnce } from '../exactly-once.ts'
import type { ShownFile } from '../file/shown-files.ts'
import { lookForTwins } from '../once/twin-look.ts'
import { filesNow, workPerByte } from '../send-files.ts'
import type { Sender } from '../sender.ts'
import { type FormOfDraft, placesOf, withAddition } from './file-places.ts'
import { type DraftForm, delegateUser } from './form-draft.ts'
import { markPlace } from './mark-place.ts'
import { fitOf } from './same-answers.ts'

/** What came of answers to a form: at least one ticket, or, where this account may see none, the site's name for them. */
export interface SentForm {
  tickets: number[]
  unseen?: string
  /** An earlier command had sent them. */
  wasThere: boolean
  /** Tickets of the same answers besides: something on the way sent them twice. */
  younger: number[]
}

export interface FormSending {
  /** The form, where it is open already. */
  opened?: OpenForm | undefined
  /** What was sent without an answer, and leaves no trace, is sent once more: a person said so. */
  again?: boolean | undefined
  onDoubt?(seconds: number): void
}

/** What keeps the answers to a form, and how far they got: a draft, or a line of an import. */
export type FormHolder = Pick<OpenDraft<TicketDraft>, 'draft' | 'change'>

/**
 * Sends the answers of a draft, with its files, exactly once: how far it got is in the draft before and after each step.
 * What was sent and not answered is looked for by its mark, else among the tickets of the form by what the answers say; only
 * where a form is known to make tickets that this account sees, is what is not found sent again. Rejects with the
 * platform's error, with `Unreachable` (`perhaps-submitted`) where nobody can tell, with `WrongUsage` where a key has no
 * place in the form.
 */
export async function sendForm(
  open: FormHolder,
  platform: Platform,
  context: Pick<Sender, 'patience' | 'files' | 'terminal'>,
  sending: FormSending = {},
): Promise<SentForm> {
  const known = await alreadySent(draftOf(open), platform)
  if (known) return known
  const openForm = async (): Promise<OpenForm> => {
    sending.opened ??= await platform.forms.open(draftOf(open).form.id)
    return sending.opened
  }
  if (!open.draft.unanswered) await makeReady(open, await openForm(), platform)
  const bytes = open.draft.files.reduce((sum, { size }) => sum + size, 0)
  const { result, wasThere } = await exactlyOnce<Submitted>(
    {
      find: () => madeOf(draftOf(open), platform),
      send: async (goesOn) => submit(await openForm(), draftOf(open), await outgoing(open, platform, context), goesOn),
      work: bytes * workPerByte,
      unanswered: open.draft.unanswered,
      keep: (unanswered) => open.change({ unanswered }),
      doubtful: async (cause) => (sending.again ? undefined : doubtOf(draftOf(open), platform, cause)),
      ...(sending.onDoubt && { onDoubt: sending.onDoubt }),
    },
    context.patience,
  )
  await keepResult(open, result)
  const twins = await twinsOf(draftOf(open), platform, wasThere)
  return { ...(await oldestOf(open, resultOf(result), twins)), wasThere }
}

function draftOf({ draft }: FormHolder): FormOfDraft {
  const { form } = draft
  if (!form) throw new RangeError('the draft is for no form')
  return { ...draft, form }
}

async function alreadySent(draft: FormOfDraft, platform: Platform): Promise<SentForm | undefined> {
  const { ticketId, form } = draft
  if (form.unseen !== undefined) return { tickets: [], unseen: form.unseen, wasThere: true, younger: [] }
  if (ticketId === undefined) return undefined
  const younger = await twinsOf(draft, platform, false)
  return { tickets: [ticketId, ...(form.others ?? [])], wasThere: true, younger }
}

/** Puts into the draft by what its tickets will be told from others, before anything leaves. */
async function makeReady(open: FormHolder, opened: OpenForm, { forms }: Platform): Promise<void> {
  const { form, keyMark } = draftOf(open)
  refuseChanged(form, opened)
  const markIn = await markPlace(opened, form.answers)
  if (keyMark !== undefined && markIn === undefined) throw new WrongUsage('form-without-text', { title: form.title })
  // A form of a new server makes a ticket with its text: there the mark tells all.
  const newestBefore = form.textIn === undefined ? await forms.newestFrom(form.storedTitle) : undefined
  await open.change({ form: { ...form, markIn, newestBefore } })
}

/** What was answered may mean something else by now. */
function refuseChanged({ questions, title }: DraftForm, { page }: OpenForm): void {
  const now = new Map(questionsOf(page).map((question) => [question.id, question]))
  const changed = questions.find(({ id, kind, storedLabel }) => {
    const question = now.get(id)
    return question?.kind !== kind || question.storedLabel !== storedLabel
  })
  if (changed) throw new Failed('form-changed', { title, label: changed.label })
}

/** A file that goes with the answers. */
interface Along {
  question: number
  file: OutgoingFile
  inline?: ShownFile
}

interface Outgoing {
  along: Along[]
  person: Person
}

async function outgoing(
  open: FormHolder,
  platform: Platform,
  context: Pick<Sender, 'files' | 'terminal'>,
): Promise<Outgoing> {
  const { person } = await platform.session()
  const now = await filesNow({ open, context })
  const places = placesOf(draftOf(open))
  const along = now.flatMap((file, index): Along[] => {
    const { question, inline } = places[index] ?? {}
    return question === undefined ? [] : [{ question, file, ...(inline && { inline }) }]
  })
  return { along, person }
}

/**
 * Has files that no question asked for go to the ticket afterwards; images that its text shows only where no other is left:
 * they would stand there no more. False where there is none that did not.
 */
export async function putFilesAside(open: OpenDraft<TicketDraft>): Promise<boolean> {
  const { form, files } = open.draft
  const places = form ? placesOf({ ...open.draft, form }) : []
  const loose = [...files.keys()].filter((at) => files[at]?.question === undefined && !files[at]?.aside)
  const unshown = loose.filter((at) => !places[at]?.inline)
  const aside = new Set(unshown.length > 0 ? unshown : loose)
  if (aside.size === 0) return false
  await open.change({ files: files.map((file, at) => (aside.has(at) ? { ...file, aside: true } : file)) })
  return true
}

function submit(
  opened: OpenForm,
  draft: FormOfDraft,
  { along, person }: Outgoing,
  goesOn: () => void,
): Promise<Submitted> {
  const { id: mark, keyMark, form } = draft
  const requester = requesterOf(form, person)
  return opened.submit({
    answers: withAddition(draft),
    files: along,
    mark,
    ...(form.markIn !== undefined && { markIn: form.markIn }),
    ...(keyMark !== undefined && { keyMark }),
    ...(requester && { requester }),
    onProgress: goesOn,
  })
}

/** Only what differs from what a form does by itself: it informs whoever sends it, by mail, where the site knows. */
export function requesterOf({ onBehalfOf, notify = true, email }: DraftForm, person: Person): Submission['requester'] {
  if (!onBehalfOf && notify && !email) return undefined
  const user = onBehalfOf ? delegateUser(onBehalfOf) : person.id
  return { user, notify, ...(notify && email && { email }) }
}

/** What the platform has of these answers; undefined where nothing is found. */
async function madeOf(draft: FormOfDraft, { forms, tickets }: Platform): Promise<Submitted | undefined> {
  const { id: mark, form } = draft
  if (form.markIn !== undefined) {
    const found = await tickets.findByMark(mark)
    if (found !== undefined) return { tickets: (await tickets.allWithMark(mark, found)).map(untitled) }
  }
  // Without it an older ticket that says the same would be taken for this one.
  if (form.newestBefore === undefined) return undefined
  const fitting = (await forms.allFrom(form.storedTitle, form.newestBefore)).filter(
    ({ content }) => fitOf(content, mark, form) === 'fits',
  )
  return fitting.length > 0 ? { tickets: fitting.map(({ id }) => untitled(id)) } : undefined
}

function untitled(id: number): { id: number; title: string } {
  return { id, title: '' }
}

/**
 * The error to end with where nothing was found, and something may be there: a ticket that may be of these answers, or a
 * form of which this account was never seen to have had a ticket.
 */
async function doubtOf(
  { id, unkept, form }: FormOfDraft,
  { forms }: Platform,
  cause: unknown,
): Promise<IpeosError | undefined> {
  const { storedTitle, newestBefore = 0, title, textIn } = form
  if (textIn !== undefined) return undefined
  const candidates = await forms.allFrom(storedTitle, newestBefore)
  const isUnclear = candidates.some(({ content }) => fitOf(content, id, form) === 'unclear')
  const leavesTrace = candidates.length > 0 || (newestBefore > 0 && (await forms.allFrom(storedTitle, 0)).length > 0)
  if (leavesTrace && !isUnclear) return undefined
  const command = `ipeos draft send ${shortId({ id })} --again`
  const hint = unkept
    ? ({ key: 'draft.perhaps-hint' } as const)
    : ({ key: 'draft.again-hint', parameters: { command } } as const)
  return new Unreachable('perhaps-submitted', { title }, { hint, cause })
}

async function keepResult(open: FormHolder, result: Submitted): Promise<void> {
  const draft = draftOf(open)
  const { form, files } = draft
  const places = placesOf(draft)
  const { tickets, unseen } = resultOf(result)
  const [ticketId, ...others] = tickets
  const sent = files.map((file, index) => (places[index]?.question === undefined ? file : { ...file, submitted: true }))
  const made = { ...form, ...(others.length > 0 && { others }), ...(unseen !== undefined && { unseen }) }
  await open.change({ ...(ticketId !== undefined && { ticketId }), form: made, files: sent, unanswered: undefined })
}

function resultOf(result: Submitted): Pick<SentForm, 'tickets' | 'unseen'> {
  if ('unseen' in result) return { tickets: [], unseen: result.unseen }
  return { tickets: result.tickets.map(({ id }) => id).sort((a, b) => a - b) }
}

/** Of several that something on the way made of one ticket the oldest is ours. */
async function oldestOf(
  open: FormHolder,
  sent: Pick<SentForm, 'tickets' | 'unseen'>,
  twins: number[],
): Promise<Pick<SentForm, 'tickets' | 'unseen' | 'younger'>> {
  const [own, ...others] = sent.tickets
  const [oldest, ...younger] = [...sent.tickets, ...twins].sort((a, b) => a - b)
  if (own === undefined || oldest === undefined || others.length > 0 || oldest === own)
    return { ...sent, younger: twins }
  await open.change({ ticketId: oldest })
  return { tickets: [oldest], younger }
}

/** Those of the same mark that the site did not name; where its answer was lost, all of them count as its own. */
async function twinsOf(
  { id: mark, ticketId, form }: FormOfDraft,
  { tickets }: Platform,
  wasThere: boolean,
): Promise<number[]> {
  if (wasThere || ticketId === undefined || form.markIn === undefined) return []
  const named = new Set([ticketId, ...(form.others ?? [])])
  const all = await lookForTwins(() => tickets.allWithMark(mark, ticketId))
  return (all ?? []).filter((id) => !named.has(id))
}
