import { type ErrorDetails, WrongUsage } from '../errors/error.ts'
import { similarTo } from '../i18n/similar.ts'
import { isEmailAddress } from '../itil/email-address.ts'
import { asciiAddress, platformAddress } from './platform-address.ts'

/** What a setting holds, as settings.json keeps it. */
export type SettingValue = string | number | boolean | readonly string[]

/** A kind of value: what a person may write, and what it becomes. */
export interface ValueKind<Value extends SettingValue = SettingValue> {
  readonly name:
    | 'platform'
    | 'page'
    | 'email'
    | 'choice'
    | 'switch'
    | 'seconds'
    | 'count'
    | 'names'
    | 'command'
    | 'file'
  /** The only ones there are, where they can be listed. */
  readonly choices?: readonly string[]
  /** Undefined when it makes no sense. */
  read(text: string): Value | undefined
}

/** A value, and what gave it: `--lang`, `IPEOS_LANG`, `settings.json`. */
export interface Given {
  origin: string
  value: string
}

const longestTimeout = 3600
const longestPage = 10_000

const on = ['1', 'true', 'yes', 'on', 'oui'] as const
const off = ['0', 'false', 'no', 'off', 'non'] as const

/** The address of a platform, or `sandbox`. */
export const platformKind: ValueKind<string> = {
  name: 'platform',
  read: (text) => (platformAddress(text) ? asciiAddress(text) : undefined),
}

/** A page of the web; not in the clear, but on this very machine. */
export const pageKind: ValueKind<string> = {
  name: 'page',
  read: (text) => {
    const address = /^https?:\/\//i.test(text.trim()) ? platformAddress(text) : undefined
    return address && !address.exposed ? asciiAddress(text) : undefined
  },
}

/** An address that mail goes to. */
export const emailKind: ValueKind<string> = {
  name: 'email',
  read: (text) => (isEmailAddress(text) ? text.trim() : undefined),
}

/** Seconds, more than 0. */
export const secondsKind: ValueKind<number> = {
  name: 'seconds',
  read: (text) => {
    const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0
    return seconds > 0 && seconds <= longestTimeout ? seconds : undefined
  },
}

/** A whole number, more than 0. */
export const countKind: ValueKind<number> = {
  name: 'count',
  read: (text) => {
    const count = /^\d+$/.test(text) ? Number(text) : 0
    return count > 0 && count <= longestPage ? count : undefined
  },
}

/** Yes or no, in either language. */
export const switchKind: ValueKind<boolean> = {
  name: 'switch',
  choices: ['yes', 'no'],
  read: (text) => {
    const said = text.trim().toLowerCase()
    if (on.some((word) => word === said)) return true
    return off.some((word) => word === said) ? false : undefined
  },
}

/** Names with commas between; whoever uses them knows which there are. */
export const namesKind: ValueKind<readonly string[]> = {
  name: 'names',
  read: (text) => {
    const names = text.split(',').map((name) => name.trim())
    return names.every((name) => /^[a-z]+$/i.test(name)) ? names : undefined
  },
}

/** A command line. */
export const commandKind: ValueKind<string> = { name: 'command', read: (text) => text.trim() || undefined }

/** The path of a file. */
export const fileKind: ValueKind<string> = { name: 'file', read: (text) => text.trim() || undefined }

/** One of these words. */
export function choiceKind<Choice extends string>(choices: readonly Choice[]): ValueKind<Choice> {
  return { name: 'choice', choices, read: (text) => choices.find((choice) => choice === text) }
}

/** What is wrong with a value of this kind, and what would do. */
export function wrongValue({ name, choices = [] }: ValueKind, given: Given, hint?: ErrorDetails['hint']): WrongUsage {
  const near = similarTo(given.value, choices)
  const meant =
    near.length > 0 ? ({ key: 'program.did-you-mean', parameters: { name: near.join(', ') } } as const) : undefined
  const longest = name === 'seconds' ? longestTimeout : longestPage
  const parameters = { ...withoutPassword(given), choices: choices.join(', '), longest }
  return new WrongUsage(wrongOf[name], parameters, { hint: hint ?? meant })
}

const wrongOf = {
  platform: 'setting-url',
  page: 'setting-page',
  email: 'setting-email',
  choice: 'setting-choice',
  switch: 'setting-choice',
  seconds: 'setting-timeout',
  count: 'setting-count',
  names: 'setting-names',
  command: 'setting-value',
  file: 'setting-value',
} as const

/** An address with a password in it is refused, and must not be told with it. */
function withoutPassword({ origin, value }: Given): Given {
  return { origin, value: value.replace(/\/\/[^/]*@/, '//…@') }
}
