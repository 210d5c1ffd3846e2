import { hashPassword } from '../../secret.ts'
import { secondsBetween } from '../../server-time.ts'
import type { Site } from '../../site.ts'
import type { UserRow } from '../../store/rows.ts'

const DAY_SECONDS = 86_400

/**
 * Whether a password is out of date, and whether its account is switched off for it (GLPI-CUSTOMER.md, f): that is so some
 * days after, where the site wants it.
 */
export function expiryOf({ configuration, time }: Site, user: UserRow): 'expired' | 'locked' | undefined {
  const { passwordExpirationDelay: delay, passwordLockDelay: lock } = configuration
  if (delay < 0 || user.password_last_update === undefined) return undefined
  const days = secondsBetween(user.password_last_update, time.now()) / DAY_SECONDS
  if (lock >= 0 && days > delay + lock) return 'locked'
  return days > delay ? 'expired' : undefined
}

/** Somebody with a new password. */
export function withPassword({ time }: Pick<Site, 'time'>, user: UserRow, password: string): UserRow {
  const now = time.now()
  return { ...user, password: hashPassword(password), password_last_update: now, date_mod: now }
}

/** Somebody whose password was chosen so many days ago. */
export function withOldPassword({ time }: Pick<Site, 'time'>, user: UserRow, days: number): UserRow {
  const then = time.instant().getTime() - days * DAY_SECONDS * 1000
  return { ...user, password_last_update: time.format(then) }
}
