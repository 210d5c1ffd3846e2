import { createHash } from 'node:crypto'
import type { ConnectOptions, Platform } from '../glpi/platform.ts'
import type { Account } from '../settings/account/account.ts'
import { accountFile } from '../settings/account/account-file.ts'
import { cacheFile } from '../settings/cache-file.ts'
import { lazy } from '../settings/lazy.ts'
import { embeddedHost } from '../settings/platform-address.ts'
import type { Settings } from '../settings/settings.ts'
import { plain } from '../terminal/sanitize.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { Context } from './context.ts'
import { openHttp, openNetwork } from './open-http.ts'
import { roleOfCall } from './role-of-call.ts'
import { sleep } from './sleep.ts'
import type { World } from './world.ts'

/** Where the embedded platform answers when it is called in this process. */
const sandboxUrl = `http://${embeddedHost}`

/** What a connection is made of. */
interface Connection {
  world: World
  settings: Settings
  terminal: Terminal
  /** What is to be done when the call is over. */
  ends: Array<() => Promise<void>>
}

type PlatformOptions = Omit<ConnectOptions, 'http' | 'url' | 'trace'>

/** The platform of one account; network and keychain are touched when it is first asked for. */
export function openPlatform(
  { world, settings, terminal, ends }: Connection,
  account: Account,
): Pick<Context, 'http' | 'httpFor' | 'platform' | 'connectAs'> {
  const http = lazy(async () => {
    const opened = world.http ? { http: world.http, close: async () => undefined } : await openHttp(world, settings)
    ends.push(opened.close)
    return opened.http
  })

  async function connected(options: PlatformOptions): Promise<Platform> {
    const { connect } = await import('../glpi/connect.ts')
    const random = world.random ?? Math.random
    return connect({
      http: await http(),
      url: settings.sandbox ? sandboxUrl : account.url,
      clock: { now: world.now },
      retry: { now: world.now, sleep: world.sleep ?? sleep, random, patience: settings.timeout },
      trace: settings.debug ? (line) => terminal.show(plain(line)) : undefined,
      ...options,
    })
  }

  /** What cannot be ended now ends by itself on the platform. */
  function endWithCall(platform: Platform, isToEnd: () => Promise<boolean>): void {
    ends.push(async () => {
      if (await isToEnd())
        await platform.close().catch((error) => settings.debug && terminal.show(plain(String(error))))
    })
  }

  const platformIn = async ({ askAgain = true, role: wanted }: PlatformChoice): Promise<Platform> => {
    const { role, oneOff } = wanted ? { role: wanted, oneOff: false } : roleOfCall(settings, account.role())
    const options = {
      ...(askAgain ? {} : { retry: undefined }),
      credential: () => account.credential(),
      appToken: await account.appToken(),
      role,
    }
    // A session of its own: the kept one, which other commands use at this moment, stays as it is.
    if (oneOff) {
      const own = await connected({ ...options, keepSession: async () => undefined })
      endWithCall(own, async () => true)
      return own
    }
    const usual: Platform = await connected({
      ...options,
      session: await account.session(),
      keepSession: (session) => account.keepSession(session),
      formCache: cacheFile(
        () => accountFile(settings.folders.cache, 'form', account.name ?? account.url),
        async () => fingerprint((await usual.session()).token),
      ),
    })
    endWithCall(usual, async () => !(await account.canKeepSession()))
    return usual
  }
  const made = new Map<PlatformChoice['role'], Promise<Platform>>()
  const platform: Context['platform'] = (choice = {}) => {
    const known = made.get(choice.role) ?? platformIn(choice)
    made.set(choice.role, known)
    return known
  }

  return {
    http,
    async httpFor(url) {
      if (world.http) return world.http
      const opened = await openNetwork(url, world.env, settings)
      ends.push(opened.close)
      return opened
    },
    platform,
    connectAs: async (credential, { appToken, role } = {}) =>
      connected({ credential: async () => credential, keepSession: async () => undefined, appToken, role }),
  }
}

type PlatformChoice = NonNullable<Parameters<Context['platform']>[0]>

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
