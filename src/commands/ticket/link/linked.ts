import type { Context } from '../../../app/context.ts'
import { statusWord } from '../../../views/word.ts'
import { pick } from '../../choice/pick.ts'
import { oneTicket } from '../several/tickets.ts'

/**
 * The ticket that the person points at, of those that one is linked to; undefined where it is to none, which is told. Where
 * the platform does not tell its links, any ticket may be meant. Rejects with `NotFound` for one that is not this customer's.
 */
export async function pickLinked(id: number, context: Context): Promise<number | undefined> {
  const { terminal, t } = context
  const { tickets } = await context.platform()
  const reading = async () => (await tickets.around(await tickets.get(id))).links
  const links = await terminal.during(t('terminal.waiting'), reading())
  if (!links) return oneTicket(undefined, 'unlink', context)
  if (links.length === 0) {
    terminal.note('unlink.alone', { id })
    return undefined
  }
  const candidates = links.map(({ id: other, title, status }) => {
    return { value: other, number: `#${other}`, state: statusWord(status, t), title, age: '' }
  })
  return pick(t('unlink.question', { id }), candidates, context)
}
