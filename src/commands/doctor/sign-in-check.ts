import type { Context } from '../../app/context.ts'
import type { SignInWays } from '../../glpi/platform.ts'
import type { MessageKey } from '../../i18n/translate.ts'
import { type Finding, fine, skipped, warned } from './check.ts'
import type { Visit } from './visit.ts'

/** By what one is logged in here, and what the site wants of those who come to its pages. */
export async function lookAtSignIn({ account, t }: Context, visit: Visit): Promise<Finding> {
  const { signIn } = await (await visit.login()).platform.session()
  if (!signIn) return skipped('doctor.seen.not-known')
  const isByToken = 'token' in (await account.credential())
  const ways = waysOf(signIn, isByToken).map((key) => t(key))
  const seen = { key: 'doctor.seen.value', parameters: { value: ways.join(', ') } } as const
  const isBetter = signIn.secondFactor && signIn.token && !isByToken
  return isBetter ? warned(seen, { key: 'doctor.repair.second-factor' }) : fine(seen.key, seen.parameters)
}

function waysOf({ token, secondFactor, singleSignOn }: SignInWays, isByToken: boolean): MessageKey[] {
  return [
    isByToken ? 'doctor.seen.sign-in.token' : 'doctor.seen.sign-in.password',
    token ? 'doctor.seen.sign-in.tokens-on' : 'doctor.seen.sign-in.tokens-off',
    ...(singleSignOn ? [`doctor.seen.sign-in.${singleSignOn}` as const] : []),
    ...(secondFactor ? ['doctor.seen.sign-in.second-factor' as const] : []),
  ]
}
