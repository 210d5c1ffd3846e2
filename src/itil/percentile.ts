/** The value that so many percent of all stay at or below (nearest rank); undefined for none. */
export function percentile(values: readonly number[], percent: number): number | undefined {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1]
}
