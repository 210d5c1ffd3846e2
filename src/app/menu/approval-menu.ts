import { type Item, type MenuPlace, offer } from './offer.ts'

/** Shows what waits for an approval, then offers to answer it; of several, the command asks which. */
export async function approvalMenu(place: MenuPlace): Promise<undefined> {
  const { t } = place.context
  if ((await place.run(['approval', 'list'])) !== 0) return
  const answer = (verb: 'accept' | 'refuse') => async (): Promise<'leave' | undefined> => {
    return (await place.run(['approval', verb])) === 0 ? 'leave' : undefined
  }
  const items: Item[] = [
    { says: t('menu.approval.accept'), act: answer('accept') },
    { says: t('menu.approval.refuse'), act: answer('refuse') },
    { says: t('menu.ticket.back'), act: async () => 'leave' },
  ]
  for (;;) {
    const chosen = await offer(t('menu.approval'), items, place)
    if (chosen === undefined || (await chosen()) === 'leave') return
  }
}
