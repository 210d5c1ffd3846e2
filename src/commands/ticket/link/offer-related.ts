import type { Context } from '../../../app/context.ts'
import { Failed } from '../../../errors/error.ts'
import type { NewOptions } from '../../request/open-ticket.ts'

/** What was to be written, in the options of a new ticket. */
type Said = Pick<NewOptions, 'description' | 'descriptionFile'>

/** Told the files that go with what is written, once each of them can be read as often as need be. */
export type OnFiles = (paths: string[]) => void

/** Runs what writes on a ticket. Where that is closed, a person may open another one, linked to it, with what was said. */
export async function orRelated(
  work: (onFiles: OnFiles) => Promise<void>,
  said: Said,
  context: Context,
): Promise<void> {
  let attach: string[] = []
  try {
    await work((paths) => {
      attach = paths
    })
  } catch (error) {
    const { terminal, prompts, t } = context
    const isClosed = error instanceof Failed && error.code === 'ticket-closed'
    if (!isClosed || !terminal.interactive) throw error
    const id = Number(error.parameters.id)
    if (!(await prompts.confirm({ message: t('link.offer', { id }), default: true }))) throw error
    const { openTicket } = await import('../../request/open-ticket.ts')
    await openTicket({ ...said, ...(attach.length > 0 && { attach }), related: id }, context)
  }
}
