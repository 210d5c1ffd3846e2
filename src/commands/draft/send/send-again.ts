import type { Context } from '../../../app/context.ts'
import { resumeCommand, shortId, stageOf } from '../../../drafts/describe.ts'
import { sendTicket } from '../../../drafts/send-ticket.ts'
import { WrongUsage } from '../../../errors/error.ts'
import { requestDraft } from '../../request/request-draft.ts'
import { printForScripts, tellArrival } from '../../request/tell-ticket.ts'

/**
 * Sends answers to a form once more, of which nobody can tell whether the site has them: a person says so. They are looked
 * for once more before. Rejects with `WrongUsage` for any other draft.
 */
export async function sendAgain(id: string, context: Context): Promise<void> {
  const draft = await context.drafts.find(id)
  const isInDoubt = draft.kind === 'ticket' && draft.form !== undefined && stageOf(draft) === 'sending'
  if (!isInDoubt) throw new WrongUsage('nothing-in-doubt', { id: shortId(draft), command: resumeCommand(draft) })
  const kept = await requestDraft({ resume: draft.id }, undefined, context)
  try {
    const { open } = kept
    if (!open) return
    const arrival = await sendTicket(open, context, { again: true })
    const print = (ticket: number, link: string) => printForScripts(ticket, link, undefined, context)
    await tellArrival(arrival, open, print, context)
  } finally {
    await kept.release()
  }
}
