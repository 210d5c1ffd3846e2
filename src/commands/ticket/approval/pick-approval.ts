import type { Context } from '../../../app/context.ts'
import { WrongUsage } from '../../../errors/error.ts'

/**
 * The approval that the person points at, of those that wait for this account; undefined where none waits, which is told.
 * Throws `WrongUsage` where nobody can be asked.
 */
export async function pickApproval(verb: 'accept' | 'refuse', context: Context): Promise<number | undefined> {
  const { terminal, t } = context
  if (!terminal.interactive) throw new WrongUsage('approval-missing')
  const { approvals } = await context.platform()
  const waiting = await terminal.during(t('approval.loading'), approvals.waiting())
  if (waiting.length === 0) {
    terminal.note('approval.none')
    return undefined
  }
  const dates = context.dates()
  const candidates = waiting.map(({ id, ticketId, ticketTitle = '', asked }) => ({
    ...{ value: id, number: String(id), state: `#${ticketId}`, title: ticketTitle },
    age: asked ? dates.relative(asked) : '',
  }))
  const { pick } = await import('../../choice/pick.ts')
  return pick(t(`approval.which-to-${verb}`), candidates, context)
}
