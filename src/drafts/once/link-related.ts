import { IpeosError } from '../../errors/error.ts'
import type { Platform } from '../../glpi/platform.ts'
import type { Sender } from '../sender.ts'
import { linkOnce } from './link-once.ts'

/**
 * Links new tickets to the one that they are related to, each once. Gives why one is not linked: the tickets are there all
 * the same.
 */
export async function linkRelated(
  ids: readonly number[],
  related: number,
  platform: Platform,
  context: Pick<Sender, 'patience' | 'terminal'>,
): Promise<IpeosError | undefined> {
  try {
    for (const id of ids) await linkOnce({ id, other: related, relation: 'related' }, platform, context)
    return undefined
  } catch (error) {
    if (error instanceof IpeosError) return error
    throw error
  }
}
