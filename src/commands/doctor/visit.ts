import type { Context } from '../../app/context.ts'
import type { Inspection, Platform } from '../../glpi/platform.ts'
import { lazy } from '../../itil/lazy.ts'
import type { Person } from '../../itil/person.ts'

/** One visit to the platform, of which several checks tell their part; each question is asked once, when it is first needed. */
export interface Visit {
  /** Logs in anew: the credential is tested. Not asked again by itself: what fails is what is looked for. */
  login(): Promise<{ platform: Platform; person: Person }>
  inspection(): Promise<Inspection>
}

export function visitOf(context: Context): Visit {
  const login = lazy(async () => {
    const platform = await context.platform({ askAgain: false })
    return { platform, person: await platform.whoAmI() }
  })
  return { login, inspection: lazy(async () => (await login()).platform.inspect()) }
}
