import { Failed, IpeosError, Unreachable } from '../errors/error.ts'
import type { TextImage } from '../glpi/document/documents.ts'
import type { Platform } from '../glpi/platform.ts'
import type { Message } from '../i18n/translate.ts'
import { knownFields } from '../itil/known-fields.ts'
import type { NewTicket } from '../itil/ticket.ts'
import { keptItems, stageOf } from './describe.ts'
import type { DraftFile, TicketDraft } from './draft.ts'
import type { OpenDraft } from './drafts.ts'
import { exactlyOnce, type Patience } from './exactly-once.ts'
import { noteImages } from './file/sent-images.ts'
import { imagesNow, shownFiles } from './file/shown-files.ts'
import { requestText } from './form/form-text.ts'
import { type FormSending, putFilesAside, sendForm } from './form/send-form.ts'
import { noted } from './noted.ts'
import { linkRelated } from './once/link-related.ts'
import { lookForTwins } from './once/twin-look.ts'
import { isOfForm, resumeHint, withResumeHint } from './resume-hint.ts'
import { fileNow, type Missing, sendFiles, workPerByte } from './send-files.ts'
import type { Sender } from './sender.ts'

/** A ticket that the platform has. */
export interface SentTicket {
  id: number
  /** Those that a form made besides, of the same answers. */
  others?: number[]
  /** Tickets of the same request besides: something on the way sent it twice. Ours is the oldest, unless a command was killed. */
  younger: number[]
  /** The files that it does not have. */
  missing: Missing[]
  /** Why it is not linked to the one that it is related to. */
  unlinked?: IpeosError | undefined
}

/** Answers to a form that made nothing that this account may see. */
export interface SentUnseen {
  /** The site's name for them. */
  unseen: string
  /** Its title. */
  form: string
  /** Files that no question of it took, and that no ticket takes either. */
  left: DraftFile[]
}

/**
 * Opens the ticket that a draft asks for, by a form of the site where it holds the answers to one, then sends its files,
 * each exactly once; how far it got is in the draft after each step. Rejects with the platform's error when the ticket did
 * not arrive, telling how to go on from the draft.
 */
export function sendTicket(
  open: OpenDraft<TicketDraft>,
  context: Sender,
  by: Pick<FormSending, 'opened' | 'again'> = {},
): Promise<SentTicket | SentUnseen> {
  return withResumeHint(
    context,
    () => open,
    async () => {
      context.ifInterrupted(resumeHint(open))
      const platform = await context.platform()
      const made = open.draft.form
        ? await submitAsTaken(open, platform, by, context)
        : await createAsTaken(open, platform, context)
      if ('unseen' in made) return made
      const { id: ticketId, others = [] } = made
      const { related } = open.draft
      const ids = [ticketId, ...others]
      const unlinked = related === undefined ? undefined : await linkRelated(ids, related, platform, context)
      const delivery = { open, ticketId, before: [], platform, context }
      const { form, answers } = open.draft
      const stored = async () => (await platform.tickets.stored(ticketId)).content
      const unseen = form ? undefined : await noteImages(delivery, answers.description ?? '', stored)
      const missing = await sendFiles(delivery, unseen)
      return { ...made, missing, ...(unlinked && { unlinked }) }
    },
  )
}

/** With `--best-effort`, what the form surely refused, or the site fails of, becomes a ticket as before, which says so. */
async function submitAsTaken(
  open: OpenDraft<TicketDraft>,
  platform: Platform,
  by: FormSending,
  context: Sender,
): Promise<CreatedTicket | SentUnseen> {
  try {
    return await submitted(open, platform, by, context)
  } catch (error) {
    if (!open.draft.bestEffort || !isOfForm(error)) throw error
    await open.change(withoutForm(open.draft, error, context))
    return createAsTaken(open, platform, context)
  }
}

async function submitted(
  open: OpenDraft<TicketDraft>,
  platform: Platform,
  by: FormSending,
  context: Sender,
): Promise<CreatedTicket | SentUnseen> {
  const { terminal, t } = context
  const wasKnown = stageOf(open.draft) === 'created'
  const onDoubt = (seconds: number): void => terminal.note('draft.doubt', { seconds })
  const send = (): ReturnType<typeof sendForm> =>
    sendForm(open, platform, context, { ...by, onDoubt }).catch(async (error: unknown) => {
      // A file that nobody asked for keeps no ticket from being opened: it is tried on the ticket, and told there.
      if (!(error instanceof IpeosError) || error.code !== 'form-file-refused' || !(await putFilesAside(open)))
        throw error
      return send()
    })
  const { tickets, unseen, wasThere, younger } = await terminal.during(t('new.sending'), send())
  const [id, ...others] = tickets
  if (id === undefined) {
    const left = open.draft.files.filter(({ submitted }) => !submitted)
    return { unseen: unseen ?? '', form: open.draft.form?.title ?? '', left }
  }
  if (wasThere && !wasKnown) terminal.note('new.was-there', { id })
  return { id, others, younger }
}

/** The same request for a platform whose form does not take it: all that was answered is its text. */
function withoutForm(draft: TicketDraft, error: IpeosError, context: Sender): Partial<TicketDraft> {
  const { form, files, answers: usual } = draft
  const title = form?.title ?? ''
  const reason = [context.t(error.text), ...error.lines.map((line) => context.t(line))].join(' ')
  const note: Message = { key: 'draft.noted-form', parameters: { title, reason } }
  const description = noted(requestText(draft, context.t), [note], context)
  return {
    form: undefined,
    answers: { title, ...usual, description, ...knownFields({ notify: form?.notify, email: form?.email }) },
    files: files.map(({ question: _question, ...file }) => file),
  }
}

