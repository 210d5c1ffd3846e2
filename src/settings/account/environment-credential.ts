import { WrongUsage } from '../../errors.ts'
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

function half(given: string, missing: string): WrongUsage {
  const hint = { key: 'settings.half-environment.hint' } as const
  return new WrongUsage('settings.half-environment', { given, missing }, { hint })
}
