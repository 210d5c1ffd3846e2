import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { openOrPutAside, sandboxFolder } from './commands/sandbox/data-folder.ts'
import type { Context } from './context.ts'
import { draftFolder } from './drafts/draft-folder.ts'
import { givenFiles } from './files/given-file.ts'
import type { Http } from './glpi/http.ts'
import type { ConnectOptions, Credential, Platform } from './glpi/platform.ts'
import type { Translate } from './i18n/translate.ts'
import type { World } from './main.ts'
import { cacheFile } from './settings/cache-file.ts'
import { openConfiguration } from './settings/configuration.ts'
import { foldersOf } from './settings/folders.ts'
import { openAccount } from './settings/open-account.ts'
import { platformAddress } from './settings/platform-address.ts'
import { type GlobalFlags, resolveSettings, withoutWrong } from './settings/resolve.ts'
import type { Settings } from './settings/settings.ts'
import { readSettingsFile } from './settings/settings-file.ts'
import { sleep } from './sleep.ts'
import { createTerminal } from './terminal/create-terminal.ts'
import { inquirerPrompts } from './terminal/inquirer-prompts.ts'
import { linePrompts } from './terminal/line-prompts.ts'
import type { PromptOptions } from './terminal/prompt-options.ts'
import type { Prompts } from './terminal/prompts.ts'
import { plain } from './terminal/sanitize.ts'

/** Where the embedded platform answers when it is called in this process: never a real host (RFC 2606). */
const sandboxUrl = 'http://sandbox.invalid'

/** Milliseconds: what PHP and the proxies before it usually give a request. */
const usualLateness = 60_000

/** The context of one call, and what to do when the call is over. */
export interface Composed {
  context: Context
  finish(): Promise<void>
}

export interface ComposeOptions {
  /** Values of settings.json that make no sense stop nothing: the command is there to put them right. */
  repairing?: boolean
}

/** Ties the rooms together for one call. Dear parts (network, keychain, prompts) are loaded when first asked for. */
export async function compose(
  world: World,
  flags: GlobalFlags,
  t: Translate,
  { repairing = false }: ComposeOptions = {},
): Promise<Composed> {
  const { env } = world
  const folders = foldersOf(world)
  const kept = await readSettingsFile(folders.config)
  const file = kept && repairing ? withoutWrong(kept) : kept
  const settings = resolveSettings({ flags, env, file, folders })
  const terminal = createTerminal({
    input: world.stdin,
    output: world.stdout,
    error: world.stderr,
    env: world.env,
    settings,
    t,
    timeZone: world.timeZone,
    lendSignals: world.lendSignals,
  })
  const account = openAccount({ settings, env: world.env, file, keychain: world.keychain, holder: world.claimant })
  const clock = { now: world.now }
  const random = world.random ?? Math.random
  const ends: Array<() => Promise<void>> = []

  const http = once(async () => {
    const opened = world.http ? { http: world.http, close: async () => undefined } : await openHttp(world, settings)
    ends.push(opened.close)
    return opened.http
  })
  const httpFor = async (url: string): Promise<Http> => {
    if (world.http) return world.http
    const opened = await openNetwork(url, env, settings)
    ends.push(opened.close)
    return opened
  }
  const platformAs = async (options: PlatformOptions): Promise<Platform> => {
    const { connect } = await import('./glpi/connect.ts')
    return connect({
      http: await http(),
      url: settings.sandbox ? sandboxUrl : account.url,
      clock,
      retry: { now: world.now, sleep: world.sleep ?? sleep, random, patience: settings.timeout },
      trace: settings.debug ? (line) => terminal.show(plain(line)) : undefined,
      ...options,
    })
  }
  const platform = once(async ({ askAgain = true }: { askAgain?: boolean } = {}) => {
    const connected: Platform = await platformAs({
      ...(askAgain ? {} : { retry: undefined }),
      credential: () => account.credential(),
      appToken: await account.appToken(),
      session: await account.session(),
      keepSession: (session) => account.keepSession(session),
      formCache: cacheFile(join(folders.cache, `form-${fingerprint(account.name ?? account.url)}.json`), async () =>
        fingerprint((await connected.session()).token),
      ),
    })
    ends.push(async () => {
      if (await account.canKeepSession()) return
      // The command is over: a session that cannot be ended now ends by itself on the platform.
      await connected.close().catch((error) => settings.debug && terminal.show(plain(String(error))))
    })
    return connected
  })
  return {
    context: {
      t,
      terminal,
      settings,
      configuration: openConfiguration({ flags, env, file: kept, folders }, world.claimant),
      account,
      clock,
      drafts: draftFolder({ folder: join(folders.state, 'drafts'), now: world.now, claimant: world.claimant }),
      sleep: world.sleep ?? sleep,
      random,
      patience: {
        now: world.now,
        sleep: world.sleep ?? sleep,
        timeout: settings.timeout,
        lateness: world.lateness ?? usualLateness,
      },
      shell: async (command, given) => {
        const { runInShell } = await import('./terminal/shell-command.ts')
        return runInShell(command, given, { env: world.env, folder: world.folder, output: world.stderr, t })
      },
      browse: async (url) => {
        const { openInBrowser } = await import('./terminal/browser.ts')
        return openInBrowser(url, world)
      },
      files: givenFiles(world.folder, world.home),
      prompts:
        world.prompts ??
        promptsOf({ input: world.stdin, output: world.stderr, env: world.env, t, style: terminal.noteStyle }),
      platform,
      http,
      httpFor,
      ifInterrupted: (message, undo) => world.ifInterrupted?.(message ? t(message.key, message.parameters) : '', undo),
      connectAs: (credential: Credential, options = {}) =>
        platformAs({
          credential: async () => credential,
          keepSession: async () => undefined,
          appToken: options.appToken,
        }),
    },
    finish: async () => {
      for (const end of ends.reverse()) await end()
    },
  }
}

