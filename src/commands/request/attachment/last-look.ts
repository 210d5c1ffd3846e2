import type { Context } from '../../../app/context.ts'
import { Cancelled } from '../../../errors/error.ts'
import type { MessageKey } from '../../../i18n/translate.ts'
import type { Ticket } from '../../../itil/ticket.ts'
import { unlessBack } from '../../../terminal/prompts/went-back.ts'
import { type ShownMessage, viewMessage } from '../../../views/ticket/message.ts'
import { lookOf } from '../../output.ts'
import { warnOfPassword } from '../field/password-in-text.ts'

/** What a message does to its ticket. */
export type Effect = 'acceptance' | 'comment' | 'refusal'

export interface LastLook {
  ticket: Pick<Ticket, 'id' | 'title'>
  effect: Effect
  /** Files may be asked for. */
  takesFiles: boolean
}

const questionOf = {
  acceptance: 'write.answer.send-accept',
  comment: 'comment.question.send',
  refusal: 'write.answer.send-refuse',
} as const satisfies Record<Effect, MessageKey>

/** Shows what is about to be sent, and asks: send, change one of its parts, or stop. Rejects with `Cancelled` to stop. */
export async function lookOver(
  message: ShownMessage,
  { ticket, effect, takesFiles }: LastLook,
  context: Context,
): Promise<'files' | 'send' | 'text'> {
  const { prompts, terminal, t } = context
  const { id } = ticket
  terminal.show(viewMessage(ticket, message, lookOf(context, terminal.noteStyle)))
  warnOfPassword([message.text], context)
  const decision = await unlessBack(
    prompts.select<'files' | 'send' | 'stop' | 'text'>({
      message: t(questionOf[effect], { id }),
      choices: [
        { name: t('new.send'), value: 'send' },
        { name: t('message.change-text'), value: 'text' },
        ...(takesFiles ? [{ name: t('message.change-files'), value: 'files' as const }] : []),
        { name: t('new.stop'), value: 'stop' },
      ],
      default: 'send',
      back: true,
    }),
  )
  if (decision === 'stop')
    throw effect === 'comment' ? new Cancelled('ticket-stopped') : new Cancelled('solution-left', { id })
  return decision ?? (takesFiles ? 'files' : 'text')
}
