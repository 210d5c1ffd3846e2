import { join } from 'node:path'
import { dates } from '../dates/dates.ts'
import { DraftFolder } from '../drafts/draft-folder.ts'
import { InputFolder } from '../drafts/input-folder.ts'
import { TypedTexts } from '../drafts/typed-texts.ts'
import { WrongUsage } from '../errors/error.ts'
import { type Files, givenFiles } from '../files/given-file.ts'
import { Ours } from '../files/ours.ts'
import type { Message, Translate } from '../i18n/translate.ts'
import { accountsIn } from '../settings/account/accounts.ts'
import { openAccount } from '../settings/account/open-account.ts'
import { checkedFolders } from '../settings/checked-folders.ts'
import { openConfiguration } from '../settings/configuration.ts'
import { foldersOf } from '../settings/folders.ts'
import { machineOf } from '../settings/machine.ts'
import type { GlobalFlags } from '../settings/resolve.ts'
import { seenFile } from '../settings/seen.ts'
import type { Settings } from '../settings/settings.ts'
import type { TerminalHolder } from '../terminal/hold-terminal.ts'
import { childEnvironment } from '../terminal/program/child-environment.ts'
import { InquirerPrompts } from '../terminal/prompts/inquirer-prompts.ts'
import { LinePrompts } from '../terminal/prompts/line-prompts.ts'
import type { PromptOptions } from '../terminal/prompts/prompt-options.ts'
import type { Prompts } from '../terminal/prompts/prompts.ts'
import { StreamTerminal } from '../terminal/stream-terminal.ts'
import type { PieceFilter } from '../terminal/terminal.ts'
import { wrapped } from '../terminal/width.ts'
import type { Context } from './context.ts'
import { isForProgram } from './for-program.ts'
import { openPlatform } from './open-platform.ts'
import { bestSettings, type CallKind, strictSettings } from './settings-of-call.ts'
import { sleep as realSleep } from './sleep.ts'
import type { World } from './world.ts'

/** Milliseconds: what PHP and the proxies before it usually give a request. */
const usualLongestRequest = 60_000

/** The context of one call, and what to do when the call is over. */
export interface Composed {
  context: Context
  finish(): Promise<void>
}

export interface ComposeOptions extends CallKind {
  /** What is wrong with the settings keeps nothing from being sent, or kept: nobody is there who could say it again. */
  insists?: boolean
  /** Of what is printed. */
  filter?: PieceFilter | undefined
}

