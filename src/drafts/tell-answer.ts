import { PartlyDone } from '../errors/error.ts'
import type { Sent } from './send-message.ts'
import type { Sender } from './sender.ts'

/**
 * Reads what came of something said on a solved ticket, and tells it. Gives the error with which to end when that is not
 * what was answered; it is told at once where files are missing too, which end the command.
 */
export async function tellAnswer(
  { kind, missing }: Sent,
  id: number,
  { platform, terminal }: Sender,
): Promise<PartlyDone | undefined> {
  const read = async () => (await (await platform()).tickets.get(id)).status
  const status = await read().catch((cause: unknown) => new PartlyDone('answer-not-read', { id }, { cause }))
  if (status instanceof PartlyDone) return status
  const isAnswered = { acceptance: status === 'closed', refusal: status !== 'solved', comment: true, attachment: true }
  if (isAnswered[kind]) {
    if (status === 'solved') terminal.note('comment.solution-waits', { id })
    else terminal.done(status === 'closed' ? 'accept.done' : 'refuse.done', { id })
    return undefined
  }
  const code = status === 'solved' ? 'still-solved' : 'not-accepted'
  if (missing.length > 0) terminal.warn(`write.${code}`, { id })
  return new PartlyDone(code, { id })
}
