import type { Context } from '../../app/context.ts'
import { accountChecks } from './account-checks.ts'
import type { Check } from './check.ts'
import { computerChecks } from './computer-checks.ts'
import { networkChecks } from './network-checks.ts'
import { platformChecks } from './platform-checks.ts'
import { useChecks } from './use-checks.ts'
import { visitOf } from './visit.ts'

/** All that is looked at, in order. */
export function checksOf(context: Context): Check[] {
  const visit = visitOf(context)
  return [
    ...networkChecks(context),
    ...platformChecks(context),
    ...accountChecks(context, visit),
    ...useChecks(context, visit),
    ...computerChecks(context),
  ]
}
