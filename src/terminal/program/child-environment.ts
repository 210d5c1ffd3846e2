import type { Environment } from '../create-style.ts'

const secretVariables = ['IPEOS_PASSWORD', 'IPEOS_TOKEN', 'IPEOS_APP_TOKEN']

/**
 * What a program that we start may know of our environment: everything but the secrets, nor the user that is nobody without
 * its password. Of a secret in a file only the path is known, and that may be.
 */
export function childEnvironment(env: Environment): Environment {
  const hidden = env.IPEOS_PASSWORD ? [...secretVariables, 'IPEOS_USER'] : secretVariables
  return Object.fromEntries(Object.entries(env).filter(([name]) => !hidden.includes(name.toUpperCase())))
}
