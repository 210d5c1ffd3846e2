import type { MessageDraft, Owner } from './draft.ts'
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

/** What the question needs: what was typed before, and who is told what is typed now. */
export interface Begun {
  default?: string
  whileTyping(typed: string): Promise<void>
}

/**
 * Asks for what is to be said on a ticket, kept while it is typed; left in the middle, it stands there again the next time.
 * Gives the text, and how to forget what was kept of it. Rejects as `ask` does, telling how to go on.
 */
export async function typedOnTicket(
  about: About,
  ask: (begun: Begun) => Promise<string>,
  context: Sender,
): Promise<{ text: string; forget?(): Promise<void> }> {
  const { drafts, terminal } = context
  const owner = await currentOwner(await context.platform())
  let open = await takeUpBegun(about, owner, context)
  if (open) terminal.note('draft.text-begun')
  const whileTyping = keepTyping(async (text: string): Promise<void> => {
    if (open) return open.change({ text })
    const empty = { files: [], documentsBefore: [], arrived: false }
    open = await drafts.begin<MessageDraft>({ ...about, ...empty, owner, text, unfinished: true })
  }, context)
  try {
    const asking = () => ask({ ...(open ? { default: open.draft.text } : {}), whileTyping })
    return {
      text: await withResumeHint(context, () => open?.draft, asking),
      forget: async () => open?.remove(),
    }
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
