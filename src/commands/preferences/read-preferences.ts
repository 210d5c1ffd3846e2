import type { Context } from '../../app/context.ts'
import { type IpeosError, NotAllowed, NotLoggedIn, Unreachable } from '../../errors/error.ts'
import type { PlatformPreferences } from '../../glpi/platform.ts'

/** What the platform keeps, or why it cannot be had: then what this computer keeps counts alone. */
export type PreferencesRead = { kept: PlatformPreferences } | { refusal: IpeosError }

/** Reads the preferences of the platform. With `patient`, a platform that cannot be reached is a failure. */
export async function readPreferences(context: Context, { patient = false } = {}): Promise<PreferencesRead> {
  const { terminal, t } = context
  try {
    const platform = await context.platform()
    return { kept: await terminal.during(t('preferences.loading'), platform.preferences.read()) }
  } catch (error) {
    const isWithout = error instanceof NotAllowed || error instanceof NotLoggedIn
    if (isWithout || (error instanceof Unreachable && !patient)) return { refusal: error as IpeosError }
    throw error
  }
}
