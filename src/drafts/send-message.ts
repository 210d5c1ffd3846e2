import { PartlyDone } from '../errors/error.ts'
import { notTaken as fileNotTaken } from '../glpi/document/document.ts'
import type { Platform } from '../glpi/platform.ts'
import type { DraftFile, MessageDraft, Owner, TicketDraft } from './draft.ts'
import type { NewDraft, OpenDraft } from './drafts.ts'
import { exactlyOnce, type Patience } from './exactly-once.ts'
import { noteImages } from './file/sent-images.ts'
import { imagesNow, shownFiles } from './file/shown-files.ts'
import { currentOwner, localOwner } from './own-drafts.ts'
import { resumeHint, withResumeHint } from './resume-hint.ts'
import {
  closeDraft,
  type Delivery,
  fileNow,
  filesNow,
  hintOfRefused,
  lookForSent,
  type Missing,
  noteArrived,
  sendFiles,
  type Unseen,
  unseenFile,
  wordsOfMissing,
  workPerByte,
} from './send-files.ts'
import type { Sender } from './sender.ts'

/** Something said on a ticket. */
export interface Message {
  kind: MessageDraft['kind']
  ticketId: number
  /** As typed; empty for files alone, and for an acceptance without a word. */
  text: string
  files?: DraftFile[]
}

/** What became of it. */
export interface Sent {
  kind: MessageDraft['kind']
  /** True when an earlier command had already brought the text. */
  wasThere: boolean
  /** The number of what was written; undefined for files alone, and for an earlier acceptance without a word. */
  followup: number | undefined
  /** The files that were given, with the numbers of those that the platform has. */
  files: Array<Pick<DraftFile, 'name' | 'document'>>
  missing: Missing[]
  /** The command that sends the rest, while some of it can still be sent. */
  resume: string | undefined
}

/**
 * Says something on a ticket, exactly once, with its files: a draft from here on, until the platform has all that it
 * will take. Rejects with the platform's error when the text did not arrive, telling how to go on from the draft.
 * `onKept`: what is to be done once it is on disk, before it leaves; where it cannot be kept, once it has arrived.
 */
export async function sendText(message: Message, context: Sender, onKept = async () => {}): Promise<Sent> {
  const open = await keepMessage(message, context)
  const { unkept = false } = open.draft
  if (!unkept) await onKept()
  const sent = await sendMessage(open, context)
  if (unkept) await onKept()
  return sent
}

/**
 * The same of what was to be a ticket: its draft becomes that of the message, so that it is never sent as both, and is on
 * disk until the platform has it. Rejects with `Failed`, nothing being sent, when that cannot be written.
 */
export async function sendInstead(request: OpenDraft<TicketDraft>, message: Message, context: Sender): Promise<Sent> {
  const becoming = () => request.become(draftOf(message, request.draft.owner))
  return sendMessage(await withResumeHint(context, () => request, becoming), context)
}

/** Begins the draft of a message, before anything is asked of the network. */
export async function keepMessage(
  message: Message,
  { drafts, account }: Pick<Sender, 'drafts' | 'account'>,
): Promise<OpenDraft<MessageDraft>> {
  return drafts.begin(draftOf(message, await localOwner(account)))
}

function draftOf({ kind, ticketId, text, files = [] }: Message, owner: Owner): NewDraft<MessageDraft> {
  return { kind, ticketId, text, files, owner, arrived: kind === 'attachment' }
}

/** Goes on with a draft that was begun by `sendText`, here or in an earlier command. */
export async function sendMessage(open: OpenDraft<MessageDraft>, context: Sender): Promise<Sent> {
  const { patience, ifInterrupted, terminal, t } = context
  try {
    return await withResumeHint(
      context,
      () => open,
      async () => {
        ifInterrupted(resumeHint(open))
        const platform = await context.platform()
        await makeReady(open, platform)
        const { kind, ticketId, documentsBefore: before = [] } = open.draft
        const delivery = { open, ticketId, before, platform, context }
        const words = open.draft.arrived
          ? { wasThere: true, followup: undefined }
          : await terminal.during(t('draft.sending'), sendWords(open, delivery, patience))
        const unseen = await lookForFiles(delivery, open.draft, words.wasThere, patience)
        // Accepted, the ticket takes no file any more; not accepted, a file alone would refuse the solution.
        const missing = kind === 'acceptance' ? notTaken(delivery, unseen) : await sendFiles(delivery, unseen)
        const { files } = open.draft
        const resume = await closeDraft(open, missing)
        return { kind, ...words, files, missing, resume }
      },
    )
  } finally {
    await open.release()
  }
}

