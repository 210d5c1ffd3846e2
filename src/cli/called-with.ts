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

/**
 * Puts the options by which this call chose its platform into the commands that a sentence names: to be copied as is. Of a
 * login, also what it says of who one is (`argv`).
 */
export function asCalledWith(flags: GlobalFlags, argv: string[] = []): (sentence: string) => string {
  const platform = [
    ...(flags.sandbox ? ['--sandbox'] : []),
    // An address with a password in it is never said again.
    ...(flags.url && !flags.url.includes('@') ? [`--url ${quoted(flags.url)}`] : []),
    ...(flags.account ? [`--account ${quoted(flags.account)}`] : []),
    ...(flags.profile ? [`--profile ${quoted(flags.profile)}`] : []),
    ...(flags.entity ? [`--entity ${quoted(flags.entity)}`] : []),
  ]
  const login = [...platform, ...(flags.insecureStorage ? ['--insecure-storage'] : []), ...whoLogsIn(argv)]
  if (login.length === 0) return (sentence) => sentence
  const pattern = commands()
  return (sentence) =>
    sentence.replace(pattern, (command, words: string | undefined) => {
      if (words === undefined) return command
      // What the sentence says itself wins, be it a place to fill in: --url ADDRESS.
      const isSaid = (option: string) => [nameOf(option), ...(without[nameOf(option)] ?? [])].some(stands)
      const stands = (name: string) => sentence.includes(name)
      const missing = (words === 'login' ? login : platform).filter((option) => !isSaid(option))
      return [command, ...missing].join(' ')
    })
}

function nameOf(option: string): string {
  return option.replace(/ .*/s, '')
}

/** What makes no sense beside it. */
const without: Record<string, string[]> = {
  '--user': ['--token-stdin'],
  '--password-stdin': ['--token-stdin', '--web'],
}

/** The options of `ipeos login` that hold no secret. */
function whoLogsIn(argv: string[]): string[] {
  if (!argv.includes('login')) return []
  const user = argv.flatMap((word, index) => {
    if (word === '--user' || word === '-u') return argv[index + 1] ?? []
    return word.startsWith('--user=') ? word.slice('--user='.length) : []
  })
  const switches = ['--password-stdin', '--allow-http'].filter((option) => argv.includes(option))
  return [...user.slice(0, 1).map((name) => `--user ${quoted(name)}`), ...switches]
}

/** Of itself a login goes to the platform: who rehearses on the embedded one is told how to log in there. */
export function asInRehearsal(sentence: string): string {
  if (/--(sandbox|url)\b/.test(sentence)) return sentence
  return sentence.replace(/«[^«»]*»|“[^“”]*”|\bipeos (login|password reset)\b/g, (found, words: string | undefined) =>
    words === undefined ? found : `${found} --sandbox`,
  )
}

/** Where a variable names the platform, it comes before a login: an address is put right there. */
export function addressAsGiven(
  flags: GlobalFlags,
  env: Record<string, string | undefined>,
): (sentence: string) => string {
  const isByVariable = Boolean(env.IPEOS_URL) && !flags.url && !flags.sandbox && !flags.account?.includes('@')
  if (!isByVariable) return (sentence) => sentence
  return (sentence) => sentence.replace(/\bipeos login --url (ADDRESS|ADRESSE)\b/g, 'export IPEOS_URL=$1')
}
