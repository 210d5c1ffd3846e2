import { type IpeosError, WrongUsage } from '../../errors/error.ts'
import type { Credential } from '../../glpi/platform.ts'
import type { EnvironmentSecrets } from '../secrets/environment-secret.ts'

/**
 * The credential that the environment gives: a token, or IPEOS_USER with a password; undefined when it gives none. Rejects
 * with `WrongUsage` when it gives half of one, and as its secrets do.
 */
export async function environmentCredential(
  { IPEOS_USER: user }: Record<string, string | undefined>,
  secret: EnvironmentSecrets,
): Promise<Credential | undefined> {
  const token = await secret('IPEOS_TOKEN')
  if (token) return { token }
  const password = await secret('IPEOS_PASSWORD')
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