/** Names the files of a message that did not arrive; gives the error with which to end when there is one. */
export function tellMissingFiles(
  { kind, missing, resume }: Sent,
  ticketId: number,
  { terminal, t }: Sender,
): PartlyDone | undefined {
  if (missing.length === 0) return undefined
  for (const one of missing) terminal.warn(wordsOfMissing(one, t))
  const hint = resume
    ? ({ key: 'draft.see-command', parameters: { command: resume } } as const)
    : hintOfRefused(missing, kind, ticketId)
  return new PartlyDone('files-missing', { id: ticketId, count: missing.length }, { hint })
}

async function sendWords(
  open: OpenDraft<MessageDraft>,
  delivery: Delivery,
  patience: Patience,
): Promise<Pick<Sent, 'wasThere' | 'followup'>> {
  const { id: mark, kind, ticketId, text, files: given, unanswered } = open.draft
  const { followups, solutions, tickets } = delivery.platform
  const bytes = given.reduce((sum, { size }) => sum + size, 0)
  const images = () => imagesNow(text, open.draft, (index) => fileNow(delivery, index))
  const answering = async (onProgress: () => void) => {
    const along = await filesNow(delivery)
    const shown = new Set(shownFiles(text, open.draft).map(({ index }) => index))
    return { mark, images: await images(), files: along.filter((_file, index) => !shown.has(index)), onProgress }
  }
  const send = {
    comment: async (goesOn: () => void) =>
      followups.add(ticketId, text, { mark, images: await images(), onProgress: goesOn }),
    refusal: async (goesOn: () => void) => solutions.refuse(ticketId, text, await answering(goesOn)),
    acceptance: async (goesOn: () => void) => solutions.accept(ticketId, text, await answering(goesOn)),
    attachment: async () => ({ id: undefined }),
  }[kind]
  // An acceptance without a word carries no mark: the closed ticket is what shows it.
  const isAccepted = async (): Promise<boolean> =>
    kind === 'acceptance' && (await tickets.get(ticketId)).status === 'closed'
  const { result, wasThere } = await exactlyOnce<{ id: number | undefined }>(
    {
      find: async () => {
        const id = await followups.findByMark(ticketId, mark)
        return id !== undefined || (await isAccepted()) ? { id } : undefined
      },
      send,
      work: isAnswer(kind) || shownFiles(text, open.draft).length > 0 ? bytes * workPerByte : 0,
      unanswered,
      keep: (unanswered) => open.change({ unanswered }),
      onDoubt: (seconds) => delivery.context.terminal.note('draft.doubt', { seconds }),
    },
    patience,
  )
  await open.change({ arrived: true, unanswered: undefined })
  return { wasThere, followup: result.id }
}

/** Word, file and answer go in one request (GLPI-CUSTOMER.md, «First»). */
function isAnswer(kind: MessageDraft['kind']): boolean {
  return kind === 'acceptance' || kind === 'refusal'
}

/** Keeps in the draft which files came with the words; gives those of which it cannot be seen now. */
async function lookForFiles(
  delivery: Delivery & { open: OpenDraft<MessageDraft> },
  { id, kind, ticketId, text, files }: MessageDraft,
  wasThere: boolean,
  patience: Patience,
): Promise<Unseen> {
  const images = await noteImages(delivery, text, () => delivery.platform.followups.textByMark(ticketId, id))
  if (!isAnswer(kind) || files.length === 0) return images
  const look = () => lookTwice(delivery, wasThere, patience)
  return new Map([...images, ...(await lookForSent(delivery.open, [...files.keys()], look))])
}

/** For files that came with an answer: where that of the server was lost, it may still be at them. */
async function lookTwice(delivery: Delivery, wasThere: boolean, { sleep }: Patience): Promise<void> {
  const left = await noteArrived(delivery)
  if (left.length === 0 || !wasThere) return
  await sleep(stillAtIt)
  await noteArrived(delivery)
}

/** Milliseconds. */
const stillAtIt = 3_000

function notTaken({ open, ticketId }: Delivery, unseen: Unseen): Missing[] {
  return [...open.draft.files.entries()].flatMap(([index, file]): Missing[] => {
    if (file.document !== undefined) return []
    const reason = unseen.get(index)
    return [reason ? unseenFile(file, reason) : { file, error: fileNotTaken(file, ticketId), refused: true }]
  })
}

/** What only the platform can say of a draft that was begun without it: whose it is, and which documents are not of it. */
async function makeReady(open: OpenDraft<MessageDraft>, platform: Platform): Promise<void> {
  const { ticketId, files, documentsBefore } = open.draft
  if (documentsBefore) return
  const before = files.length > 0 ? (await platform.tickets.get(ticketId)).documents : []
  await open.change({ documentsBefore: before.map(({ id }) => id), owner: await currentOwner(platform) })
}
