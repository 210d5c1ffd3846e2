import * as z from 'zod/mini'
import type { SignInWays } from '../platform.ts'
import { flag, integer } from '../wire.ts'

const ways = z.object({
  cfg_glpi: z.object({
    enable_api_login_credentials: flag,
    enable_api_login_external_token: flag,
    '2fa_enforced': z.optional(flag),
    ssovariables_id: z.optional(z.nullable(integer)),
    cas_host: z.optional(z.nullable(z.string())),
  }),
})

/**
 * How one signs in to this site, as `getGlpiConfig` says it (GLPI-CUSTOMER.md, «Single sign-on»); undefined where it does
 * not: nothing depends on it.
 */
export function readSignInWays(answer: unknown): SignInWays | undefined {
  const read = ways.safeParse(answer)
  if (!read.success) return undefined
  const { cfg_glpi: said } = read.data
  const secondFactor = said['2fa_enforced']
  const singleSignOn = said.cas_host ? 'cas' : (said.ssovariables_id ?? 0) > 0 ? 'web-server' : undefined
  return {
    password: said.enable_api_login_credentials,
    token: said.enable_api_login_external_token,
    ...(secondFactor !== undefined && { secondFactor }),
    ...(singleSignOn && { singleSignOn }),
  }
}
