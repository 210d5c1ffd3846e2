import type { SandboxConfiguration } from '../../configuration.ts'

/** The ways to sign in that a site may be tried with; whoever comes by single sign-on has no password here. */
export const signInKinds = ['no-passwords', 'no-tokens', 'second-factor', 'cas', 'web-server'] as const
export type SignInKind = (typeof signInKinds)[number]

/** What such a site is set to; bob is the one who comes by single sign-on. */
export function signInSettings(kind: SignInKind): Partial<SandboxConfiguration> {
  if (kind === 'no-passwords') return { credentialsLoginEnabled: false }
  if (kind === 'no-tokens') return { tokenLoginEnabled: false }
  if (kind === 'second-factor') return { secondFactorEnforced: true }
  return { singleSignOn: { kind, people: ['bob'] } }
}