/** Arrows and colours where the person and the terminal can do with them. */
function promptsOf(options: PromptOptions): Prompts {
  return options.style?.plain || options.env.TERM === 'dumb' ? linePrompts(options) : inquirerPrompts(options)
}

type PlatformOptions = Omit<ConnectOptions, 'http' | 'url' | 'trace'>

/** The real network, or the embedded platform in this very process. */
async function openHttp({ env, now }: World, settings: Settings): Promise<{ http: Http; close(): Promise<void> }> {
  if (settings.sandbox) {
    const { openSandbox } = await import('./sandbox/sandbox.ts')
    const { fetchHttp } = await import('./glpi/fetch-http.ts')
    const folder = sandboxFolder(settings.folders)
    const sandbox = await openOrPutAside(folder, now(), () => openSandbox({ data: folder }))
    return { http: fetchHttp(sandbox.fetch), close: sandbox.close }
  }
  const http = await openNetwork(settings.url, env, settings)
  return { http, close: http.close }
}

/** The real network, as far as an address asks for it. */
async function openNetwork(
  url: string,
  env: World['env'],
  settings: Settings,
): Promise<Http & { close(): Promise<void> }> {
  const { undiciHttp } = await import('./glpi/undici-http.ts')
  // What is for this machine alone must not leave it, in the clear, for a proxy.
  const proxy = platformAddress(url)?.local ? {} : proxyOf(env)
  const { timeout, caFile, authority } = settings
  return undiciHttp({ timeout, proxy, caFile, authority })
}

function proxyOf(env: World['env']): { http?: string; https?: string; no?: string } {
  const of = (name: string) => env[name.toLowerCase()] ?? env[name.toUpperCase()]
  const found = { http: of('http_proxy'), https: of('https_proxy'), no: of('no_proxy') }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value))
}

function once<Result, Given extends unknown[]>(
  make: (...given: Given) => Promise<Result>,
): (...given: Given) => Promise<Result> {
  let made: Promise<Result> | undefined
  return (...given) => {
    made ??= make(...given)
    return made
  }
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
