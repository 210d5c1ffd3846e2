import { Failed } from '../../errors/error.ts'
import type { Platform } from '../../glpi/platform.ts'
import type { LinkRelation, TicketLink } from '../../itil/ticket-link.ts'
import type { Sender } from '../sender.ts'
import { madeOnce } from './made-once.ts'

/** Two tickets that belong together, and what the first is to the second. */
export interface Pair {
  id: number
  other: number
  relation: LinkRelation
}

/**
 * Links two tickets once; gives the link that the platform has, and whether it had one already, be it another. Rejects with
 * `Failed` where none is to be seen afterwards.
 */
export async function linkOnce(
  { id, other, relation }: Pair,
  { around }: Pick<Platform, 'around'>,
  context: Pick<Sender, 'patience' | 'terminal'>,
): Promise<{ link: TicketLink; wasThere: boolean }> {
  const linked = async () => (await around.links(id)).find((one) => one.other === other)
  const before = await linked()
  if (before) return { link: before, wasThere: true }
  const isThere = async () => (await linked()) !== undefined
  await madeOnce({ isThere, send: () => around.link(id, other, relation) }, context)
  const link = await linked()
  if (!link) throw new Failed('link-unseen', { id, other })
  return { link, wasThere: false }
}
