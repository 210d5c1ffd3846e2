import { join } from 'node:path'
import { dates } from '../dates/dates.ts'
import { DraftFolder } from '../drafts/draft-folder.ts'
import { InputFolder } from '../drafts/input-folder.ts'
import { Failed } from '../errors/error.ts'
import { givenFiles } from '../files/given-file.ts'
import { isClosed, isNowhere } from '../files/home.ts'
import type { Message, Translate } from '../i18n/translate.ts'
import { accountsIn } from '../settings/account/accounts.ts'
import { openAccount } from '../settings/account/open-account.ts'
import { checkedFolders } from '../settings/checked-folders.ts'
import { openConfiguration } from '../settings/configuration.ts'
import { machineSettingsPath } from '../settings/folders.ts'
import { machineOf } from '../settings/machine.ts'
import { defaultUrl } from '../settings/platform-address.ts'
import { type GlobalFlags, inForce, resolveSettings, withoutWrong } from '../settings/resolve.ts'
import { seenFile } from '../settings/seen.ts'
import type { Settings } from '../settings/settings.ts'
import { readMachineSettings, readSettingsFile } from '../settings/settings-file.ts'
import { childEnvironment } from '../terminal/program/child-environment.ts'
import { InquirerPrompts } from '../terminal/prompts/inquirer-prompts.ts'
import { LinePrompts } from '../terminal/prompts/line-prompts.ts'
import type { PromptOptions } from '../terminal/prompts/prompt-options.ts'
import type { Prompts } from '../terminal/prompts/prompts.ts'
import { StreamTerminal } from '../terminal/stream-terminal.ts'
import type { PieceFilter } from '../terminal/terminal.ts'
import type { Context } from './context.ts'
import { isForProgram } from './for-program.ts'
import { openPlatform } from './open-platform.ts'
import { sleep as realSleep } from './sleep.ts'
import type { World } from './world.ts'

/** Milliseconds: what PHP and the proxies before it usually give a request. */
const usualLongestRequest = 60_000

/** The context of one call, and what to do when the call is over. */
export interface Composed {
  context: Context
  finish(): Promise<void>
}

export interface ComposeOptions {
  /** Values of settings.json that make no sense stop nothing: the command is there to put them right. */
  repairing?: boolean
  /** Of what is printed. */
  filter?: PieceFilter | undefined
}

