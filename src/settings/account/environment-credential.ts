import { type IpeosError, WrongUsage } from '../../errors/error.ts'
import type { Credential } from '../../glpi/platform.ts'

/**
 * The credential that the environment gives: IPEOS_TOKEN, or IPEOS_USER with IPEOS_PASSWORD; undefined when it gives
 * none. Throws `WrongUsage` when it gives half of one.
 */
export function environmentCredential(env: Record<string, string | undefined>): Credential | undefined {
  const { IPEOS_TOKEN: token, IPEOS_USER: user, IPEOS_PASSWORD: password } = env
  if (token) return { token }
  if (user && password) return { user, password }
  if (user) throw half('IPEOS_USER', 'IPEOS_PASSWORD')
  if (password) throw half('IPEOS_PASSWORD', 'IPEOS_USER')
  return undefined
}

/** The variables of a credential that is refused, should the environment give it; undefined when none is refused. */
export function refusedVariables({ code }: IpeosError): string | undefined {
  if (code === 'wrong-password') return 'IPEOS_USER, IPEOS_PASSWORD'
  return code === 'wrong-token' ? 'IPEOS_TOKEN' : undefined
}

function half(given: string, missing: string): WrongUsage {
  return new WrongUsage('half-environment', { given, missing })
}
