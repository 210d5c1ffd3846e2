import type { GlobalFlags } from './settings/resolve.ts'

const commands = /\bipeos ((?:ticket|draft) [a-z]+|password reset|login|logout|whoami)\b/g

/** Puts the options by which this call chose its platform into the commands that a sentence names: to be copied as is. */
export function asCalledWith(flags: GlobalFlags): (sentence: string) => string {
  const platform = [
    ...(flags.sandbox ? ['--sandbox'] : []),
    // An address with a password in it is never said again.
    ...(flags.url && !flags.url.includes('@') ? [`--url ${flags.url}`] : []),
    ...(flags.account ? [`--account ${flags.account}`] : []),
  ]
  const login = [...platform, ...(flags.insecureStorage ? ['--insecure-storage'] : [])]
  if (login.length === 0) return (sentence) => sentence
  return (sentence) =>
    sentence.replace(commands, (command, words: string) => {
      const missing = (words === 'login' ? login : platform).filter((option) => !sentence.includes(option))
      return [command, ...missing].join(' ')
    })
}
