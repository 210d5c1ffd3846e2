import type { Command } from 'commander'
import type { Context } from './context.ts'
import { WrongUsage } from './errors.ts'
import { embeddedHost } from './settings/platform-address.ts'

/**
 * Refuses the address of a ticket that lies on another platform than the one that is asked: its number would mean one of
 * ours.
 */
export function refuseOtherPlatform(command: Command, { account, settings }: Context): void {
  const own = settings.sandbox ? embeddedHost : hostOf(account.url)
  const isTicket = (place: number): boolean => {
    const { registeredArguments: all } = command
    return (all[place] ?? (all.at(-1)?.variadic ? all.at(-1) : undefined))?.live === 'ticket'
  }
  for (const [place, word] of command.args.entries()) {
    const host = isTicket(place) ? hostOf(word.trim()) : undefined
    if (host === undefined || host === own) continue
    const platform = settings.sandbox ? embeddedHost : account.url
    throw new WrongUsage(
      'show.other-platform',
      { address: word, platform },
      { hint: { key: 'show.other-platform-hint' } },
    )
  }
}

/** Undefined for what is no address. */
function hostOf(address: string): string | undefined {
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).host.toLowerCase() : undefined
}