/** Ties the rooms together for one call. Dear parts (network, keychain, prompts) are loaded when first asked for. */
export async function compose(
  world: World,
  flags: GlobalFlags,
  t: Translate,
  { repairing = false, filter }: ComposeOptions = {},
): Promise<Composed> {
  const {
    env,
    uid,
    now,
    holder,
    timeZone,
    lendSignals,
    sleep = realSleep,
    longestRequest = usualLongestRequest,
  } = world
  const folders = checkedFolders(world)
  const open: string[] = []
  const [kept, machine] = await Promise.all([
    readSettingsFile(folders.config),
    readMachineSettings(machineSettingsPath(world), { uid, onOpen: (path) => open.push(path) }),
  ])
  const file = kept && repairing ? withoutWrong(kept) : kept
  const given = { flags, env, file, folders, machine: repairing ? undefined : machine }
  const settings = resolveSettings(given)
  // They may name the platform: without them, a credential would go to another one.
  if (open[0] !== undefined && !repairing && inForce('url', given).source === 'default')
    throw new Failed('machine-settings-open', { path: open[0] })
  refuseUnknownPlatform(settings, env)
  const terminal = new StreamTerminal({
    input: world.stdin,
    output: world.stdout,
    error: world.stderr,
    env,
    settings,
    t,
    timeZone,
    lendSignals,
    filter,
    saysJson: isForProgram(world.argv),
  })
  for (const path of open) terminal.warn('settings.machine-open', { path })
  const account = openAccount({
    ...{ settings, env, file, keychain: world.keychain, holder },
    onOpenFile: (path) => terminal.warn('settings.open-secret', { path }),
  })
  const onUnkept = ({ text }: { text: Message }): void => terminal.warn('draft.unkept', { reason: t(text) })
  const ends: Array<() => Promise<void>> = []
  const call = { world, settings, terminal, ends }
  const input = new InputFolder(join(folders.state, 'input'))
  const drafts = new DraftFolder({ folder: join(folders.state, 'drafts'), now, holder, onUnkept, input })
  ends.push(() => input.sweep(() => drafts.namedFiles()))
  return {
    context: {
      t,
      terminal,
      settings,
      machine: machineOf(world),
      variables: () => childEnvironment(env),
      configuration: openConfiguration({ flags, env, file: kept, folders, machine }, holder),
      account,
      clock: { now },
      holder,
      dates: () => dates({ language: t.language, now: now(), timeZone }),
      seen: seenFile(folders.cache, account.name ?? account.url),
      drafts,
      input,
      repeats: async () => {
        const { repeatsIn } = await import('../drafts/repeats.ts')
        return repeatsIn(join(folders.state, 'repeats.json'), now, holder)
      },
      imports: async () => {
        const { ImportFolder } = await import('../drafts/import/import-folder.ts')
        return new ImportFolder({ folder: join(folders.state, 'imports'), now, holder, onUnkept })
      },
      sleep,
      random: world.random ?? Math.random,
      patience: { now, sleep, timeout: settings.timeout, longestRequest },
      ...programsOf(world, t),
      files: givenFiles(world.folder, world.home, holder, uid),
      prompts:
        world.prompts ?? promptsOf({ input: world.stdin, output: world.stderr, env, t, style: terminal.noteStyle }),
      ...openPlatform(call, account),
      wrote: (message) => world.wrote?.(t(message)),
      ifInterrupted: (message, undo) => world.ifInterrupted?.(message ? t(message) : '', undo),
      accounts: accountsIn({ settings, file, holder }),
      accountNamed: ({ name, url }) => {
        const named: Settings = { ...settings, account: name, url, sandbox: url === 'sandbox' }
        // The credential of the environment is not this account's.
        const its = openAccount({ settings: named, env: {}, file, keychain: world.keychain, holder })
        const { platform } = openPlatform({ ...call, settings: named }, its)
        return { account: its, platform: () => platform({ role: 'any' }) }
      },
    },
    finish: async () => {
      for (const end of ends.reverse()) await end()
    },
  }
}

/** What stands in a home that is closed to us may name the platform: without it, a credential would go to another one. */
function refuseUnknownPlatform({ url, folders }: Settings, { HOME: home }: World['env']): void {
  if (url !== defaultUrl || !home || !isNowhere(folders.config) || !isClosed(home)) return
  throw new Failed('home-closed', { home })
}

/** What other programs of this computer do for a command. */
function programsOf(world: World, t: Translate): Pick<Context, 'shell' | 'machineIdentity' | 'browse' | 'writeMail'> {
  return {
    shell: async (command, given) => {
      const { runInShell } = await import('../terminal/program/shell-command.ts')
      return runInShell(command, given, { env: world.env, folder: world.folder, output: world.stderr, t })
    },
    machineIdentity: async () => {
      const { readNameplate } = await import('../terminal/program/this-machine.ts')
      return world.machineIdentity?.() ?? readNameplate(world)
    },
    browse: async (url) => {
      const { openInBrowser } = await import('../terminal/program/browser.ts')
      return openInBrowser(url, world)
    },
    writeMail: async (url) => {
      const { openInMailProgram } = await import('../terminal/program/browser.ts')
      return openInMailProgram(url, world)
    },
  }
}

/** Arrows and colours where the person and the terminal can do with them. */
function promptsOf(options: PromptOptions): Prompts {
  return options.style?.plain || options.env.TERM === 'dumb' ? new LinePrompts(options) : new InquirerPrompts(options)
}
