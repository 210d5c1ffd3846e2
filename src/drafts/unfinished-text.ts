import type { DraftFile, MessageDraft, Owner } from './draft.ts'
import type { OpenDraft } from './drafts.ts'
import { keepTyping } from './keep-typing.ts'
import { currentOwner, idleDrafts } from './own-drafts.ts'
import { withResumeHint } from './resume-hint.ts'
import type { Sender } from './sender.ts'

/** What is typed, and where. */
export interface About {
  kind: 'comment' | 'refusal'
  ticketId: number
}

/** What the question needs: what was typed and given before, and who is told what is now. */
export interface Begun {
  default?: string
  files: DraftFile[]
  whileTyping(typed: string): Promise<string | undefined>
  keepFiles(files: DraftFile[]): Promise<string | undefined>
}

/**
 * Asks for what is to be said on a ticket, kept while it is typed; left in the middle, it stands there again the next time.
 * Gives what `ask` does, and how to forget what was kept of it. Rejects as `ask` does, telling how to go on.
 */
export async function typedOnTicket<Typed>(
  about: About,
  ask: (begun: Begun) => Promise<Typed>,
  context: Sender,
): Promise<Typed & { forget?(): Promise<void> }> {
  const { drafts, terminal } = context
  const owner = await currentOwner(await context.platform())
  let open = await takeUpBegun(about, owner, context)
  if (open) terminal.note('draft.text-begun')
  const keep = async (given: Partial<Pick<MessageDraft, 'text' | 'files'>>): Promise<OpenDraft> => {
    if (open) await open.change(given)
    const empty = { text: '', files: [], documentsBefore: [], arrived: false }
    open ??= await drafts.begin<MessageDraft>({ ...about, ...empty, owner, ...given, unfinished: true })
    return open
  }
  const keeping = {
    whileTyping: keepTyping((text: string) => keep({ text }), context),
    keepFiles: keepTyping((files: DraftFile[]) => keep({ files }), context),
  }
  try {
    const asking = () =>
      ask({ ...(open ? { default: open.draft.text } : {}), files: open?.draft.files ?? [], ...keeping })
    const typed = await withResumeHint(context, () => open, asking)
    return { ...typed, forget: async () => open?.remove() }
  } catch (error) {
    await open?.release()
    throw error
  }
}

/** The last that was begun and that nobody is at. */
async function takeUpBegun(
  { kind, ticketId }: About,
  owner: Owner,
  { drafts }: Sender,
): Promise<OpenDraft<MessageDraft> | undefined> {
  const own = await idleDrafts(drafts, owner)
  const begun = own.find((draft) => draft.kind === kind && draft.ticketId === ticketId && draft.unfinished)
  return begun?.kind === kind ? drafts.takeUp(begun) : undefined
}
