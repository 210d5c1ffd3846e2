import type { GlobalFlags } from '../settings/resolve.ts'
import { quoted } from '../terminal/quoted.ts'
import { entries } from './command-tree.ts'

/** These ask no platform, or start one of their own. */
const localCommands = ['sandbox', 'help', 'completion', 'config']

/** Every command line of ours that a platform answers; and what stands in quotation marks, which are a person's own words. */
function commands(): RegExp {
  return new RegExp(`«[^«»]*»|“[^“”]*”|\\bipeos ((?:${namesOf(true)}) [a-z]+|${namesOf(false)})\\b`, 'g')
}

function namesOf(isGroup: boolean): string {
  return entries
    .filter((entry) => (entry.isGroup ?? false) === isGroup && !localCommands.includes(entry.name))
    .map(({ name }) => name)
    .join('|')
}

/** Puts the options by which this call chose its platform into the commands that a sentence names: to be copied as is. */
export function asCalledWith(flags: GlobalFlags): (sentence: string) => string {
  const platform = [
    ...(flags.sandbox ? ['--sandbox'] : []),
    // An address with a password in it is never said again.
    ...(flags.url && !flags.url.includes('@') ? [`--url ${quoted(flags.url)}`] : []),
    ...(flags.account ? [`--account ${quoted(flags.account)}`] : []),
    ...(flags.profile ? [`--profile ${quoted(flags.profile)}`] : []),
    ...(flags.entity ? [`--entity ${quoted(flags.entity)}`] : []),
  ]
  const login = [...platform, ...(flags.insecureStorage ? ['--insecure-storage'] : [])]
  if (login.length === 0) return (sentence) => sentence
  const pattern = commands()
  return (sentence) =>
    sentence.replace(pattern, (command, words: string | undefined) => {
      if (words === undefined) return command
      // What the sentence says itself wins, be it a place to fill in: --url ADDRESS.
      const isSaid = (option: string) => sentence.includes(option.replace(/ .*/s, ''))
      const missing = (words === 'login' ? login : platform).filter((option) => !isSaid(option))
      return [command, ...missing].join(' ')
    })
}
