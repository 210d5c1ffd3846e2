import type { Context } from '../context.ts'
import { type Item, type MenuPlace, offer } from './offer.ts'

/** How the door was left: logged in to the platform, or to the embedded one; undefined when not. */
export type Entry = 'platform' | 'rehearsal' | undefined

/**
 * What `ipeos` alone ends in for somebody who is not logged in: the ways in, to be chosen. Each is a command line of its own,
 * with settings and account of its own; after one that leads nowhere the door is there again.
 */
export async function door(place: MenuPlace, namesPlace: boolean): Promise<Entry> {
  let entry: Entry
  const into = (reached: Entry, words: string[]) => async (): Promise<'leave' | undefined> => {
    if ((await place.run(words)) !== 0) return undefined
    entry = reached
    return 'leave'
  }
  const line = (words: string[]) => async (): Promise<undefined> => void (await place.run(words))
  const items = waysIn(place.context, namesPlace, { into, line })
  for (;;) {
    const chosen = await offer(place.context.t('door.question'), items, place)
    if (chosen === undefined || (await chosen()) === 'leave') return entry
  }
}

interface Acts {
  into(reached: Entry, words: string[]): Item['act']
  line(words: string[]): Item['act']
}

/** A call that names its platform means that one: it is offered no other. */
function waysIn({ t, account, accounts, settings }: Context, namesPlace: boolean, { into, line }: Acts): Item[] {
  const { sandbox } = settings
  const platform = sandbox ? t('login.sandbox') : account.url
  return [
    // On the embedded platform, that is the trial below.
    ...(sandbox && !namesPlace ? [] : [{ says: t('door.login', { platform }), act: into('platform', ['login']) }]),
    ...(namesPlace ? [] : [{ says: t('door.try'), act: into('rehearsal', ['login', '--sandbox']) }]),
    ...(accounts.list().length > 0 && !namesPlace
      ? [{ says: t('door.account'), act: into('platform', ['account', 'use']) }]
      : []),
    { says: t('door.password'), act: line(['password', 'reset']) },
    { says: t('door.lost'), act: line(['account', 'recover']) },
    { says: t('menu.leave'), act: async () => 'leave' },
  ]
}
