import { milliseconds } from '../../../dates/duration.ts'
import { WrongUsage } from '../../../errors/error.ts'

/** Milliseconds. */
export const usualInterval = 30_000
const shortestInterval = 5000

/** `30s`, `2m`, or seconds alone. */
export function intervalOption(value: string): number {
  const interval = milliseconds(value)
  if (interval !== undefined && interval >= shortestInterval) return interval
  throw new WrongUsage('bad-interval', { value }, interval === undefined ? {} : { says: 'watch.short-interval' })
}