type CreatedTicket = Pick<SentTicket, 'id' | 'others' | 'younger'>

/** With `--best-effort`, what the platform may have refused is left out, told in the text, and the rest sent. */
async function createAsTaken(
  open: OpenDraft<TicketDraft>,
  platform: Platform,
  context: Sender,
): Promise<CreatedTicket> {
  try {
    return await create(open, platform, context)
  } catch (error) {
    const { bestEffort, answers } = open.draft
    const { category, equipment, location, description = '' } = answers
    const items = keptItems(equipment)
    const isChosen = category || location || items.length > 0
    if (!bestEffort || !(error instanceof Failed) || error.fate !== 'not-done' || !isChosen) throw error
    const parameters = {
      category: category?.fullName ?? context.t('request.none'),
      equipment: items.map(({ name }) => name).join(', ') || context.t('request.none'),
      reason: context.t(error.text),
    }
    const text = noted(description, [{ key: 'new.noted-refused', parameters }], context)
    await open.change({ answers: { ...answers, category: null, equipment: null, location: null, description: text } })
    return create(open, platform, context)
  }
}

async function create(open: OpenDraft<TicketDraft>, platform: Platform, context: Sender): Promise<CreatedTicket> {
  const { terminal, t, patience } = context
  const before = open.draft.ticketId
  const onDoubt = (seconds: number): void => terminal.note('draft.doubt', { seconds })
  try {
    const creating = createTicket(open, platform, { ...patience, onDoubt }, () => imagesOf(open, context))
    const { id, wasThere, younger } = await terminal.during(t('new.sending'), creating)
    if (wasThere && before === undefined) terminal.note('new.was-there', { id })
    return { id, younger }
  } catch (error) {
    throw open.draft.unanswered && error instanceof Unreachable ? perhapsSaved(error, t) : error
  }
}

function perhapsSaved(error: IpeosError, t: Sender['t']): Unreachable {
  return new Unreachable('perhaps-saved', { reason: t(error.text) }, { cause: error })
}

/**
 * Creates the ticket of a draft, whose number is its mark, exactly once; gives its number, whether an earlier send had made
 * it, and those that something on the way made of it besides: of several the oldest is ours, before it has files. Rejects with the platform's error; what is known of it is in the draft by then.
 */
export async function createTicket(
  open: OpenDraft<TicketDraft>,
  { tickets }: Pick<Platform, 'tickets'>,
  patience: Patience & { onDoubt?(seconds: number): void },
  images: () => Promise<TextImage[]> = async () => [],
): Promise<{ id: number; wasThere: boolean; younger: number[] }> {
  const { id: mark, ticketId, unanswered, keyMark, answers, related } = open.draft
  if (ticketId !== undefined) {
    const all = await allOf(mark, ticketId, tickets)
    return { id: ticketId, wasThere: true, younger: all.filter((id) => id !== ticketId) }
  }
  const marks = { mark, ...(keyMark !== undefined && { keyMark }), ...(related !== undefined && { related }) }
  const { result, wasThere } = await exactlyOnce(
    {
      find: () => tickets.findByMark(mark),
      send: async (goesOn) =>
        (await tickets.create({ ...newTicket(answers), ...marks }, { images: await images(), onProgress: goesOn })).id,
      work: imageBytes(open.draft) * workPerByte,
      unanswered,
      keep: (unanswered) => open.change({ unanswered }),
      ...(patience.onDoubt && { onDoubt: patience.onDoubt }),
    },
    patience,
  )
  await open.change({ ticketId: result, unanswered: undefined })
  const [oldest = result, ...younger] = await allOf(mark, result, tickets)
  if (oldest === result) return { id: result, wasThere, younger }
  await open.change({ ticketId: oldest })
  return { id: oldest, wasThere, younger }
}

/** Those that go along with the description, as they are now. */
export function imagesOf(
  open: OpenDraft<TicketDraft>,
  context: Pick<Sender, 'files' | 'terminal'>,
): Promise<TextImage[]> {
  const { description = '' } = open.draft.answers
  return imagesNow(description, open.draft, (index) => fileNow({ open, context }, index))
}

/** Of those that go along with the description. */
function imageBytes(draft: TicketDraft): number {
  const shown = shownFiles(draft.answers.description ?? '', draft)
  return shown.reduce((sum, { index }) => sum + (draft.files[index]?.size ?? 0), 0)
}

async function allOf(mark: string, made: number, { allWithMark }: Platform['tickets']): Promise<number[]> {
  return (await lookForTwins(() => allWithMark(mark, made))) ?? []
}

/** Answers as the platform takes them. */
export function newTicket(given: TicketDraft['answers']): NewTicket {
  const { category, equipment, email, location, observers = [], ...answers } = given
  const items = keptItems(equipment)
  const { type = 'incident', urgency = 'medium', notify = true, title = '', description = '' } = answers
  return {
    ...{ type, urgency, title, description, notify },
    ...(category && { categoryId: category.id }),
    ...(items.length > 0 && { equipment: items.map(({ key }) => key) }),
    ...(location && { locationId: location.id }),
    ...(observers.length > 0 && { observers }),
    ...(notify && email && { email }),
  }
}