/** Ties the rooms together for one call. Dear parts (network, keychain, prompts) are loaded when first asked for. */
export async function compose(
  world: World,
  flags: GlobalFlags,
  t: Translate,
  { insists = false, filter, ...kind }: ComposeOptions = {},
): Promise<Composed> {
  const { env, now, holder, timeZone, lendSignals, sleep = realSleep, longestRequest = usualLongestRequest } = world
  const folders = insists ? foldersOf(world) : checkedFolders(world)
  const origin = { world, flags, folders }
  const read = await (insists ? bestSettings(origin) : strictSettings(origin, kind))
  const { kept, file, machine, settings, stop } = read
  const terminal = new StreamTerminal({
    input: world.stdin,
    output: world.stdout,
    error: world.stderr,
    env,
    settings,
    t,
    timeZone,
    lendSignals,
    holdTerminal: world.holdTerminal,
    filter,
    saysJson: isForProgram(world.argv),
  })
  for (const path of read.open) terminal.warn('settings.machine-open', { path })
  for (const reason of read.leftAside) terminal.warn('settings.left-aside', { reason: t(reason) })
  const isRehearsal = settings.sandbox && !flags.sandbox && flags.url === undefined
  if (isRehearsal && !settings.quiet) tellRehearsal(terminal, world, t)
  const account = openAccount({
    ...{ settings, env, file, keychain: world.keychain, holder },
    onOpenFile: (path) => terminal.warn('settings.open-secret', { path }),
    isNowhere: read.isNowhere,
  })
  const onUnkept = ({ text }: { text: Message }): void => terminal.warn('draft.unkept', { reason: t(text) })
  const ends: Array<() => Promise<void>> = []
  const call = { world, settings, terminal, ends }
  const ours = new Ours(world.uid, ({ text }) => terminal.warn(text))
  const input = new InputFolder(join(folders.state, 'input'), ours, holder)
  const drafts = new DraftFolder({ folder: join(folders.state, 'drafts'), now, holder, onUnkept, input, ours })
  ends.push(() => input.sweep(() => drafts.namedFiles()))
  const typedTexts = new TypedTexts({ folder: join(folders.state, 'texts'), now, ours })
  ends.push(() => typedTexts.sweep())
  return {
    context: {
      t,
      version: world.version,
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
      typedTexts,
      repeats: async () => {
        const { repeatsIn } = await import('../drafts/repeats.ts')
        return repeatsIn(join(folders.state, 'repeats.json'), now, holder, ours)
      },
      imports: async () => {
        const { ImportFolder } = await import('../drafts/import/import-folder.ts')
        return new ImportFolder({ folder: join(folders.state, 'imports'), now, holder, onUnkept, ours })
      },
      sleep,
      random: world.random ?? Math.random,
      patience: { now, sleep, timeout: settings.timeout, longestRequest },
      ...programsOf(world, t),
      files: filesBut(input, givenFiles(world.folder, world.home, holder, world.uid)),
      prompts:
        world.prompts ??
        promptsOf({
          input: world.stdin,
          output: world.stderr,
          written: () => terminal.written,
          env,
          t,
          style: terminal.noteStyle,
          platform: world.platform,
          holdTerminal: (holder) => {
            const held = world.holdTerminal?.(tellingWayBack(holder, world, t))
            const endNotes = terminal.notes.hold()
            return {
              stop: () => held?.stop(),
              letGo: () => {
                held?.letGo()
                endNotes()
              },
            }
          },
        }),
      ...openPlatform(call, account),
      wrote: (message) => world.wrote?.(t(message)),
      ...(stop && { unready: stop, platform: () => Promise.reject(stop) }),
      ifInterrupted: (message, undo) => world.ifInterrupted?.(message ? t(message) : '', undo),
      accounts: accountsIn({ settings, file, holder }),
      accountNamed: ({ name, url }) => {
        const named: Settings = { ...settings, account: name, url, sandbox: url === 'sandbox' }
        // The credential of the environment is not this account's.
        const its = openAccount({ settings: named, env: withoutOurs(env), file, keychain: world.keychain, holder })
        const { platform } = openPlatform({ ...call, settings: named }, its)
        return { account: its, platform: () => platform({ role: 'any' }) }
      },
    },
    finish: async () => {
      for (const end of ends.reverse()) await end()
    },
  }
}

/** What variables say of this session, as of its bus, which the keychain needs; nothing of ours. */
function withoutOurs(env: World['env']): World['env'] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('IPEOS_')))
}

/** Before a question is left by Ctrl-Z: many who did not mean it do not know how to come back. */
function tellingWayBack(holder: TerminalHolder, { stderr }: World, t: Translate): TerminalHolder {
  return {
    ...holder,
    giveBack: (toShell) => {
      holder.giveBack(toShell)
      if (toShell) stderr.write(`${t('terminal.way-back')}\n`)
    },
  }
}

/** To a person, of a platform that this call does not name: what is done there is done for trial. */
function tellRehearsal(terminal: StreamTerminal, { stderr }: World, t: Translate): void {
  if (stderr.isTTY) terminal.show(wrapped(terminal.noteStyle.dim(t('rehearsal.here')), terminal.width - 1))
}

/** The files that a person names, and of the copies that we kept those that nobody else may have written. */
function filesBut(input: InputFolder, files: Files): Files {
  const isOther = async (path: string): Promise<boolean> => !(await input.obeys(path))
  const check: Files['check'] = async (path, limit) =>
    (await isOther(path)) ? { problem: new WrongUsage('copy-not-ours', { path }) } : files.check(path, limit)
  return { ...files, check }
}

type OtherPrograms = 'shell' | 'machineIdentity' | 'browse' | 'writeMail' | 'clipboardImage' | 'openFile'

/** What other programs of this computer do for a command. */
function programsOf(world: World, t: Translate): Pick<Context, OtherPrograms> {
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
    openFile: async (path) => {
      const { openInProgram } = await import('../terminal/program/open-file.ts')
      return openInProgram(path, world)
    },
    clipboardImage: async (question) => {
      const { imageOnClipboard } = await import('../terminal/program/clipboard.ts')
      return imageOnClipboard({ ...question, env: world.env, platform: world.platform })
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
