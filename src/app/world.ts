import type { Holder } from '../files/lock.ts'
import type { Http } from '../glpi/http/http.ts'
import type { Hold } from '../records/filter/jq.ts'
import type { SecretStore } from '../settings/secrets/store.ts'
import type { HoldTerminal } from '../terminal/hold-terminal.ts'
import type { LendSignals } from '../terminal/program/pager.ts'
import type { MachineIdentity } from '../terminal/program/this-machine.ts'
import type { Prompts } from '../terminal/prompts/prompts.ts'
import type { Sleep } from './context.ts'

/** All that comes from outside: the process, or what a test puts in its place. */
export interface World {
  argv: string[]
  /** Of ipeos. */
  version: string
  env: Record<string, string | undefined>
  platform: NodeJS.Platform
  /** The person's number, where the system has such. */
  uid?: number
  /** The person's; the null device where there is none. */
  home: string
  /** Where what is set for all people of this computer stands; `/etc/ipeos` by default. */
  machineFolder?: string
  /** Of Node.js. */
  nodeVersion: string
  /** The folder that the command was started in. */
  folder: string
  stdin: NodeJS.ReadStream
  stdout: NodeJS.WriteStream
  stderr: NodeJS.WriteStream
  now(): Date
  /** This process, and how to tell whether another one runs. */
  holder: Holder
  /** In a test: waiting that takes no time. */
  sleep?: Sleep
  /** In a test: numbers from 0 to 1 that are the same each time. */
  random?(): number
  /** For how long (ms) the platform may go on with a request that nobody waits for any more; a minute by default. */
  longestRequest?: number
  /** Keeps what a person must be told if a signal ends the process from now on; nothing when empty. */
  ifInterrupted?(text: string, undo?: () => void): void
  /** Notes that the platform did some of what it was asked to write, and what must be told of it where the output is lost. */
  wrote?(text?: string): void
  /** Whether it did. */
  hasWritten?(): boolean
  /** Lets a program that we started have Ctrl-C to itself, for a while. */
  lendSignals?: LendSignals
  /** Lets a question or a spinner give the terminal back when the process is stopped, and a question leave when it is ended. */
  holdTerminal?: HoldTerminal
  /** Runs what holds the whole process: a signal ends it meanwhile, for our own answer would come too late. */
  leaveSignals?: Hold
  timeZone?: string
  /** In a test: the platform without a network, answers to the prompts, a nameplate, a keychain. */
  http?: Http
  prompts?: Prompts
  machineIdentity?(): Promise<MachineIdentity>
  keychain?: SecretStore
}
