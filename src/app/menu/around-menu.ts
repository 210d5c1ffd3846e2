import { type AroundAction, aroundActions } from '../../itil/ticket-action.ts'
import { type Item, type MenuPlace, offer } from './offer.ts'

/** The command of each, but for the ticket’s number. */
const commands: Record<AroundAction, string[]> = {
  follow: ['observer', 'add'],
  unfollow: ['observer', 'remove'],
  mute: ['observer', 'mute'],
  link: ['link'],
  close: ['close'],
  leave: ['leave'],
}

/** What surrounds a ticket: who follows it, what belongs to it, how it ends. Gives `leave` where it is seen no more. */
export async function aroundMenu(
  id: number,
  can: ReadonlySet<AroundAction>,
  place: MenuPlace,
): Promise<'leave' | undefined> {
  const { context, run } = place
  const { t } = context
  const items = aroundActions
    .filter((action) => can.has(action))
    .map((action): Item => {
      const act = async () => {
        const code = await run(['ticket', ...commands[action], String(id)])
        return action === 'leave' && code === 0 ? ('leave' as const) : undefined
      }
      return { says: t(`menu.around.${action}`), act }
    })
  const back: Item = { says: t('menu.ticket.back'), act: async () => undefined }
  const chosen = await offer(t('menu.around', { id }), [...items, back], place)
  return chosen?.()
}
