/** Gives the moment so many days (and hours) before now. */
export type DaysAgo = (days: number, hours?: number) => Date

/** The days before this moment. */
export function daysBefore(now: Date): DaysAgo {
  return (days, hours = 0) => new Date(now.getTime() - (days * 24 + hours) * 3_600_000)
}
