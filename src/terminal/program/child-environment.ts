import type { Environment } from '../create-style.ts'

const secretVariables = ['IPEOS_PASSWORD', 'IPEOS_TOKEN', 'IPEOS_APP_TOKEN']

/** What a program that we start may know of our environment: everything but the secrets. */
export function childEnvironment(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !secretVariables.includes(name.toUpperCase())))
}
