import type { Command } from 'commander'
import { WrongUsage } from '../errors/error.ts'
import { embeddedHost } from '../settings/platform-address.ts'
import type { Context } from './context.ts'

/**
 * Refuses the address of a ticket that lies on another platform than the one that is asked: its number would mean one of
 * ours.
 */
export function refuseOtherPlatform(command: Command, { account, settings }: Context): void {
  const platform = settings.sandbox ? `http://${embeddedHost}` : account.url
  const isTicket = (place: number): boolean => {
    const { registeredArguments: all } = command
    return (all[place] ?? (all.at(-1)?.variadic ? all.at(-1) : undefined))?.live === 'ticket'
  }
  for (const [place, word] of command.args.entries()) {
    const address = isTicket(place) ? siteOf(word.trim()) : undefined
    if (!address || isSameSite(address, siteOf(platform))) continue
    throw new WrongUsage('other-platform', { address: word, platform: settings.sandbox ? embeddedHost : platform })
  }
}

interface SiteAddress {
  host: string
  /** The folders that the platform stands in, from the root of the host. */
  path: string[]
}

/** Undefined for what is no address. */
function siteOf(address: string): SiteAddress | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined
  const { host, pathname } = new URL(address)
  const root = pathname.replace(/\/(front|ticket)\/[^/]*\/?$/i, '').toLowerCase()
  return { host, path: root.split('/').filter((folder) => folder !== '') }
}

/** One host may have several platforms, side by side; that one of them stands within another is not to be thought of. */
function isSameSite(one: SiteAddress, other: SiteAddress | undefined): boolean {
  const least = Math.min(one.path.length, other?.path.length ?? 0)
  return one.host === other?.host && one.path.slice(0, least).join('/') === other.path.slice(0, least).join('/')
}
