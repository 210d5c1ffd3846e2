import type { Dates } from '../dates/dates.ts'
import type { Drafts } from '../drafts/drafts.ts'
import type { Patience } from '../drafts/exactly-once.ts'
import type { Imports } from '../drafts/import/imports.ts'
import type { InputFolder } from '../drafts/input-folder.ts'
import type { Repeats } from '../drafts/repeats.ts'
import type { TypedTexts } from '../drafts/typed-texts.ts'
import type { IpeosError } from '../errors/error.ts'
import type { Files } from '../files/given-file.ts'
import type { Holder } from '../files/lock.ts'
import type { Http } from '../glpi/http/http.ts'
import type { Credential, Platform } from '../glpi/platform.ts'
import type { Message, Translate } from '../i18n/translate.ts'
import type { Role } from '../itil/person.ts'
import type { Account } from '../settings/account/account.ts'
import type { Accounts, KnownAccount } from '../settings/account/accounts.ts'
import type { Configuration } from '../settings/configuration.ts'
import type { Machine } from '../settings/machine.ts'
import type { Seen } from '../settings/seen.ts'
import type { Settings } from '../settings/settings.ts'
import type { ClipboardImage, ClipboardQuestion } from '../terminal/program/clipboard.ts'
import type { Opened } from '../terminal/program/open-file.ts'
import type { ShellInput } from '../terminal/program/shell-command.ts'
import type { MachineIdentity } from '../terminal/program/this-machine.ts'
import type { Prompts } from '../terminal/prompts/prompts.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** Waits that many milliseconds; rejects with the signal's reason when it is given up before. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>

/** All that a command may touch of the world. */
export interface Context {
  readonly t: Translate
  /** Of ipeos: `0.1.0`. */
  readonly version: string
  readonly terminal: Terminal
  readonly prompts: Prompts
  /** Files that the person names. */
  readonly files: Files
  readonly clock: { now(): Date }
  /** Moments as whoever reads this terminal does, told from now. */
  dates(): Dates
  /** What was typed and the platform does not have yet. */
  readonly drafts: Drafts
  /** What is typed of commands that need no draft. */
  readonly typedTexts: Pick<TypedTexts, 'of'>
  /** What is remembered of keys (`--dedupe`). */
  repeats(): Promise<Repeats>
  /** Files that came by a pipe, until the platform has them. */
  readonly input: InputFolder
  /** What the lists of this account showed, for completion. */
  readonly seen: Seen
  /** Tickets that come by the file, until the platform has them all. */
  imports(): Promise<Imports>
  /** This process, for the locks that it holds. */
  readonly holder: Holder
  /** How long to wait for what the platform may still be doing. */
  readonly patience: Patience
  readonly sleep: Sleep
  /** From 0 to 1. */
  random(): number
  /** Runs a command line of the person's own; gives why it failed, or undefined. */
  shell(command: string, given: ShellInput): Promise<string | undefined>
  /** Opens an address of the web in the person's browser; false where there is none to be opened. */
  browse(url: string): Promise<boolean>
  /** Begins a mail in the person's mail program, from a `mailto:` address; false where there is none. */
  writeMail(url: string): Promise<boolean>
  /** Opens a file of these that somebody else may have made, by its absolute path, in the program for its kind. */
  openFile(path: string): Promise<Opened>
  /** The image that was copied last. Rejects with `WrongUsage` where there is none, it is too large, or no clipboard. */
  clipboardImage(question: ClipboardQuestion): Promise<ClipboardImage>
  /** By what this computer is told from others. */
  machineIdentity(): Promise<MachineIdentity>
  /** The options of this call, whatever they were given by: flag, environment, settings file, default. */
  readonly settings: Settings
  /** A menu comes after this command, and offers what can be done next. */
  readonly menuFollows?: boolean
  /** Why nothing may be sent in this call, though it goes on, so that what it is given is kept: its settings are broken. */
  readonly unready?: IpeosError
  /** What whoever called this command says in variables, without our secrets. */
  variables(): Readonly<Record<string, string | undefined>>
  /** This computer. */
  readonly machine: Machine
  /** The same as kept for good, and where each comes from; to be changed. */
  readonly configuration: Configuration
  /** The account in use: where its secrets are, and how to change them. */
  readonly account: Account
  /**
   * The platform, as this account; dear, so asked for only when needed. Who comes back by itself, as a watch does, says
   * at the first call that what fails is not to be asked again; who changes the account’s role, or ends its session, takes
   * the kept session in whatever role it is (`any`).
   */
  platform(options?: { askAgain?: boolean; role?: 'any' }): Promise<Platform>
  /** The platform as whoever has this credential; nothing of it is kept. */
  connectAs(credential: Credential, options?: { appToken?: string; role?: Role | undefined }): Promise<Platform>
  /** All accounts whose logins are kept here, on whatever platform. */
  readonly accounts: Accounts
  /** One of them, and its platform, in whatever role; the credential of the environment is left aside. */
  accountNamed(known: Pick<KnownAccount, 'name' | 'url'>): { account: Account; platform(): Promise<Platform> }
  /** Calls that need no session, as for a lost password. */
  http(): Promise<Http>
  /** Calls to somewhere else than the platform. */
  httpFor(url: string): Promise<Http>
  /**
   * What a person must be told if the command is interrupted from now on, and what must be undone then, at once;
   * undefined when there is nothing to know.
   */
  ifInterrupted(message: Message | undefined, undo?: () => void): void
  /** What the platform has written, to be told where the output cannot be. */
  wrote(message: Message): void
}
